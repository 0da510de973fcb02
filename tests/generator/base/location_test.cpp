// SPDX-License-Identifier: Apache-2.0
#include "base/location.hpp"

#include <gtest/gtest.h>

namespace eventc::compiler {
namespace {

TEST(Location, AppendsAnEscapedTokenForAMember) {
  const Location root{.file = "a.json"};
  EXPECT_EQ(root.child("a/b").child("~").pointer, "/a~1b/~0");
  EXPECT_EQ(root.child("").pointer, "/");
  EXPECT_EQ(root.child("items").child(12).pointer, "/items/12");
  EXPECT_EQ(root.child("items").file, "a.json");
}

TEST(Location, ChildIsAValueEvenBelowAKey) {
  const Location member{
      .file = "a.json", .pointer = "/x", .part = Location::Part::Key, .offset = 7};
  const Location expected{.file = "a.json", .pointer = "/x/y"};
  EXPECT_EQ(member.child("y"), expected);
}

TEST(Location, KeyChangesNothingButThePart) {
  const Location value{.file = "a.json", .pointer = "/x"};
  EXPECT_EQ(value.key(), (Location{"a.json", "/x", Location::Part::Key, std::nullopt}));
}

TEST(Location, UnescapesWhatItEscapes) {
  EXPECT_EQ(escape_pointer_token("~1/~0"), "~01~1~00");
  EXPECT_EQ(unescape_pointer_token("~01~1~00"), "~1/~0");
}

TEST(Location, RefusesATildeThatIsNoEscape) {
  EXPECT_EQ(unescape_pointer_token("a~"), std::nullopt);
  EXPECT_EQ(unescape_pointer_token("~2"), std::nullopt);
  EXPECT_EQ(unescape_pointer_token("~~0"), std::nullopt);
}

}  // namespace
}  // namespace eventc::compiler
