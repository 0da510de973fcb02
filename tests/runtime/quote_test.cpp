// SPDX-License-Identifier: Apache-2.0
#include "eventc/quote.hpp"

#include <gtest/gtest.h>

#include "eventc/utf8.hpp"

namespace eventc {
namespace {

using namespace std::string_literals;

TEST(QuoteExcerpt, LeavesPrintableTextAsItIs) {
  EXPECT_EQ(quote_excerpt(""), "");
  EXPECT_EQ(quote_excerpt("plain text, 'quoted'"), "plain text, 'quoted'");
  EXPECT_EQ(quote_excerpt("gr\xC3\xBC\xC3\x9F\x65 \xE2\x82\xAC \xF0\x9F\x98\x80"),
            "gr\xC3\xBC\xC3\x9F\x65 \xE2\x82\xAC \xF0\x9F\x98\x80");
}

TEST(QuoteExcerpt, EscapesQuotesAndBackslashes) {
  EXPECT_EQ(quote_excerpt(R"({"a":"\n"})"), R"({\"a\":\"\\n\"})");
}

TEST(QuoteExcerpt, EscapesControlCharacters) {
  EXPECT_EQ(quote_excerpt("a\0b\n\r\t\x1B[31m\x7F"s), R"(a\x00b\x0A\x0D\x09\x1B[31m\x7F)");
  for (char c = 0; c < 0x20; ++c) EXPECT_EQ(quote_excerpt(std::string(1, c)).size(), 4U) << int{c};
  EXPECT_EQ(quote_excerpt(" ~"), " ~");
  EXPECT_EQ(quote_excerpt("\xC2\x85\xC2\x9B\xC2\xA0"), "\\u{0085}\\u{009B}\xC2\xA0");
}

TEST(QuoteExcerpt, EscapesEachByteThatIsNotUtf8) {
  EXPECT_EQ(quote_excerpt("a\xFFz"), R"(a\xFFz)");
  EXPECT_EQ(quote_excerpt("\xC0\x80"), R"(\xC0\x80)");
  EXPECT_EQ(quote_excerpt("\xED\xA0\x80"), R"(\xED\xA0\x80)");
  EXPECT_EQ(quote_excerpt("\xE2\x82"), R"(\xE2\x82)");
}

TEST(QuoteExcerpt, EscapesWhatHidesOrReordersText) {
  for (char32_t c = 0x80; c <= 0xFFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const bool hidden = c <= 0x9F || c == 0x061C || (c >= 0x200B && c <= 0x200F) ||
                        (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
    std::string text;
    append_utf8(c, text);
    ASSERT_EQ(quote_excerpt(text) != text, hidden) << static_cast<std::uint32_t>(c);
  }
  EXPECT_EQ(quote_excerpt("a\xE2\x80\xAE\x62\xEF\xBB\xBF"), "a\\u{202E}b\\u{FEFF}");
}

TEST(QuoteExcerpt, CutsAtTheLimit) {
  EXPECT_EQ(quote_excerpt(std::string(40, 'a')), std::string(40, 'a'));
  EXPECT_EQ(quote_excerpt(std::string(41, 'a')), std::string(40, 'a') + "…");
  EXPECT_EQ(quote_excerpt("abc", 2), "ab…");
  EXPECT_EQ(quote_excerpt("abc", 0), "…");
  EXPECT_EQ(quote_excerpt("", 0), "");
}

TEST(QuoteExcerpt, CutsInFrontOfACodePoint) {
  const std::string text = "ab\xE2\x82\xAC\x63";
  EXPECT_EQ(quote_excerpt(text, 2), "ab…");
  EXPECT_EQ(quote_excerpt(text, 3), "ab…");
  EXPECT_EQ(quote_excerpt(text, 4), "ab…");
  EXPECT_EQ(quote_excerpt(text, 5), "ab\xE2\x82\xAC…");
  EXPECT_EQ(quote_excerpt(text, 6), text);
}

TEST(QuoteExcerpt, DoesNotCountEscapesAgainstTheLimit) {
  EXPECT_EQ(quote_excerpt("\n\n\n", 2), R"(\x0A\x0A…)");
}

TEST(QuoteExcerpt, IsUtf8WhateverTheBytesAre) {
  std::string bytes;
  std::uint32_t state = 3;
  for (int i = 0; i < 2000; ++i) {
    state = state * 1664525U + 1013904223U;
    bytes.push_back(static_cast<char>(state >> 24));
    ASSERT_TRUE(is_utf8(quote_excerpt(std::string_view(bytes).substr(bytes.size() / 2), 16)));
  }
}

TEST(Printable, KeepsAllOfTheTextOnOneLine) {
  EXPECT_EQ(printable(""), "");
  EXPECT_EQ(printable("payloads/\"a\" \\b.json"), "payloads/\"a\" \\b.json");
  EXPECT_EQ(printable(std::string(100, 'a')), std::string(100, 'a'));
  EXPECT_EQ(printable("\r\n\x1B[2J\x7F\xC2\x9B\xE2\x80\xA8\xE2\x81\xA6\xFF"),
            R"(\x0D\x0A\x1B[2J\x7F\u{009B}\u{2028}\u{2066}\xFF)");
}

TEST(Printable, LeavesWhatItHasMade) {
  const std::string once = printable("\"a\n\\\xFF\"");
  EXPECT_EQ(printable(once), once);
}

}  // namespace
}  // namespace eventc
