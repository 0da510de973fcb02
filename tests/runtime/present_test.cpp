// SPDX-License-Identifier: Apache-2.0
#include "eventc/present.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "eventc/nullable.hpp"

namespace eventc {
namespace {

static_assert(TextMember<std::string> && TextMember<std::optional<std::string_view>> &&
              TextMember<Nullable<std::string>>);
static_assert(!TextMember<int> && !TextMember<std::optional<bool>>);

TEST(Present, IsWhereTheMemberIs) {
  const int asked_for = 1;
  const std::optional<int> left_out;
  const std::optional<int> given = 2;
  EXPECT_EQ(present(asked_for), &asked_for);
  EXPECT_EQ(present(left_out), nullptr);
  EXPECT_EQ(present(given), &*given);
}

TEST(Present, IsNullWhereTheMemberIsAbsentOrNull) {
  EXPECT_EQ(present(Nullable<int>::absent()), nullptr);
  EXPECT_EQ(present(Nullable<int>::null()), nullptr);
  const Nullable<int> zero = 0;
  EXPECT_EQ(present(zero), &*zero);
}

TEST(TextOrEmpty, TakesTextOfAnyStorage) {
  EXPECT_EQ(text_or_empty(std::string("a")), "a");
  EXPECT_EQ(text_or_empty(std::string_view("a")), "a");
  EXPECT_EQ(text_or_empty(std::optional<std::string>("a")), "a");
  EXPECT_EQ(text_or_empty(std::optional<std::string_view>()), "");
  EXPECT_EQ(text_or_empty(Nullable<std::string_view>::null()), "");
}

}  // namespace
}  // namespace eventc
