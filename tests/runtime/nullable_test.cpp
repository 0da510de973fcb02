// SPDX-License-Identifier: Apache-2.0
#include "eventc/nullable.hpp"

#include <gtest/gtest.h>

#include <string>
#include <type_traits>

#include "eventc/box.hpp"

namespace eventc {
namespace {

struct Tree {
  int value = 0;
  Nullable<Box<Tree>> left;
  bool operator==(const Tree&) const = default;
};

static_assert(std::is_convertible_v<const char*, Nullable<std::string>>);
static_assert(!std::is_convertible_v<std::size_t, Nullable<std::string>>);

std::string state(const Nullable<std::string>& nullable) {
  return std::string(nullable.is_absent() ? "absent " : "") + (nullable.is_null() ? "null " : "") +
         (nullable.has_value() ? "value " + *nullable : "");
}

TEST(Nullable, IsAbsentByDefault) {
  EXPECT_EQ(state({}), "absent ");
  EXPECT_EQ(state(Nullable<std::string>::absent()), "absent ");
  EXPECT_FALSE(Nullable<std::string>());
}

TEST(Nullable, IsInOneStateAtATime) {
  Nullable<std::string> nullable = "a";
  EXPECT_EQ(state(nullable), "value a");
  nullable.set_null();
  EXPECT_EQ(state(nullable), "null ");
  nullable = "b";
  EXPECT_EQ(state(nullable), "value b");
  nullable = Nullable<std::string>::null();
  EXPECT_EQ(state(nullable), "null ");
  EXPECT_EQ(nullable.emplace(3U, 'x'), "xxx");
  EXPECT_EQ(state(nullable), "value xxx");
  nullable.reset();
  EXPECT_EQ(state(nullable), "absent ");
}

TEST(Nullable, IsAbsentAfterBracesWereAssigned) {
  Nullable<std::string> text = "a";
  text = {};
  EXPECT_EQ(state(text), "absent ");
  Nullable<int> number = Nullable<int>::null();
  number = {};
  EXPECT_TRUE(number.is_absent());
}

TEST(Nullable, ThrowsWithoutAValue) {
  Nullable<int> nullable;
  EXPECT_THROW((void)nullable.value(), std::bad_optional_access);
  nullable.set_null();
  EXPECT_THROW((void)std::as_const(nullable).value(), std::bad_optional_access);
  nullable = 3;
  EXPECT_EQ(nullable.value(), 3);
}

TEST(Nullable, GivesAccessToItsValue) {
  Nullable<std::string> nullable("abc");
  nullable->push_back('d');
  (*nullable)[0] = 'A';
  EXPECT_EQ(std::as_const(nullable)->size(), 4U);
  EXPECT_EQ(nullable, "Abcd");
}

TEST(Nullable, TellsAbsentNullAndDefaultValuesApart) {
  const Nullable<int> absent;
  const Nullable<int> null = Nullable<int>::null();
  const Nullable<int> zero = 0;
  EXPECT_EQ(absent, Nullable<int>());
  EXPECT_EQ(null, Nullable<int>::null());
  EXPECT_EQ(zero, 0);
  EXPECT_NE(absent, null);
  EXPECT_NE(absent, zero);
  EXPECT_NE(null, zero);
  EXPECT_NE(zero, 1);
}

TEST(Nullable, HoldsTheTypeThatHoldsIt) {
  Tree tree;
  tree.left = Tree{1, Nullable<Box<Tree>>::null()};
  const Tree copy = tree;
  EXPECT_EQ(copy, tree);
  EXPECT_TRUE((*copy.left)->left.is_null());
  (*tree.left)->left.reset();
  EXPECT_NE(copy, tree);
}

}  // namespace
}  // namespace eventc
