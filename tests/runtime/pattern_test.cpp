// SPDX-License-Identifier: Apache-2.0
#include "eventc/pattern.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace eventc {
namespace {

using namespace std::string_view_literals;

std::string ascii_of(const CharSet& set) {
  std::string members;
  for (char32_t c = 0; c != 0x80; ++c) {
    if (set.contains(c)) members += static_cast<char>(c);
  }
  return members;
}

/// Past the named characters of all sets here; what lies beyond is one range of unassigned ones.
constexpr char32_t kProbed = 0x20000;

std::vector<char32_t> wide_of(const CharSet& set) {
  std::vector<char32_t> members;
  for (char32_t c = 0x80; c != kProbed; ++c) {
    if (set.contains(c)) members.push_back(c);
  }
  return members;
}

TEST(CharSet, HoldsRangesAndSingleCharacters) {
  EXPECT_EQ(ascii_of(CharSet("0-9a-f_")), "0123456789_abcdef");
  EXPECT_EQ(wide_of(CharSet("0-9a-f_")), std::vector<char32_t>());
  EXPECT_EQ(ascii_of(CharSet("")), "");
}

TEST(CharSet, ReadsAHyphenThatIsNoRangeAsItself) {
  EXPECT_EQ(ascii_of(CharSet("a-")), "-a");
  EXPECT_EQ(ascii_of(CharSet("-")), "-");
  EXPECT_EQ(ascii_of(CharSet("-a")), "-a");
  EXPECT_EQ(ascii_of(CharSet("--/")), "-./");
  EXPECT_EQ(ascii_of(CharSet("+--")), "+,-");
  EXPECT_EQ(ascii_of(CharSet("a-c-")), "-abc");
}

TEST(CharSet, HoldsNul) {
  EXPECT_EQ(ascii_of(CharSet("\0a")), "\0a"sv);
  EXPECT_EQ(ascii_of(CharSet("\0-\3")), "\0\1\2\3"sv);
}

TEST(CharSet, HoldsCharactersBeyondAscii) {
  EXPECT_EQ(wide_of(CharSet("aé€-₮😀")),
            (std::vector<char32_t>{0xE9, 0x20AC, 0x20AD, 0x20AE, 0x1F600}));
  EXPECT_EQ(ascii_of(CharSet("~-\xC2\x81")), "~\x7F");
  EXPECT_EQ(wide_of(CharSet("~-\xC2\x81")), (std::vector<char32_t>{0x80, 0x81}));
}

TEST(CharSet, HoldsEverythingElseWhenItExcepts) {
  constexpr CharSet kSet = CharSet::except(" -~€");
  EXPECT_EQ(ascii_of(kSet).size(), 33U);
  EXPECT_TRUE(kSet.contains('\n'));
  EXPECT_FALSE(kSet.contains('a'));
  EXPECT_FALSE(kSet.contains(0x20AC));
  EXPECT_EQ(wide_of(kSet).size(), kProbed - 0x80 - 1);
  EXPECT_EQ(wide_of(CharSet::except("a")).size(), kProbed - 0x80);
}

TEST(CharSet, OfARuntimeSpecIsTheSame) {
  const std::string spec = "0-9é-ü-";
  EXPECT_EQ(ascii_of(CharSet::of(spec)), "-0123456789");
  EXPECT_EQ(wide_of(CharSet::of(spec)).size(), 0xFCU - 0xE9 + 1);
  EXPECT_EQ(ascii_of(CharSet::of("z-a")), "");
}

TEST(CharSet, NamedSetsAreThoseOfEcma262) {
  const std::vector<char32_t> spaces{0xA0,   0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004,
                                     0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x2028,
                                     0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF};
  EXPECT_EQ(ascii_of(kSpace), "\t\n\v\f\r ");
  EXPECT_EQ(wide_of(kSpace), spaces);
  EXPECT_EQ(ascii_of(kNotSpace).size(), 0x80U - 6);
  EXPECT_EQ(wide_of(kNotSpace).size(), kProbed - 0x80 - spaces.size());
  EXPECT_EQ(ascii_of(kNotLineBreak).size(), 0x80U - 2);
  EXPECT_FALSE(kNotLineBreak.contains('\n') || kNotLineBreak.contains('\r'));
  EXPECT_EQ(wide_of(kNotLineBreak).size(), kProbed - 0x80 - 2);
  EXPECT_FALSE(kNotLineBreak.contains(0x2028) || kNotLineBreak.contains(0x2029));
  EXPECT_EQ(ascii_of(kAnyCharacter).size() + wide_of(kAnyCharacter).size(), kProbed);
}

TEST(Matcher, TakesALiteralOrNothing) {
  Matcher match("ord_1");
  EXPECT_FALSE(match.literal("orx"));
  EXPECT_FALSE(match.literal("ord_12"));
  EXPECT_TRUE(match.literal("ord_"));
  EXPECT_FALSE(match.end());
  EXPECT_TRUE(match.literal("1"));
  EXPECT_TRUE(match.end());
}

TEST(Matcher, TakesTheFirstAlternativeThatFits) {
  Matcher match("abc");
  EXPECT_FALSE(match.any_of({"b", "ax"}));
  EXPECT_TRUE(match.any_of({"ab", "a"}));
  EXPECT_TRUE(match.any_of({"x", ""}));
  EXPECT_TRUE(match.literal("c"));
}

TEST(Matcher, CountsCharactersNotBytes) {
  Matcher match("éü€😀x");
  EXPECT_TRUE(match.repeat(CharSet("à-ü"), 2));
  EXPECT_TRUE(match.repeat(CharSet::except("x"), 0, 9));
  EXPECT_TRUE(match.one(CharSet("x")));
  EXPECT_TRUE(match.end());
}

TEST(Matcher, RepeatsBetweenItsBounds) {
  const auto matches = [](std::string_view text) {
    Matcher match(text);
    return match.repeat(CharSet("a-z"), 2, 3) && match.end();
  };
  EXPECT_FALSE(matches("a"));
  EXPECT_TRUE(matches("ab"));
  EXPECT_TRUE(matches("abc"));
  EXPECT_FALSE(matches("abcd"));
  EXPECT_FALSE(matches("ab1"));
}

TEST(Matcher, TakesLongRunsCharacterByCharacter) {
  const auto taken = [](const CharSet& set, const std::string& text, std::size_t max) {
    Matcher match(text);
    EXPECT_TRUE(match.repeat(set, 0, max));
    std::size_t left = 0;
    while (!match.end() && match.repeat(kAnyCharacter, 1)) ++left;
    return text.size() - left;
  };
  constexpr CharSet kWord("0-9A-Za-z_");
  constexpr CharSet kHex("0-9a-fA-F");
  constexpr CharSet kManyRanges("acegikmoqsuwy");
  for (std::size_t size = 0; size < 50; ++size) {
    std::string word;
    for (std::size_t i = 0; i < size; ++i) word += "0Zz_9aAm"[i % 8];
    EXPECT_EQ(taken(kWord, word + "-" + word, 200), size);
    EXPECT_EQ(taken(kWord, word + word, size), size);
    EXPECT_EQ(taken(kHex, std::string(size, 'f') + "g" + std::string(20, 'f'), 200), size);
    EXPECT_EQ(taken(kManyRanges, std::string(size, 'q') + "r" + std::string(20, 'q'), 200), size);
    EXPECT_EQ(taken(CharSet::except("x"), std::string(size, 'a') + "x" + word, 200), size);
  }
  Matcher match("aaaaaaaaaaaaaaaaaaaaé");
  EXPECT_TRUE(match.repeat(CharSet("aé"), 21) && match.end()) << "beyond ASCII one by one";
}

// What is behind a part is not looked at for each part.
TEST(Matcher, TakesPartsOfALongTextInLinearTime) {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "abcdefghijklmnopqrst";
  for (std::size_t i = 20; i < text.size(); i += 21) text[i] = ',';
  const auto begin = std::chrono::steady_clock::now();
  Matcher match(text);
  std::size_t parts = 0;
  while (match.at_least(1, CharSet("a-z")) && match.literal(",")) ++parts;
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  EXPECT_EQ(parts, text.size() / 21);
  EXPECT_LT(taken.count(), 2.0);
}

TEST(Matcher, AtLeastTakesAllThereIs) {
  Matcher match("aaab");
  EXPECT_FALSE(Matcher("b").at_least(1, CharSet("a")));
  EXPECT_TRUE(match.at_least(3, CharSet("a")));
  EXPECT_TRUE(match.literal("b"));
}

TEST(Matcher, LeavesTheLastCharacters) {
  const auto matches = [](std::string_view text) {
    Matcher match(text);
    return match.all_but_last(2, CharSet("a-zé"), 1, 3) && match.repeat(kAnyCharacter, 2) &&
           match.end();
  };
  EXPECT_FALSE(matches(""));
  EXPECT_FALSE(matches("x"));
  EXPECT_FALSE(matches("€x"));
  EXPECT_TRUE(matches("a€x"));
  EXPECT_TRUE(matches("aééx😀"));
  EXPECT_FALSE(matches("aaaa€x"));
  EXPECT_FALSE(matches("a1€x"));
}

TEST(Matcher, StaysInATextThatIsNotUtf8) {
  for (const std::string_view text :
       {"\xE2\x82"sv, "\xFF"sv, "\x80\x80\x80"sv, "a\xF0\x9F\x98"sv}) {
    Matcher match(text);
    EXPECT_TRUE(match.at_least(1, kAnyCharacter) && match.end());
    EXPECT_FALSE(search(text, [](Matcher& m) { return m.literal("x"); }));
    Matcher tail(text);
    EXPECT_FALSE(tail.all_but_last(9, kAnyCharacter, 0));
  }
}

TEST(Search, TriesEveryCharacterAndTheEnd) {
  const auto steps = [](Matcher& match) { return match.one(CharSet("0-9")) && match.end(); };
  EXPECT_TRUE(search("é€1", steps));
  EXPECT_FALSE(search("1é", steps));
  EXPECT_FALSE(search("", steps));
  EXPECT_TRUE(search("abc", [](Matcher& match) { return match.end(); }));
}

TEST(Starts, TriesTheBeginAlone) {
  const auto steps = [](Matcher& match) { return match.literal("b"); };
  EXPECT_TRUE(starts("bc", steps));
  EXPECT_FALSE(starts("ab", steps));
}

static_assert(search("xx ord_0a", [](Matcher& match) {
  return match.literal("ord_") && match.repeat(CharSet("0-9a-z"), 2, 4) && match.end();
}));

}  // namespace
}  // namespace eventc
