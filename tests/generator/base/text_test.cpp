// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"

#include <gtest/gtest.h>

namespace eventc::compiler {
namespace {

TEST(CharacterAt, ReadsSequencesOfEveryLength) {
  EXPECT_EQ(character_at("a", 0), (Character{U'a', 1, true}));
  EXPECT_EQ(character_at("é", 0), (Character{U'é', 2, true}));
  EXPECT_EQ(character_at("x€", 1), (Character{U'€', 3, true}));
  EXPECT_EQ(character_at("😀", 0), (Character{U'😀', 4, true}));
  EXPECT_EQ(character_at("\xF4\x8F\xBF\xBF", 0), (Character{0x10FFFF, 4, true}));
}

TEST(CharacterAt, TakesABadByteForACharacter) {
  const Character lone{0x80, 1, false};
  EXPECT_EQ(character_at("\x80", 0), lone);
  EXPECT_EQ(character_at("\xC3", 0), (Character{0xC3, 1, false})) << "cut off";
  EXPECT_EQ(character_at("\xC3(", 0), (Character{0xC3, 1, false})) << "no second byte";
  EXPECT_EQ(character_at("\xC0\xAF", 0), (Character{0xC0, 1, false})) << "overlong";
  EXPECT_EQ(character_at("\xE0\x80\xAF", 0), (Character{0xE0, 1, false})) << "overlong";
  EXPECT_EQ(character_at("\xED\xA0\x80", 0), (Character{0xED, 1, false})) << "surrogate";
  EXPECT_EQ(character_at("\xF4\x90\x80\x80", 0), (Character{0xF4, 1, false})) << "past U+10FFFF";
  EXPECT_EQ(character_at("\xFF", 0), (Character{0xFF, 1, false}));
}

TEST(Printable, LeavesPlainTextAlone) {
  EXPECT_EQ(printable("total: \"5 €\" \\n 😀"), "total: \"5 €\" \\n 😀");
}

TEST(Printable, EscapesWhatMovesTheCursor) {
  EXPECT_EQ(printable("a\nb\rc\td"), "a\\nb\\rc\\td");
  EXPECT_EQ(printable(std::string_view("\x1b[2J\0\x7f", 6)), "\\u{1B}[2J\\u{00}\\u{7F}");
  EXPECT_EQ(printable("\u0085\u2028\u2029"), "\\u{85}\\u{2028}\\u{2029}");
}

TEST(Printable, EscapesMarksOfReadingDirection) {
  EXPECT_EQ(printable("a\u202Eb\u2066\u200F\u061C"), "a\\u{202E}b\\u{2066}\\u{200F}\\u{61C}");
}

TEST(Printable, EscapesWhatHasNoShape) {
  EXPECT_EQ(printable("\uFEFFa\u200Bb\u2060\U000E0041"), "\\u{FEFF}a\\u{200B}b\\u{2060}\\u{E0041}");
}

TEST(Printable, EscapesBytesThatAreNotUtf8) { EXPECT_EQ(printable("a\xFF\xC3"), "a\\xFF\\xC3"); }

}  // namespace
}  // namespace eventc::compiler
