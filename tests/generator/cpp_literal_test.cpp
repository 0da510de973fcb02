// SPDX-License-Identifier: Apache-2.0
#include "cpp_literal.hpp"

#include <gtest/gtest.h>

#include <string>

namespace eventc::compiler {
namespace {

using namespace std::string_view_literals;

/// What a compiler reads out of a literal without trigraphs: the escapes that cpp_string_literal()
/// may use, nothing else.
std::string read_literal(std::string_view literal) {
  std::string text;
  for (std::size_t i = 1; i + 1 < literal.size(); ++i) {
    if (literal[i] != '\\') {
      text += literal[i];
      continue;
    }
    const char name = literal[++i];
    if (name == 'n' || name == 'r' || name == 't') {
      text += name == 'n' ? '\n' : name == 'r' ? '\r' : '\t';
    } else if (name < '0' || name > '7') {
      text += name;
    } else {
      text += static_cast<char>(std::stoi(std::string(literal.substr(i, 3)), nullptr, 8));
      i += 2;
    }
  }
  return text;
}

TEST(CppStringLiteral, QuotesPlainTextAsItIs) {
  EXPECT_EQ(cpp_string_literal("ord_ [0-9]{8}"), R"("ord_ [0-9]{8}")");
  EXPECT_EQ(cpp_string_literal(""), R"("")");
}

TEST(CppStringLiteral, EscapesWhatWouldEndTheLiteral) {
  EXPECT_EQ(cpp_string_literal("a\"b\\c\nd\re\tf\\\n"), R"("a\"b\\c\nd\re\tf\\\n")");
}

TEST(CppStringLiteral, WritesOctalEscapesThatADigitBehindCanNotJoin) {
  EXPECT_EQ(cpp_string_literal("\x01"
                               "7\x7F\xC3\xA9"
                               "9"),
            R"("\0017\177\303\2519")");
}

TEST(CppStringLiteral, LeavesNoTrigraph) {
  EXPECT_EQ(cpp_string_literal("?"
                               "?/ ? ?"
                               "?"
                               "?"),
            R"("?\?/ ? ?\?\?")");
}

TEST(CppStringLiteral, KeepsEveryByte) {
  std::string all;
  for (int first = 0; first != 256; ++first) {
    all += static_cast<char>(first);
    all += "?1\\\"";
  }
  const std::string literal = cpp_string_literal(all);
  EXPECT_EQ(read_literal(literal), all);
  for (const char c : literal) EXPECT_TRUE(' ' <= c && c <= '~') << static_cast<int>(c);
}

TEST(CppStringView, IsTheLiteralUnlessTheTextHoldsNul) {
  EXPECT_EQ(cpp_string_view("a\"b"), R"("a\"b")");
  EXPECT_EQ(cpp_string_view("a\0b"sv), R"({"a\000b", 3})");
}

TEST(CppCommentText, KeepsReadableText) {
  EXPECT_EQ(cpp_comment_text("^[\"\\u0041é€\\d]{1,2}$ 😀"), "^[\"\\u0041é€\\d]{1,2}$ 😀");
  EXPECT_EQ(cpp_comment_text(""), "");
}

TEST(CppCommentText, IsOneLine) {
  EXPECT_EQ(cpp_comment_text("a\nb\r\nc\vd\fe\xC2\x85"
                             "f\xE2\x80\xA8g\xE2\x80\xA9h\0i"sv),
            "aU+000AbU+000DU+000AcU+000BdU+000CeU+0085fU+2028gU+2029hU+0000i");
}

TEST(CppCommentText, NeverEndsInABackslashOrInSpaces) {
  EXPECT_EQ(cpp_comment_text("int x; \\"), "int x; \\ (backslash)");
  EXPECT_EQ(cpp_comment_text("int x; \\  "), "int x; \\ (backslash)");
  EXPECT_EQ(cpp_comment_text("text  "), "text");
  EXPECT_EQ(cpp_comment_text("a ?"
                             "?/"),
            "a ?"
            "? /");
}

TEST(CppCommentText, ShowsControlsThatReorderOrHide) {
  EXPECT_EQ(cpp_comment_text("a\xE2\x80\xAE"
                             "b\xE2\x81\xA6"
                             "c\xD8\x9C"
                             "d\xE2\x80\x8B"
                             "e\xEF\xBB\xBF"),
            "aU+202EbU+2066cU+061CdU+200BeU+FEFF");
}

TEST(CppCommentText, ReplacesBytesThatAreNotUtf8) {
  EXPECT_EQ(cpp_comment_text("a\xFF"
                             "b\xC3"
                             "c\xED\xA0\x80\xE2\x82"),
            "a\uFFFDb\uFFFDc\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
}

}  // namespace
}  // namespace eventc::compiler
