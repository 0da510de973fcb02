// SPDX-License-Identifier: Apache-2.0
#include "normalize/type_set.hpp"

#include <gtest/gtest.h>

namespace eventc::compiler {
namespace {

TEST(TypeSet, JoinsCutsAndTakesAway) {
  EXPECT_EQ((kString | kNull).without(kNull), kString);
  EXPECT_EQ((kString | kNull) & (kNull | kArray), kNull);
  EXPECT_EQ(kAnyType.without(kAnyType), TypeSet());
  EXPECT_EQ(kNumber.without(kFraction), kInteger);
}

TEST(TypeSet, HasWhatItSharesAnythingWith) {
  EXPECT_TRUE(kNumber.has(kInteger));
  EXPECT_TRUE(kInteger.has(kNumber));
  EXPECT_FALSE(kInteger.has(kFraction));
  EXPECT_FALSE(kString.has(TypeSet()));
}

TEST(TypeSet, IsEmptyByDefault) {
  EXPECT_TRUE(TypeSet().empty());
  EXPECT_FALSE(kNull.empty());
}

}  // namespace
}  // namespace eventc::compiler
