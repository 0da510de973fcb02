// SPDX-License-Identifier: Apache-2.0
#include "eventc/utf8.hpp"

#include <gtest/gtest.h>

namespace eventc {
namespace {

using namespace std::string_literals;

std::size_t sequence(std::string_view bytes) {
  return utf8_sequence(bytes.data(), bytes.data() + bytes.size());
}

bool is_scalar_value(char32_t c) { return c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF); }

/// By another road than table 3-7: the bits are decoded first, and what they should have been
/// written as is asked after.
std::size_t sequence_by_definition(std::string_view bytes) {
  const auto byte = [bytes](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  if (bytes.empty()) return 0;
  if (byte(0) < 0x80) return 1;
  const std::size_t length = byte(0) >> 5 == 6    ? 2
                             : byte(0) >> 4 == 14 ? 3
                             : byte(0) >> 3 == 30 ? 4
                                                  : 0;
  if (length == 0 || length > bytes.size()) return 0;
  char32_t c = byte(0) & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (byte(i) >> 6 != 2) return 0;
    c = c << 6 | (byte(i) & 0x3FU);
  }
  const std::size_t shortest = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  return length == shortest && is_scalar_value(c) ? length : 0;
}

std::size_t past_ascii(std::string_view text) {
  const char* const behind = skip_past_ascii(text.data(), text.data() + text.size());
  return static_cast<std::size_t>(behind - text.data());
}
std::size_t past_ascii_by_definition(std::string_view text) {
  std::size_t passed = 0;
  while (sequence_by_definition(text.substr(passed)) > 1)
    passed += sequence_by_definition(text.substr(passed));
  return passed;
}

TEST(Utf8, TakesEveryScalarValueThereAndBack) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (!is_scalar_value(c)) continue;
    std::string text;
    append_utf8(c, text);
    ASSERT_EQ(sequence(text), text.size()) << static_cast<std::uint32_t>(c);
    const char* p = text.data();
    ASSERT_EQ(decode_utf8(p), c);
    ASSERT_EQ(p, text.data() + text.size());
  }
}

TEST(Utf8, AgreesWithTheDefinitionOnEveryPairOfLeadingBytes) {
  for (unsigned first = 0; first < 256; ++first) {
    for (unsigned second = 0; second < 256; ++second) {
      for (const std::string& tail :
           {""s, "\x80"s, "\xBF\x80"s, "\x80\xBF"s, "\x80\xC0"s, "a\x80"s}) {
        const std::string text = static_cast<char>(first) + (static_cast<char>(second) + tail);
        ASSERT_EQ(sequence(text), sequence_by_definition(text)) << first << ' ' << second;
        ASSERT_EQ(sequence(text.substr(0, 1)), sequence_by_definition(text.substr(0, 1)));
        const std::string behind_others = "\xE2\x82\xAC\xC3\xA4" + text + "a";
        ASSERT_EQ(past_ascii(behind_others), past_ascii_by_definition(behind_others));
      }
    }
  }
}

TEST(Utf8, RefusesOverlongFormsSurrogatesAndWhatIsPastTheLast) {
  EXPECT_EQ(sequence("\xC0\x80"), 0U);
  EXPECT_EQ(sequence("\xC1\xBF"), 0U);
  EXPECT_EQ(sequence("\xE0\x9F\xBF"), 0U);
  EXPECT_EQ(sequence("\xF0\x8F\xBF\xBF"), 0U);
  EXPECT_EQ(sequence("\xED\xA0\x80"), 0U);
  EXPECT_EQ(sequence("\xED\xBF\xBF"), 0U);
  EXPECT_EQ(sequence("\xF4\x90\x80\x80"), 0U);
  EXPECT_EQ(sequence("\xF5\x80\x80\x80"), 0U);
  EXPECT_EQ(sequence(""), 0U);
}

TEST(Utf8, DoesNotReadBehindTheEnd) {
  const std::string whole = "\xF0\x9F\x98\x80";
  for (std::size_t length = 0; length < 4; ++length) {
    EXPECT_EQ(utf8_sequence(whole.data(), whole.data() + length), 0U) << length;
  }
  EXPECT_EQ(sequence(whole), 4U);
}

TEST(Utf8, ChecksWholeTexts) {
  EXPECT_TRUE(is_utf8(""));
  EXPECT_TRUE(is_utf8(std::string_view()));
  EXPECT_TRUE(is_utf8("plain text of more than eight bytes"));
  EXPECT_TRUE(is_utf8("gr\xC3\xBC\xC3\x9F\x65 \xE2\x82\xAC \xF0\x9F\x98\x80"));
  EXPECT_TRUE(is_utf8("nul \0 inside"s));
}

TEST(Utf8, FindsAnIllFormedByteAtAnyOffset) {
  for (std::size_t i = 0; i < 40; ++i) {
    std::string text(40, 'a');
    text[i] = '\x80';
    EXPECT_FALSE(is_utf8(text)) << i;
    text[i] = '\xC3';
    EXPECT_FALSE(is_utf8(text)) << i;
  }
}

/// The same, sequence by sequence.
bool is_utf8_by_definition(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = sequence_by_definition(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

TEST(Utf8, IsCheckedInBlocksAsOneByOne) {
  const std::string edges =
      "\x41\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xEC\xED\xEE\xF0\xF1\xF3\xF4\xF5\xFF"s;
  const std::string around = "\xE2\x82\xAC\xC3\xA4-\xF0\x9F\x98\x80\xC3\xB6\xE4\xB8\xAD";
  for (const char a : edges) {
    for (const char b : edges) {
      for (const char c : edges) {
        for (const char d : edges) {
          const std::string four{a, b, c, d};
          const bool expected = is_utf8_by_definition(four);
          // In the middle of a block, and across two.
          for (const std::size_t before : {1U, 2U}) {
            std::string text;
            for (std::size_t i = 0; i < before; ++i) text += around;
            text += four + around + around;
            ASSERT_EQ(is_utf8(text), expected) << testing::PrintToString(four) << before;
          }
        }
      }
    }
  }
}

TEST(Utf8, IsPassedUpToWhatEndsAString) {
  const std::string characters = "\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80";  // 9 bytes
  for (const char end : {'"', '\\', '\n', '\x1F', '\x80'}) {
    for (std::size_t count = 1; count < 12; ++count) {
      std::string text;
      for (std::size_t i = 0; i < count; ++i) text += characters;
      const std::string whole = text + end + characters + characters + characters + characters;
      const char* const passed = skip_past_ascii(whole.data(), whole.data() + whole.size());
      ASSERT_EQ(static_cast<std::size_t>(passed - whole.data()), text.size()) << count;
    }
  }
}

TEST(Utf8, CountsCodePoints) {
  EXPECT_EQ(count_code_points(""), 0U);
  EXPECT_EQ(count_code_points("abc"), 3U);
  EXPECT_EQ(count_code_points("\xC3\xBC\xE2\x82\xAC\xF0\x9F\x98\x80"), 3U);
  // A base letter and its combining mark are two.
  EXPECT_EQ(count_code_points("u\xCC\x88"), 2U);
}

}  // namespace
}  // namespace eventc
