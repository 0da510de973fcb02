// SPDX-License-Identifier: Apache-2.0
#include "pattern/pcre2_lines.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace eventc::compiler::pattern_syntax {
namespace {

using Lines = std::vector<std::string_view>;

TEST(Pcre2Lines, AreCutBetweenTerms) {
  EXPECT_EQ(pcre2_lines("", 8), (Lines{""}));
  EXPECT_EQ(pcre2_lines("abcdefgh", 8), (Lines{"abcdefgh"}));
  EXPECT_EQ(pcre2_lines("abcdefghi", 8), (Lines{"abcdefgh", "i"}));
  EXPECT_EQ(pcre2_lines(R"(abcdefg\.)", 8), (Lines{"abcdefg", R"(\.)"}));
  EXPECT_EQ(pcre2_lines("abcdef[gh]", 8), (Lines{"abcdef", "[gh]"}));
  EXPECT_EQ(pcre2_lines("abcdefgh*?i", 8), (Lines{"abcdefg", "h*?i"}));
  EXPECT_EQ(pcre2_lines(R"(abc[\]]{2,}d)", 8), (Lines{"abc", R"([\]]{2,})", "d"}));
  EXPECT_EQ(pcre2_lines(R"(ab\x{1f432}+c)", 10), (Lines{"ab", R"(\x{1f432}+)", "c"}));
  EXPECT_EQ(pcre2_lines("abcdef(?=g)", 8), (Lines{"abcdef", "(?=g)"}));
  EXPECT_EQ(pcre2_lines(R"(\d{2}\{3\}\{)", 10), (Lines{R"(\d{2}\{3\})", R"(\{)"}));
}

TEST(Pcre2Lines, AreCutWithinATermThatIsLonger) {
  EXPECT_EQ(pcre2_lines("ab[cdefghijk]l", 8), (Lines{"ab", "[cdefghi", "jk]l"}));
}

}  // namespace
}  // namespace eventc::compiler::pattern_syntax
