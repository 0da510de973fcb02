// SPDX-License-Identifier: Apache-2.0
#include "eventc/locate.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace eventc {
namespace {

LineColumn at(std::size_t line, std::size_t column) { return {line, column}; }

TEST(LineColumn, CountsLinesByTheirFeeds) {
  const std::string_view text = "{\n  \"a\": 1\r\n\n}";
  EXPECT_EQ(line_column(text, 0), at(1, 1));
  EXPECT_EQ(line_column(text, 1), at(1, 2));
  EXPECT_EQ(line_column(text, 2), at(2, 1));
  EXPECT_EQ(line_column(text, 4), at(2, 3));
  EXPECT_EQ(line_column(text, 11), at(2, 10));
  EXPECT_EQ(line_column(text, 12), at(3, 1));
  EXPECT_EQ(line_column(text, 13), at(4, 1));
  EXPECT_EQ(line_column(text, 14), at(4, 2));
}

TEST(LineColumn, CountsCharactersAndNotBytes) {
  const std::string_view text = "\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80x";
  EXPECT_EQ(line_column(text, 0), at(1, 1));
  EXPECT_EQ(line_column(text, 2), at(1, 2));
  EXPECT_EQ(line_column(text, 5), at(1, 3));
  EXPECT_EQ(line_column(text, 9), at(1, 4));
  EXPECT_EQ(line_column(text, 10), at(1, 5));
}

TEST(LineColumn, CountsAByteThatIsNotUtf8AsACharacter) {
  EXPECT_EQ(line_column("\xFF\xFF\xC3x", 3), at(1, 4));
  EXPECT_EQ(line_column("\xE2\x82\xAC", 2), at(1, 3));  // cut through
}

TEST(LineColumn, StopsAtTheEnd) {
  EXPECT_EQ(line_column("ab\nc", 100), at(2, 2));
  EXPECT_EQ(line_column("", 0), at(1, 1));
  EXPECT_EQ(line_column({}, 5), at(1, 1));
}

/// The pointer of the place that "^" marks.
std::string pointer(std::string text) {
  const std::size_t offset = text.find('^');
  text.erase(offset, 1);
  return pointer_at(text, offset);
}

TEST(PointerAt, NamesTheValueThatBeginsThere) {
  EXPECT_EQ(pointer(R"(^{"a":[1,{"b":2}]})"), "");
  EXPECT_EQ(pointer(R"({"a":^[1,{"b":2}]})"), "/a");
  EXPECT_EQ(pointer(R"({"a":[^1,{"b":2}]})"), "/a/0");
  EXPECT_EQ(pointer(R"({"a":[1,^{"b":2}]})"), "/a/1");
  EXPECT_EQ(pointer(R"({"a":[1,{"b":^2}]})"), "/a/1/b");
  EXPECT_EQ(pointer(R"({"a":[1,{"b":2}],"c":^"x"})"), "/c");
  EXPECT_EQ(pointer(R"({"a":"x:y","c" : ^"x"})"), "/c");
}

TEST(PointerAt, NamesTheObjectInFrontOfAMember) {
  EXPECT_EQ(pointer(R"({^"a":1})"), "");
  EXPECT_EQ(pointer(R"({"a":1,^"b":2})"), "");
  EXPECT_EQ(pointer(R"({"a":{"b":1,^"c":2}})"), "/a");
  EXPECT_EQ(pointer(R"({"a^b":1})"), "");
}

TEST(PointerAt, KnowsAValueFromAName) {
  EXPECT_EQ(pointer(R"({"a":"b"^:1})"), "/a");
  EXPECT_EQ(pointer(R"({"a":"b" ^"c":1})"), "/a");
  EXPECT_EQ(pointer(R"(["a"^:1])"), "/0");
}

TEST(PointerAt, SkipsStringsAsAWhole) {
  EXPECT_EQ(pointer(R"({"a]},[{\"":^1})"), R"(/a]},[{")");
  EXPECT_EQ(pointer(R"({"x":"[{\\","y":^1})"), "/y");
  EXPECT_EQ(pointer(R"({"x":"\"","y":["}",^1]})"), "/y/1");
  EXPECT_EQ(pointer(R"({"x":"in^side"})"), "/x");
}

TEST(PointerAt, EscapesAndUnescapesNames) {
  EXPECT_EQ(pointer(R"({"a/b~c":^1})"), "/a~1b~0c");
  EXPECT_EQ(pointer(R"({"\u00e4\n":^1})"), "/\xC3\xA4\n");
  EXPECT_EQ(pointer(R"({"":{"":^1}})"), "//");
}

TEST(PointerAt, ReadsNothingBehindThePlace) {
  EXPECT_EQ(pointer(R"({"a":[^)"), "/a/0");
  EXPECT_EQ(pointer(R"({"a":[1,^"unclosed)"), "/a/1");
  EXPECT_EQ(pointer(R"({"a":"unclosed^)"), "/a");
  EXPECT_EQ(pointer(R"({"a":"unclosed\^)"), "/a");
  EXPECT_EQ(pointer(R"([1,2,3^]])"), "/2");
  EXPECT_EQ(pointer("]]}^"), "");
  EXPECT_EQ(pointer_at("[1]", 100), "");
  EXPECT_EQ(pointer_at("", 0), "");
}

TEST(AppendPointerToken, EscapesTildeAndSolidus) {
  std::string pointer = "/x";
  append_pointer_token("~1/~", pointer);
  append_pointer_token("", pointer);
  EXPECT_EQ(pointer, "/x/~01~1~0/");
}

}  // namespace
}  // namespace eventc
