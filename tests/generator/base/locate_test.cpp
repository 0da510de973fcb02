// SPDX-License-Identifier: Apache-2.0
#include "base/locate.hpp"

#include <gtest/gtest.h>

namespace eventc::compiler {
namespace {

using Part = Location::Part;

// The text that is found, which reads better than two numbers.
std::optional<std::string> found(std::string_view text, std::string_view pointer,
                                 Part part = Part::Value) {
  const auto span = locate(text, pointer, part);
  if (!span) return std::nullopt;
  return std::string(text.substr(span->begin, span->end - span->begin));
}

constexpr std::string_view kText = R"( {
  "a": [1, {"b" : "x]}\""}, []],
  "": 2,
  "c/d~e": -1.5e3,
  "\u0066": true,
  "last": {"z": null}
} )";

TEST(Locate, FindsTheWholeDocument) {
  EXPECT_EQ(locate("  7 ", "", Part::Value), (Span{2, 3}));
  EXPECT_EQ(found(" [1, {}] ", ""), "[1, {}]");
}

TEST(Locate, FindsValuesByMemberAndIndex) {
  EXPECT_EQ(found(kText, "/a"), R"([1, {"b" : "x]}\""}, []])");
  EXPECT_EQ(found(kText, "/a/0"), "1");
  EXPECT_EQ(found(kText, "/a/1/b"), R"("x]}\"")");
  EXPECT_EQ(found(kText, "/a/2"), "[]");
  EXPECT_EQ(found(kText, "/"), "2");
  EXPECT_EQ(found(kText, "/last/z"), "null");
}

TEST(Locate, UnescapesThePointerAndTheName) {
  EXPECT_EQ(found(kText, "/c~1d~0e"), "-1.5e3");
  EXPECT_EQ(found(kText, "/f"), "true");
  EXPECT_EQ(found(kText, "/f", Part::Key), R"("\u0066")");
}

TEST(Locate, FindsTheKeyOfAMember) {
  EXPECT_EQ(found(kText, "/a/1/b", Part::Key), "\"b\"");
  EXPECT_EQ(found(kText, "/", Part::Key), "\"\"");
}

TEST(Locate, FindsTheFirstOfTwoMembersOfOneName) {
  EXPECT_EQ(found(R"({"a":1,"a":2})", "/a"), "1");
}

TEST(Locate, FindsNoKeyOfTheDocumentOrAnItem) {
  EXPECT_EQ(found(kText, "", Part::Key), std::nullopt);
  EXPECT_EQ(found(kText, "/a/0", Part::Key), std::nullopt);
}

TEST(Locate, FindsNothingAtAPlaceThatIsNotThere) {
  for (const char* pointer : {"/x", "/a/3", "/a/00", "/a/-", "/a/-1", "/a/99999999999999999999",
                              "/a/b", "/a/2/0", "/last/z/0", "/f/x", "a", "/~2", "/a/1/c"}) {
    EXPECT_EQ(found(kText, pointer), std::nullopt) << pointer;
  }
  EXPECT_EQ(found("{}", "/a"), std::nullopt);
}

TEST(Locate, FindsNothingInTextThatIsNotJson) {
  for (const char* text :
       {"", " ", "{", "[", "[1,", "{\"a\"", "{\"a\":", "{\"a\":1", "\"x", "{\"a\\", "}"}) {
    EXPECT_EQ(found(text, ""), std::nullopt) << text;
    EXPECT_EQ(found(text, "/b"), std::nullopt) << text;
    EXPECT_EQ(found(text, "/1"), std::nullopt) << text;
  }
}

TEST(Locate, TakesAnyDepth) {
  const std::string deep = std::string(1000000, '[') + std::string(1000000, ']');
  EXPECT_EQ(locate(deep, "", Part::Value), (Span{0, deep.size()}));
}

TEST(TokenAt, TakesAStringAWordOrACharacter) {
  constexpr std::string_view text = R"({"a\"b": flase, -1.5e3, €, "open)";
  EXPECT_EQ(token_at(text, 1), (Span{1, 7}));
  EXPECT_EQ(token_at(text, 9), (Span{9, 14}));
  EXPECT_EQ(token_at(text, 16), (Span{16, 22}));
  EXPECT_EQ(token_at(text, 24), (Span{24, 27}));
  EXPECT_EQ(token_at(text, 29), (Span{29, 30}));
  EXPECT_EQ(token_at(text, 0), (Span{0, 1}));
  EXPECT_EQ(token_at(text, 1000), (Span{text.size(), text.size()}));
}

TEST(LineColumnOf, CountsLinesAndCharactersFromOne) {
  constexpr std::string_view text = "a€b\n\xFF\xFFz\n";
  EXPECT_EQ(line_column(text, 0), (LineColumn{1, 1}));
  EXPECT_EQ(line_column(text, 4), (LineColumn{1, 3}));
  EXPECT_EQ(line_column(text, 5), (LineColumn{1, 4})) << "a line feed ends its line";
  EXPECT_EQ(line_column(text, 6), (LineColumn{2, 1}));
  EXPECT_EQ(line_column(text, 8), (LineColumn{2, 3})) << "bad bytes count as one each";
  EXPECT_EQ(line_column(text, 10), (LineColumn{3, 1}));
  EXPECT_EQ(line_column(text, 1000), (LineColumn{3, 1})) << "behind the text";
}

TEST(LineAt, GivesTheLineThatHoldsAByte) {
  constexpr std::string_view text = "one\n\nthree";
  EXPECT_EQ(line_at(text, 0), "one");
  EXPECT_EQ(line_at(text, 3), "one");
  EXPECT_EQ(line_at(text, 4), "");
  EXPECT_EQ(line_at(text, 5), "three");
  EXPECT_EQ(line_at(text, 1000), "three");
  EXPECT_EQ(line_at("", 0), "");
  EXPECT_EQ(line_at("a\n", 2), "");
}

TEST(Locator, FindsWhatTheFunctionFinds) {
  const std::string_view text =
      R"( {"a": [1, {"b~/": null}, []], "\u0063": {"": "x"}, "a": 2, "d": {}} )";
  Locator locator(text);
  for (const std::string_view pointer :
       {"", "/a", "/a/0", "/a/1", "/a/1/b~0~1", "/a/2", "/a/3", "/a/01", "/a/-", "/c", "/c/", "/d",
        "/d/x", "/none", "/a/0/x", "a", "/c/~2"}) {
    for (const Location::Part part : {Location::Part::Value, Location::Part::Key}) {
      EXPECT_EQ(locator.locate(pointer, part), locate(text, pointer, part)) << pointer;
    }
  }
}

TEST(Locator, StopsEarlyInTextThatIsNoJson) {
  for (const std::string_view text :
       {"", "{", "[", "{\"a\"", "{\"a\":", "[1,", "{1: 2}", "\"", "[[[["}) {
    Locator locator(text);
    EXPECT_EQ(locator.locate("/a", Location::Part::Value), std::nullopt) << text;
    EXPECT_EQ(locator.locate("/1", Location::Part::Value), std::nullopt) << text;
  }
}

TEST(Locator, CountsLinesAndColumnsInAnyOrder) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += i % 7 == 0 ? "größe\n" : "📦 and \xFF more ";
  Locator locator(text);
  for (const std::size_t offset :
       {text.size(), std::size_t{0}, std::size_t{5000}, std::size_t{1024}, text.size() + 9}) {
    EXPECT_EQ(locator.line_column(offset), line_column(text, offset)) << offset;
  }
  for (std::size_t offset = 0; offset < text.size(); ++offset) {
    ASSERT_EQ(locator.line_column(offset), line_column(text, offset)) << offset;
  }
}

}  // namespace
}  // namespace eventc::compiler
