// SPDX-License-Identifier: Apache-2.0
#include "eventc/result.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <type_traits>
#include <utility>

namespace eventc {
namespace {

Result<std::string> halved(const std::string& text) {
  if (text.size() % 2 != 0) return Error{.message = "odd"};
  return text.substr(text.size() / 2);
}

TEST(Result, HoldsAValueOrAnError) {
  const Result<std::string> value = halved("abcd");
  ASSERT_TRUE(value.has_value());
  EXPECT_TRUE(value);
  EXPECT_EQ(*value, "cd");
  EXPECT_EQ(value->size(), 2U);
  const Result<std::string> error = halved("abc");
  EXPECT_FALSE(error.has_value());
  EXPECT_FALSE(error);
  EXPECT_EQ(error.error().message, "odd");
}

TEST(Result, MayMakeItsValueWhereItStays) {
  struct Immovable {
    Immovable() = default;
    Immovable(const Immovable&) = delete;
    int number = 7;
  };
  const Result<Immovable> made(std::in_place);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->number, 7);
}

TEST(Result, LetsItsValueBeChangedAndTakenAway) {
  Result<std::string> value = halved("abcd");
  *value += "!";
  value->push_back('?');
  EXPECT_EQ(*value, "cd!?");
  const std::string taken = *std::move(value);
  EXPECT_EQ(taken, "cd!?");
  EXPECT_EQ(*halved("xy"), "y");
  EXPECT_EQ(halved("x").error().message, "odd");
  Error error = halved("x").error();
  EXPECT_EQ(error, (Error{.message = "odd"}));
}

TEST(Result, HoldsWhatOnlyMoves) {
  Result<std::unique_ptr<int>> pointer = std::make_unique<int>(7);
  EXPECT_EQ(**pointer, 7);
  const std::unique_ptr<int> taken = *std::move(pointer);
  EXPECT_EQ(*taken, 7);
}

TEST(Result, CopiesItsErrorsKind) {
  const Result<int> error = Error{.kind = ErrorKind::Limit, .offset = 3};
  const Result<int> copy = error;  // NOLINT(performance-unnecessary-copy-initialization)
  EXPECT_EQ(copy.error().kind, ErrorKind::Limit);
  EXPECT_EQ(copy.error(), error.error());
}

static_assert(!std::is_convertible_v<Result<int>, bool>);
static_assert(std::is_nothrow_move_constructible_v<Result<std::string>>);

}  // namespace
}  // namespace eventc
