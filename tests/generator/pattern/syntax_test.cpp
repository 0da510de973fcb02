// SPDX-License-Identifier: Apache-2.0
#include "pattern/syntax.hpp"

#include <gtest/gtest.h>

#include <ostream>

namespace eventc::compiler {

void PrintTo(const Refusal& refusal, std::ostream* out);  // see pattern_test.cpp

namespace pattern_syntax {
namespace {

Refusal refusal(std::string_view source) {
  const auto read = read_regex(source);
  const Refusal* refusal = std::get_if<Refusal>(&read);
  return refusal != nullptr ? *refusal : Refusal{0, "not refused: " + std::string(source)};
}

/// The only term of a pattern.
Term term(std::string_view source) {
  auto read = read_regex(source);
  if (const Refusal* refusal = std::get_if<Refusal>(&read)) {
    ADD_FAILURE() << source << " is refused at " << refusal->offset << ": " << refusal->reason;
    return {};
  }
  Disjunction body = std::get<Regex>(std::move(read)).body;
  EXPECT_EQ(body.size(), 1U) << source;
  EXPECT_EQ(body.front().size(), 1U) << source;
  return body.front().front();
}

CharacterClass characters(std::string_view source) {
  return std::get<CharacterClass>(term(source).what);
}

CharacterClass one_of(std::vector<CodePointRange> ranges) {
  return {CodePointSet(std::move(ranges))};
}

/// The groups that the last term refers to.
std::vector<std::size_t> last_reference(std::string_view source) {
  auto read = read_regex(source);
  const Term last = std::get<Regex>(std::move(read)).body.back().back();
  return std::get<BackReference>(last.what).groups;
}

TEST(ReadRegex, KnowsWhereATermStands) {
  const Term group = term("(?<x>ab){2,3}?");
  EXPECT_EQ(group.begin, 0U);
  EXPECT_EQ(group.atom_end, 8U);
  EXPECT_EQ(group.end, 14U);
  EXPECT_EQ(group.quantifier.min, 2U);
  EXPECT_EQ(group.quantifier.max, 3U);
  EXPECT_TRUE(group.quantifier.lazy);
  EXPECT_EQ(std::get<Group>(group.what).number, 1U);
}

TEST(ReadRegex, BindsReferences) {
  EXPECT_EQ(last_reference(R"((?:a)(b)(c)\2)"), std::vector<std::size_t>{2});
  EXPECT_EQ(last_reference(R"((?<first>b)(?<$2é>c)\k<$2é>)"), std::vector<std::size_t>{2});
  EXPECT_EQ(last_reference(R"((?<\u{61}b>c)\k<a\u0062>)"), std::vector<std::size_t>{1});
}

TEST(ReadRegex, LetsAlternativesShareAName) {
  EXPECT_EQ(last_reference(R"((?:(?<y>a)-|-(?<y>b))\k<y>)"), (std::vector<std::size_t>{1, 2}));
  EXPECT_EQ(refusal("(?<a>a)(?<a>b)"), (Refusal{10, "two groups are named \"a\""}));
  EXPECT_EQ(refusal("(?<a>a(?:x|(?<a>b)))"), (Refusal{14, "two groups are named \"a\""}));
  EXPECT_EQ(refusal("(?:(?<a>a)|b)(?<a>b)"), (Refusal{16, "two groups are named \"a\""}));
}

TEST(ReadRegex, ReadsProperties) {
  EXPECT_EQ(characters(R"(\p{Letter})"), (CharacterClass{{}, {{"L", false}}, false}));
  EXPECT_EQ(characters(R"(\P{L})"), (CharacterClass{{}, {{"L", true}}, false}));
  EXPECT_EQ(
      characters(R"([^\p{Lu}\P{Script=Grek}x])"),
      (CharacterClass{CodePointSet({{'x', 'x'}}), {{"Lu", false}, {"sc:Greek", true}}, true}));
  EXPECT_EQ(characters(R"(\p{ASCII})"), one_of({{0, 0x7F}}));
  EXPECT_EQ(characters(R"(\P{Any})"), one_of({}));
  EXPECT_EQ(characters(R"(\P{Assigned})"), (CharacterClass{{}, {{"Cn", false}}, false}));
}

TEST(ReadRegex, ReadsWhatStandsForItselfWithoutTheUFlag) {
  EXPECT_EQ(characters("]"), one_of({{']', ']'}}));
  EXPECT_EQ(characters("}"), one_of({{'}', '}'}}));
  EXPECT_EQ(characters("{"), one_of({{'{', '{'}}));
  EXPECT_EQ(characters(R"(\-)"), one_of({{'-', '-'}}));
  EXPECT_EQ(characters("\\ "), one_of({{' ', ' '}}));
  EXPECT_EQ(characters("\\é"), one_of({{U'é', U'é'}}));
  EXPECT_EQ(characters(R"([\w-.])"), characters(R"([\w.\-])"));
  EXPECT_EQ(characters(R"([a-\d])"), characters(R"([a\-\d])"));
  EXPECT_EQ(characters("[[:a]"), one_of({{'[', '['}, {':', ':'}, {'a', 'a'}}));
  EXPECT_EQ(characters("[[:alpha:]"),
            one_of({{'[', '['}, {':', ':'}, {'a', 'a'}, {'l', 'l'}, {'p', 'p'}, {'h', 'h'}}));
}

TEST(ReadRegex, CountsALookaheadOnceOrNotAtAll) {
  EXPECT_TRUE(std::holds_alternative<Lookaround>(term("(?=a)+").what));
  EXPECT_EQ(term("(?=a){2,}").quantifier.min, 1U);
  EXPECT_EQ(term("(?!a)*").quantifier.max, 0U);
}

TEST(ReadRegex, RefusesWhatIsNoPattern) {
  EXPECT_EQ(refusal("**/*.tsx?"), (Refusal{0, "\"*\" has nothing to repeat"}));
  EXPECT_EQ(refusal("^*"), (Refusal{1, "\"*\" has nothing to repeat"}));
  EXPECT_EQ(refusal("a**"), (Refusal{2, "\"*\" has nothing to repeat"}));
  EXPECT_EQ(refusal("a++"), (Refusal{2, "\"+\" has nothing to repeat"}));
  EXPECT_EQ(refusal("a|{2}"), (Refusal{2, "\"{2}\" has nothing to repeat"}));
  EXPECT_EQ(refusal("(?<=a)*"), (Refusal{6, "\"*\" has nothing to repeat"}));
  EXPECT_EQ(refusal("(a"), (Refusal{0, "\"(\" is not closed"}));
  EXPECT_EQ(refusal("a)"), (Refusal{1, "\")\" closes no group"}));
  EXPECT_EQ(refusal("[a"), (Refusal{0, "\"[\" is not closed"}));
  EXPECT_EQ(refusal("[[:alpha:]]"), (Refusal{1, "\"[:alpha:]\" is no class that ECMA-262 has"}));
  EXPECT_EQ(refusal("(?x)"), (Refusal{0, "\"(?\" begins no group that ECMA-262 has"}));
  EXPECT_EQ(refusal("(?i)a"), (Refusal{0, "\"(?\" begins no group that ECMA-262 has"}));
  EXPECT_EQ(refusal("(?>a)"), (Refusal{0, "\"(?\" begins no group that ECMA-262 has"}));
  EXPECT_EQ(refusal("(?P<a>b)"), (Refusal{0, "\"(?\" begins no group that ECMA-262 has"}));
  EXPECT_EQ(refusal("(*ACCEPT)"), (Refusal{1, "\"*\" has nothing to repeat"}));
  EXPECT_EQ(refusal("(?<1>a)"), (Refusal{3, "a group's name is letters, digits, \"$\" and \"_\""}));
  EXPECT_EQ(refusal("(?<a"), (Refusal{3, "the group's name is not finished"}));
  EXPECT_EQ(refusal("a{3,2}"), (Refusal{1, "\"{3,2}\" ends before it begins"}));
  EXPECT_EQ(refusal("a{99999999999999999999}"), (Refusal{1, "a count is past 4294967295"}));
  EXPECT_EQ(refusal("[z-a]"), (Refusal{1, "\"z-a\" ends before it begins"}));
  EXPECT_EQ(refusal(std::string(101, '(')), (Refusal{100, "its groups nest deeper than 100"}));
}

TEST(ReadRegex, RefusesEscapesOfOtherDialects) {
  EXPECT_EQ(refusal(R"(\a)"), (Refusal{0, R"("\a" is no escape)"}));
  EXPECT_EQ(refusal(R"(^a\Z)"), (Refusal{2, R"("\Z" is no escape)"}));
  EXPECT_EQ(refusal(R"(\Qa\E)"), (Refusal{0, R"("\Q" is no escape)"}));
  EXPECT_EQ(refusal(R"([\B])"), (Refusal{1, R"("\B" is no escape)"}));
  EXPECT_EQ(refusal(R"(\x4)"), (Refusal{0, R"("\x" takes two hexadecimal digits)"}));
  EXPECT_EQ(refusal(R"(\u{110000})"),
            (Refusal{0, R"("\u" takes four hexadecimal digits, or up to 10FFFF in braces)"}));
  EXPECT_EQ(refusal(R"(\c1)"), (Refusal{0, R"("\c" takes a letter)"}));
  EXPECT_EQ(refusal(R"(\01)"), (Refusal{0, R"("\0" takes no digit behind it)"}));
  EXPECT_EQ(refusal(R"(\pL)"), (Refusal{0, R"("\p" takes a property: \p{Letter})"}));
  EXPECT_EQ(refusal(R"(\p{IsGreek})"),
            (Refusal{0, R"(ECMA-262 has no property "IsGreek" of Unicode 14)"}));
  EXPECT_EQ(refusal(R"((a)\2)"), (Refusal{3, "it refers back to a group that it does not have"}));
  EXPECT_EQ(refusal(R"((?<a>a)\k<b>)"),
            (Refusal{7, "it refers back to a group that it does not have"}));
  EXPECT_EQ(refusal(R"(\ka)"), (Refusal{0, R"("\k" takes the name of a group: \k<name>)"}));
  EXPECT_EQ(refusal("a\\"), (Refusal{2, "it ends in the middle"}));
  EXPECT_EQ(refusal("a\xFF"), (Refusal{1, "it is not UTF-8"}));
}

}  // namespace
}  // namespace pattern_syntax
}  // namespace eventc::compiler
