// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <eventc/pcre2_pattern.hpp>
#include <string>
#include <vector>

#include "pattern/properties.hpp"
#include "pattern/syntax.hpp"
#include "pattern/to_pcre2.hpp"

/// What translated patterns match, by PCRE2 itself.

namespace eventc::compiler::pattern_syntax {
namespace {

struct Sample {
  std::string pattern;
  std::vector<std::string> matching;
  std::vector<std::string> others;
};

void expect_verdicts(const std::vector<Sample>& samples) {
  for (const Sample& sample : samples) {
    const auto read = read_regex(sample.pattern);
    ASSERT_TRUE(std::holds_alternative<Regex>(read)) << sample.pattern;
    const auto text = to_pcre2(std::get<Regex>(read), sample.pattern);
    ASSERT_TRUE(std::holds_alternative<std::string>(text)) << sample.pattern;
    const Pcre2Pattern pattern(std::get<std::string>(text));
    for (const std::string& one : sample.matching)
      EXPECT_EQ(pattern.match(one), schema::Match::Yes) << sample.pattern << " on " << one;
    for (const std::string& one : sample.others)
      EXPECT_EQ(pattern.match(one), schema::Match::No) << sample.pattern << " on " << one;
  }
}

TEST(Pcre2Matching, AnchorsAtWholeTexts) {
  expect_verdicts({{"^abc$", {"abc"}, {"abc\n", "\nabc", "xabc", "abc\r"}},
                   {"b", {"abc", "b\n"}, {"", "a"}},
                   {"^$", {""}, {"\n"}}});
}

TEST(Pcre2Matching, TakesTheCharactersOfEcma) {
  expect_verdicts({
      {R"(^\d$)", {"0", "9"}, {"\u07C0", "\u09EA", "a"}},
      {R"(^\D$)", {"\u07C0", "a", "\n"}, {"0", ""}},
      {R"(^\w$)", {"a", "Z", "_", "0"}, {"é", "ſ", "\u212A", "-"}},
      {R"(^\W$)", {"é", "ſ", "\n"}, {"a", "_"}},
      {R"(^\s$)",
       {" ", "\t", "\v", "\f", "\u00A0", "\uFEFF", "\n", "\r", "\u2028", "\u2029", "\u2003",
        "\u1680", "\u202F", "\u205F", "\u3000"},
       {"\x01", "\u2013", "\xC2\x85", "\u180E", "\u200B", ""}},
      {R"(^\S$)", {"\u180E", "\u200B", "a", "\xC2\x85"}, {" ", "\u00A0", "\uFEFF", "\u2029"}},
      {"^.$", {"a", "\v", "\f", "\xC2\x85", "🐲"}, {"\n", "\r", "\u2028", "\u2029", ""}},
      {"^[^]$", {"\n", "🐲", "\u2028"}, {"", "ab"}},
      {"[]", {}, {"", "a"}},
      {R"(^[\s\S]$)", {"\n", "a", "\uFEFF"}, {""}},
      {R"(\bfoo\b)", {"a foo b", "foo", "éfoo"}, {"food", "_foo"}},
      {R"(a\Bb)", {"ab"}, {"a b"}},
  });
}

TEST(Pcre2Matching, TakesCodePoints) {
  expect_verdicts({
      {"^🐲*$", {"", "🐲", "🐲🐲"}, {"🐉", "🐉🐉", "D", "DD"}},
      {"^🐲{2}$", {"🐲🐲"}, {"🐲", "🐲🐲🐲"}},
      {R"(^[\u{1F432}-\ud83d\udc33]$)", {"🐲", "🐳"}, {"🐱", "a"}},
      {R"(\ud83d)", {}, {"🐲", ""}},
      {R"(^\cC\x41\0\v$)",
       {{"\x03"
         "A\0\v",
         4}},
       {"cCA"}},
  });
}

TEST(Pcre2Matching, KnowsPropertiesOfUnicode) {
  expect_verdicts({
      {R"(\p{Letter}cole)", {"l'école", "l'ecole"}, {"L'ÉCOLE", "1cole"}},
      {R"(^\p{digit}+$)", {"42", "৪২"}, {"-%#", ""}},
      {R"(^\p{Script=Greek}$)", {"α"}, {"a", "\u0342"}},
      {R"(^\p{Script_Extensions=Greek}$)", {"α", "\u0342"}, {"a"}},
      {R"(^\p{Script=Cyrillic}+$)", {"жук"}, {"zhuk"}},
      {R"(^\P{Lu}$)", {"a", "1"}, {"A", "É"}},
      {R"(^[^\P{Lu}X]$)", {"A", "É"}, {"X", "a"}},
      {R"(^[\p{Lu}\d]+$)", {"A1É"}, {"a"}},
      {R"(^\p{Emoji_Presentation}$)", {"🐲"}, {"a", "1"}},
      {R"(^\p{White_Space}$)", {" ", "\xC2\x85"}, {"\uFEFF"}},
      {R"(^\p{ASCII}$)", {"~", {"\0", 1}}, {"é"}},
      {R"(^\p{Any}$)", {"é", "\n"}, {""}},
      {R"(^\p{Assigned}$)", {"é"}, {"\u0378"}},
  });
}

TEST(Pcre2Matching, LooksAround) {
  expect_verdicts({
      {R"(^(?=.*\d)(?=.*[a-z]).{4,}$)", {"abc1", "1abcd"}, {"abcd", "1234", "a1"}},
      {"^(?!x-).*$", {"abc", "x"}, {"x-abc"}},
      {"(?<=a|bc)d", {"ad", "bcd"}, {"cd", "d"}},
      {"^.*(?<!ab?)$", {"b", "ac", ""}, {"a", "xab"}},
      {"(?=a)*b", {"b"}, {"a"}},
      {"(?=b)+b", {"b"}, {"a"}},
  });
}

TEST(Pcre2Matching, RefersToWhatAGroupTookLast) {
  expect_verdicts({
      {R"(^(['"])[^]*\1$)", {"'a'", "\"a\"", "''"}, {"'a\"", "'"}},
      {R"(^(?<n$é>a|b)\k<n$é>$)", {"aa", "bb"}, {"ab"}},
      {R"(^(?:(?<y>a)-|-(?<y>b))\k<y>$)", {"a-a", "-bb"}, {"a-b", "-ba", "a-"}},
      {R"(^\1(a)$)", {"a"}, {"aa"}},
      {R"(^(?:(a)|b)\1$)", {"aa", "b"}, {"a", "ba"}},
      {R"(^(?:(a)|b)\1{2}$)", {"aaa", "b"}, {"aa"}},
      {R"(^(?!(a))b\1$)", {"b"}, {"ba"}},
      {R"((z)((a+)?(b+)?(c))*\1)", {"zaacbbbcacz"}, {"zaacbbbcac"}},
  });
}

TEST(Pcre2Matching, ForgetsWhatAnEarlierTurnTook) {
  expect_verdicts({
      {R"(^(?:(a)|b\1)*$)", {"ab", "abb", "", "aabbab"}, {"aba!", "c"}},
      {R"(^(?:(a)|(b)|c\1\2)+$)", {"abc", "acbc"}, {"abcd", "aca!"}},
      {R"(^(a\1){2}$)", {"aa"}, {"aaa"}},
      {R"(^(?:x(?:(a)|b\1)*)+$)", {"xabxb", "xaaxb"}, {"xac"}},
  });
}

TEST(Pcre2Matching, TakesForItselfWhatIsOnlyPcre2sSyntax) {
  expect_verdicts({
      {"^# a{,2}$", {"# a{,2}"}, {"# aa", "", "a"}},
      {"^[[:alpha:]$", {"[", "a", ":"}, {"b", ":]"}},
      {R"(^\(\*FAIL\)$)", {"(*FAIL)"}, {""}},
      {R"(^[\]a-]+$)", {"]-a"}, {"b"}},
      {R"(^(?:a+)\+$)", {"aa+"}, {"aa"}},
  });
}

TEST(Pcre2Matching, KnowsEveryNameOfAProperty) {
  for (const std::string name : {"LC", "Cased_Letter", "Combining_Mark", "punct", "cntrl", "gc=Cn",
                                 "Script=Zanabazar_Square", "sc=Zanb", "scx=Qaac", "Alpha", "IDS",
                                 "XIDC", "Changes_When_Casemapped", "EPres"}) {
    const auto found = property_class(name);
    ASSERT_TRUE(std::holds_alternative<CharacterClass>(found)) << name;
    expect_verdicts({{"^\\p{" + name + "}{2}$", {}, {"a"}}});
  }
  EXPECT_EQ(std::get<std::string>(property_class("CWKCF")),
            "PCRE2 does not know the property \"CWKCF\"");
  EXPECT_EQ(std::get<std::string>(property_class("Script=greek")),
            "ECMA-262 has no property \"Script=greek\" of Unicode 14");
}

}  // namespace
}  // namespace eventc::compiler::pattern_syntax
