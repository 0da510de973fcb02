// SPDX-License-Identifier: Apache-2.0
#include "json_hint.hpp"

#include <gtest/gtest.h>

#include <string>

namespace eventc::compiler {
namespace {

constexpr std::string_view kYaml = "it looks like YAML: write the schema as JSON";
constexpr std::string_view kComma = "JSON has no comma behind the last member or item";

TEST(JsonHint, RecognisesYamlByItsFirstLine) {
  for (const char* const text : {"title: Order", "$schema: https://e.com", "\n\nrequired:\n  - a",
                                 "---\ntitle: Order", "# The order\ntitle: Order", "---"}) {
    EXPECT_EQ(json_hint(text, 0), kYaml) << text;
  }
  EXPECT_EQ(json_hint("---\na: 1", 1), kYaml) << "a digit is expected behind the first hyphen";
  for (const char* const text :
       {"title", "true", "https://e.com", "a:1", "", " \n", "-1", "[a: 1]"})
    EXPECT_EQ(json_hint(text, 0), "") << text;
}

TEST(JsonHint, RecognisesCommentsOfEitherKind) {
  EXPECT_EQ(json_hint("{} // x", 3), "JSON has no comments");
  EXPECT_EQ(json_hint("{ # x\n}", 2), "JSON has no comments");
}

TEST(JsonHint, RecognisesACommaBehindTheLast) {
  EXPECT_EQ(json_hint("[1, ]", 4), kComma);
  EXPECT_EQ(json_hint("{\"a\": 1,\n}", 9), kComma);
  EXPECT_EQ(json_hint("{\"a\": }", 6), "");
  EXPECT_EQ(json_hint("]", 0), "");
}

TEST(JsonHint, RecognisesJavaScriptsQuotes) {
  EXPECT_EQ(json_hint("{'a': 1}", 1), "JSON's names and strings stand in double quotes");
  EXPECT_EQ(json_hint("{ a: 1}", 2), "JSON's names stand in double quotes");
  EXPECT_EQ(json_hint("[a]", 1), "");
}

TEST(JsonHint, RecognisesAnUnfinishedMerge) {
  constexpr std::string_view kMerge = "a merge that was not finished left this here";
  EXPECT_EQ(json_hint("{\n<<<<<<< HEAD\n", 2), kMerge);
  EXPECT_EQ(json_hint("{\n=======\n", 2), kMerge);
  EXPECT_EQ(json_hint(">>>>>>> b\n{", 0), kMerge);
  EXPECT_EQ(json_hint("{ <<<<<<< HEAD\n", 2), "");
  EXPECT_EQ(json_hint("{\n<<<<<", 2), "");
}

TEST(JsonHint, RecognisesMarkupAtTheBeginning) {
  EXPECT_EQ(json_hint(" <!DOCTYPE html>", 1), "it looks like a page of HTML or XML");
  EXPECT_EQ(json_hint("[<", 1), "");
}

TEST(JsonHint, SaysNothingPastTheEnd) { EXPECT_EQ(json_hint("{", 1), ""); }

TEST(IsUtf16, IsToldByAByteOrderMarkOrAZeroByte) {
  EXPECT_TRUE(is_utf16("\xFF\xFE"));
  EXPECT_TRUE(is_utf16("\xFE\xFF"));
  EXPECT_TRUE(is_utf16(std::string("{\0", 2)));
  EXPECT_TRUE(is_utf16(std::string("\0{", 2)));
  EXPECT_FALSE(is_utf16(std::string("\0\0", 2)));
  EXPECT_FALSE(is_utf16(std::string("{\0}", 3)));
  EXPECT_FALSE(is_utf16("{}"));
  EXPECT_FALSE(is_utf16(""));
}

}  // namespace
}  // namespace eventc::compiler
