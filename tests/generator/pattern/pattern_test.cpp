// SPDX-License-Identifier: Apache-2.0
#include "pattern/pattern.hpp"

#include <gtest/gtest.h>

#include <eventc/pattern.hpp>

namespace eventc::compiler {

void PrintTo(const Refusal& refusal, std::ostream* out) {
  *out << refusal.offset << ": " << refusal.reason;
}

namespace {

using Branch = Pattern::Branch;
using Literal = Pattern::Literal;
using Repeat = Pattern::Repeat;
using Alternatives = Pattern::Alternatives;

constexpr std::optional<std::size_t> kUnbounded = std::nullopt;

std::vector<Branch> branches(std::string_view source) {
  const auto parsed = parse_pattern(source);
  if (const Refusal* refusal = std::get_if<Refusal>(&parsed)) {
    ADD_FAILURE() << source << " is refused at " << refusal->offset << ": " << refusal->reason;
    return {};
  }
  EXPECT_EQ(std::get<Pattern>(parsed).source, source);
  return std::get<Pattern>(parsed).branches;
}

Refusal refusal(std::string_view source) {
  const auto parsed = parse_pattern(source);
  const Refusal* refusal = std::get_if<Refusal>(&parsed);
  return refusal != nullptr ? *refusal : Refusal{0, "not refused: " + std::string(source)};
}

/// Why loops can't decide what PCRE2 does.
Refusal reason_for_pcre2(std::string_view source) {
  const auto parsed = parse_pattern(source);
  const Pattern* pattern = std::get_if<Pattern>(&parsed);
  if (pattern == nullptr || !pattern->pcre2)
    return {0, "not left to PCRE2: " + std::string(source)};
  EXPECT_EQ(pattern->source, source);
  EXPECT_TRUE(pattern->branches.empty());
  EXPECT_FALSE(pattern->pcre2->text.empty());
  return pattern->pcre2->reason;
}

/// The set of a pattern that is one class.
CodePointSet set_of(std::string_view source) {
  const std::string text = "(?:" + std::string(source) + "){40}";  // never a literal
  const std::vector<Branch> parsed = branches(text);
  if (parsed.size() != 1 || parsed[0].steps.size() != 1) return {};
  return std::get<Repeat>(parsed[0].steps[0]).set;
}

CodePointSet set(std::vector<CodePointRange> ranges) { return CodePointSet(std::move(ranges)); }

TEST(ParsePattern, ReadsASequence) {
  EXPECT_EQ(branches("^ord_[0-9a-z]{8,32}$"),
            (std::vector<Branch>{
                {true, true, {Literal{"ord_"}, Repeat{set({{'0', '9'}, {'a', 'z'}}), 8, 32}}}}));
  EXPECT_EQ(branches("^a{3}b+c*$"),
            (std::vector<Branch>{{true,
                                  true,
                                  {Literal{"aaa"}, Repeat{set({{'b', 'b'}}), 1, kUnbounded},
                                   Repeat{set({{'c', 'c'}}), 0, kUnbounded}}}}));
}

TEST(ParsePattern, ReadsEscapes) {
  EXPECT_EQ(branches(R"(^\t\n\v\f\r\cJ\x41\u00e9\u{1F600}\ud83d\ude00\.\/\-\_\"\'\@$)"),
            (std::vector<Branch>{{true, true, {Literal{"\t\n\v\f\r\nAé😀😀./-_\"'@"}}}}));
  EXPECT_EQ(branches(R"(^\0$)"), (std::vector<Branch>{{true, true, {Literal{{"\0", 1}}}}}));
}

TEST(ParsePattern, ReadsClasses) {
  EXPECT_EQ(set_of("[a-c_x-]"), set({{'a', 'c'}, {'_', '_'}, {'x', 'x'}, {'-', '-'}}));
  EXPECT_EQ(set_of("[-a]"), set({{'-', '-'}, {'a', 'a'}}));
  EXPECT_EQ(set_of("[a-b-d]"), set({{'a', 'b'}, {'-', '-'}, {'d', 'd'}}));
  EXPECT_EQ(set_of("[+--]"), set({{'+', '-'}}));
  EXPECT_EQ(set_of(R"([\]\\\b\d^$.(|)*[{}])"), set({{']', ']'},
                                                    {'\\', '\\'},
                                                    {'\b', '\b'},
                                                    {'0', '9'},
                                                    {'^', '^'},
                                                    {'$', '$'},
                                                    {'.', '.'},
                                                    {'(', ')'},
                                                    {'|', '|'},
                                                    {'*', '*'},
                                                    {'[', '['},
                                                    {'{', '{'},
                                                    {'}', '}'}}));
  EXPECT_EQ(set_of(R"([\u{1F600}-\u{1F64F}é])"), set({{0x1F600, 0x1F64F}, {0xE9, 0xE9}}));
  EXPECT_EQ(set_of("[^a]"), set({{0, 'a' - 1}, {'b', 0x10FFFF}}));
  EXPECT_EQ(set_of("[^]"), set({{0, 0x10FFFF}}));
  EXPECT_EQ(set_of("."), set({{0, 9}, {0xB, 0xC}, {0xE, 0x2027}, {0x202A, 0x10FFFF}}));
  EXPECT_EQ(set_of(R"(\w)"), set({{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}}));
  EXPECT_EQ(set_of(R"(\W)"), set_of("[^0-9A-Z_a-z]"));
  EXPECT_EQ(set_of(R"([^\D])"), set({{'0', '9'}}));
  EXPECT_EQ(set_of(R"(\S)"),
            set_of(R"([^\t-\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff])"));
  EXPECT_EQ(set_of(R"([\s\S])"), set({{0, 0x10FFFF}}));
}

TEST(ParsePattern, MatchesNothingByAnEmptyClassOrALoneSurrogate) {
  EXPECT_EQ(branches("a[]"), std::vector<Branch>());
  EXPECT_EQ(branches(R"(\ud83d)"), std::vector<Branch>());
  EXPECT_EQ(branches(R"(\ude00\ud83d)"), std::vector<Branch>());
  EXPECT_EQ(branches("^a[]?b|[]$"), (std::vector<Branch>{{true, false, {Literal{"ab"}}}}));
}

TEST(ParsePattern, TrimsWhatAnOpenEndMakesIdle) {
  EXPECT_EQ(branches("^a[0-9]{2,5}b*"),
            (std::vector<Branch>{{true, false, {Literal{"a"}, Repeat{set({{'0', '9'}}), 2, 2}}}}));
  EXPECT_EQ(branches("b*a+x$"), (std::vector<Branch>{{false, true, {Literal{"ax"}}}}));
  EXPECT_EQ(branches("^(a|ab|b)"),
            (std::vector<Branch>{{true, false, {Alternatives{{"a", "b"}}}}}));
}

TEST(ParsePattern, AnOpenBranchWithoutStepsMatchesEverything) {
  for (const std::string_view source : {"", "^", "$", "a*", "a|", "(?:)", "^abc|x?", "()*"}) {
    const auto parsed = branches(source);
    ASSERT_EQ(parsed.size(), 1U) << source;
    EXPECT_TRUE(parsed[0].steps.empty()) << source;
    EXPECT_FALSE(parsed[0].anchored_begin && parsed[0].anchored_end) << source;
  }
  EXPECT_EQ(branches("^$"), (std::vector<Branch>{{true, true, {}}}));
}

TEST(ParsePattern, GathersTextsIntoAlternatives) {
  const std::vector<Branch> expected{{true, true, {Alternatives{{"web", "app", "store"}}}}};
  EXPECT_EQ(branches("^(web|app|store)$"), expected);
  EXPECT_EQ(branches("^(?:web|(?<a>app)|store|web)$"), expected);
  EXPECT_EQ(branches("^web$|^app$|^store$"), expected);
  EXPECT_EQ(branches("(^web$|^app$|^store$)"), expected);
  EXPECT_EQ(branches("^v(?:1|22)?$"),
            (std::vector<Branch>{{true, true, {Literal{"v"}, Alternatives{{"22", "1", ""}}}}}));
  EXPECT_EQ(branches("^(a|b|[c-d])+$"),
            (std::vector<Branch>{{true, true, {Repeat{set({{'a', 'd'}}), 1, kUnbounded}}}}));
}

TEST(ParsePattern, PutsLongerTextsFirst) {
  EXPECT_EQ(branches("^(a|ab)c$"),
            (std::vector<Branch>{{true, true, {Alternatives{{"ab", "a"}}, Literal{"c"}}}}));
}

TEST(ParsePattern, MakesBranchesOfAChoiceThatIsNotForced) {
  EXPECT_EQ(branches("^(a|ab)[b-c]$"),
            (std::vector<Branch>{{true, true, {Literal{"a"}, Repeat{set({{'b', 'c'}})}}},
                                 {true, true, {Literal{"ab"}, Repeat{set({{'b', 'c'}})}}}}));
  EXPECT_EQ(
      branches("^[ab]?[bc]x"),
      (std::vector<Branch>{
          {true, false, {Repeat{set({{'b', 'c'}})}, Literal{"x"}}},
          {true, false, {Repeat{set({{'a', 'b'}})}, Repeat{set({{'b', 'c'}})}, Literal{"x"}}}}));
}

TEST(ParsePattern, MakesBranchesOfOptionalAndRepeatedGroups) {
  const Repeat digits{set({{'0', '9'}}), 1, kUnbounded};
  EXPECT_EQ(
      branches(R"(^\d+(\.\d+)?$)"),
      (std::vector<Branch>{{true, true, {digits}}, {true, true, {digits, Literal{"."}, digits}}}));
  EXPECT_EQ(branches(R"(^(?:\d+\.){1,2}$)"),
            (std::vector<Branch>{{true, true, {digits, Literal{"."}}},
                                 {true, true, {digits, Literal{"."}, digits, Literal{"."}}}}));
  EXPECT_EQ(branches("^(ab){3}$"), (std::vector<Branch>{{true, true, {Literal{"ababab"}}}}));
  EXPECT_EQ(branches("(^|,)x(,|$)"), (std::vector<Branch>{{true, false, {Literal{"x,"}}},
                                                          {true, true, {Literal{"x"}}},
                                                          {false, false, {Literal{",x,"}}},
                                                          {false, true, {Literal{",x"}}}}));
}

TEST(ParsePattern, LeavesATailOfFixedLength) {
  EXPECT_EQ(branches(R"(^.*\.json$)"),
            (std::vector<Branch>{
                {true, true, {Repeat{set_of("."), 0, kUnbounded, 5}, Literal{".json"}}}}));
}

TEST(ParsePattern, JoinsRepeatsOfOneClass) {
  EXPECT_EQ(branches("^[0-9]{2}[0-9]*[0-9]?$"),
            (std::vector<Branch>{{true, true, {Repeat{set({{'0', '9'}}), 2, kUnbounded}}}}));
  EXPECT_EQ(branches("^(?:[0-9]*)+$"), branches("^[0-9]*$"));
  EXPECT_EQ(branches("^(?:[0-9]+)*$"), branches("^[0-9]*$"));
  EXPECT_EQ(branches("^(?:[0-9]{3}){2}$"), branches("^[0-9]{6}$"));
  EXPECT_EQ(branches("^(?:[0-9]{2}){1,2}$"), branches("^(?:[0-9]{2}|[0-9]{4})$"));
  EXPECT_EQ(branches("^[0-9]+?$"), branches("^[0-9]+$"));
}

TEST(ParsePattern, LeavesBacktrackingToPcre2) {
  EXPECT_EQ(reason_for_pcre2("^[a-z]+[a-z0-9]"),
            (Refusal{7, "the class before this one can take its characters: \"[a-z]+[a-z0-9]\""}));
  EXPECT_EQ(reason_for_pcre2("^.*foo"),
            (Refusal{3, "the class before this one can take its characters: \".*f\""}));
  EXPECT_EQ(reason_for_pcre2("^a*b*a"),
            (Refusal{5, "the class before this one can take its characters: \"a*b*a\""}));
  EXPECT_EQ(reason_for_pcre2("^(ab)*$"), (Refusal{1, "a group that repeats needs backtracking"}));
  EXPECT_EQ(reason_for_pcre2("^([0-9]{2})+$"),
            (Refusal{1, "a group that repeats needs backtracking"}));
}

TEST(ParsePattern, LeavesTooManySequencesToPcre2) {
  EXPECT_EQ(reason_for_pcre2("^(a[0-9])?(b[0-9])?(c[0-9])?(d[0-9])?(e[0-9])?$"),
            (Refusal{37, "its optional and alternative groups make more than 16 sequences"}));
  EXPECT_EQ(reason_for_pcre2("^[a-z]{0,16}[a-z0-9]*$").reason,
            "the class before this one can take its characters: \"[a-z]{0,16}[a-z0-9]*\"");
  EXPECT_EQ(reason_for_pcre2("^[a-z]{0,9}[a-z0-9]{0,9}[a-z_]*$").reason,
            "it needs more than 16 sequences");
  EXPECT_EQ(reason_for_pcre2("(?:ab){2100}"), (Refusal{0, "it is longer than 4096 characters"}));
}

TEST(ParsePattern, LeavesToPcre2WhatLooksAroundOrBack) {
  EXPECT_EQ(reason_for_pcre2(R"((a)\1)"), (Refusal{3, R"("\1" refers back to a group)"}));
  EXPECT_EQ(reason_for_pcre2(R"((?<x>a)\k<x>)"), (Refusal{7, R"("\k<x>" refers back to a group)"}));
  EXPECT_EQ(reason_for_pcre2("^(?!x)"),
            (Refusal{1, "\"(?!\" looks at characters that it does not take"}));
  EXPECT_EQ(reason_for_pcre2("(?<=x)"),
            (Refusal{0, "\"(?<=\" looks at characters that it does not take"}));
  EXPECT_EQ(reason_for_pcre2(R"(\bx)"), (Refusal{0, R"("\b" looks at the characters around it)"}));
  EXPECT_EQ(reason_for_pcre2(R"([\p{L}])"), (Refusal{0, R"("[\p{L}]" needs Unicode's tables)"}));
  EXPECT_EQ(reason_for_pcre2("a^b"), (Refusal{1, "\"^\" stands behind something"}));
  EXPECT_EQ(reason_for_pcre2("a$b"), (Refusal{2, "\"$\" stands before something"}));
}

TEST(ParsePattern, RefusesWhatIsNoRegularExpressionBeforeItAsksHowToMatch) {
  EXPECT_EQ(refusal("(?=a)b**"), (Refusal{7, "\"*\" has nothing to repeat"}));
  EXPECT_EQ(refusal(R"((a)\1(b)"), (Refusal{5, "\"(\" is not closed"}));
}

TEST(ParsePattern, RefusesWhatNotEvenPcre2Has) {
  EXPECT_EQ(refusal("(?<=a+)b"), (Refusal{4, "PCRE2 can not look behind without a limit: \"a+\""}));
  EXPECT_EQ(refusal("(?=a{65536})"), (Refusal{3, "PCRE2 counts to 65535 at the most"}));
}

TEST(ParsePattern, DoubtsWhatWasMostLikelyMeantOtherwise) {
  const auto parsed = parse_pattern("^a{,3}$");
  EXPECT_EQ(std::get<Pattern>(parsed).doubt,
            (Refusal{2, R"("{,3}" stands for itself: a count from none is written "{0,3}")"}));
  EXPECT_EQ(std::get<Pattern>(parsed).branches,
            (std::vector<Branch>{{true, true, {Literal{"a{,3}"}}}}));
  EXPECT_EQ(std::get<Pattern>(parse_pattern("^a{,}{3$")).doubt, std::nullopt);
  EXPECT_EQ(std::get<Pattern>(parse_pattern("^[^]]$")).doubt,
            (Refusal{1, R"("[^]" is a class of its own: a "]" in a class is written "\]")"}));
  EXPECT_EQ(std::get<Pattern>(parse_pattern("^[^]$")).doubt, std::nullopt);
}

bool begins_fixed(std::string_view source) {
  return has_fixed_begin(Pattern{std::string(source), branches(source)});
}

TEST(HasFixedBegin, HoldsWhereEveryMatchBeginsWithAFixedText) {
  for (const std::string_view source :
       {"^arn:aws:kinesis:", "^arn:[a-z]+$", "^[a]b+c", "^a{70}b", "^(abc|abd)e", "^ab[0-9]|^cd",
        "^(?:arn:aws[a-z-]{0,24}:dynamodb:|none$)"}) {
    EXPECT_TRUE(begins_fixed(source)) << source;
  }
}

TEST(HasFixedBegin, DoesNotHoldWhereAMatchMayBeginOtherwise) {
  for (const std::string_view source : {"", "abc", "^", "^[ab]", "^a|b", "^a*b", "^(a|)$", "[]"}) {
    EXPECT_FALSE(begins_fixed(source)) << source;
  }
}

TEST(HasFixedBegin, IsNotKnownOfWhatPcre2Decides) {
  EXPECT_FALSE(has_fixed_begin(std::get<Pattern>(parse_pattern("^abc(?=d)"))));
}

TEST(CharSetSpec, IsReadBackAsTheSameSet) {
  for (const std::string_view source :
       {"[a-z]", "[-]", "[a-]", "[+--]", "[--/a]", "[,-]", "[\\-.]", "[a\\-b]", "[!-~]",
        "[\\0\\x01é-ü€😀]", "[^a]", "[^\\-]", "\\S", "[~-\\x81]"}) {
    const CodePointSet set = set_of(source);
    const std::string spec = char_set_spec(set);
    const CharSet read = CharSet::of(spec);
    std::vector<char32_t> probes;
    for (char32_t c = 0; c != 0x100; ++c) probes.push_back(c);
    for (const CodePointRange& range : set.ranges()) {
      probes.insert(probes.end(), {range.first - 1, range.first, range.last, range.last + 1});
    }
    for (const char32_t c : probes) {
      const bool is_scalar = c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
      EXPECT_TRUE(!is_scalar || read.contains(c) == set.contains(c))
          << source << " differs at " << static_cast<std::uint32_t>(c);
    }
  }
}

std::vector<std::string> lines(std::string_view source, std::string_view runtime = "") {
  return cpp_expression_lines(Pattern{std::string(source), branches(source)}, runtime);
}

using Lines = std::vector<std::string>;

TEST(CppExpressionLines, AreAChainOfSteps) {
  EXPECT_EQ(
      lines("^ord_[0-9a-z]{8,32}$"),
      (Lines{
          "Matcher match(text);",
          R"(return match.literal("ord_") && match.repeat(CharSet("0-9a-z"), 8, 32) && match.end();)"}));
  EXPECT_EQ(
      lines("^[^=]+=\\s*\\S.[^]{2}(on|off)$", "eventc::"),
      (Lines{"eventc::Matcher match(text);",
             "return match.at_least(1, eventc::CharSet::except(\"=\")) && match.literal(\"=\") &&",
             "       match.at_least(0, eventc::kSpace) && match.one(eventc::kNotSpace) &&",
             "       match.one(eventc::kNotLineBreak) && match.repeat(eventc::kAnyCharacter, 2) &&",
             "       match.any_of({\"on\", \"off\"}) && match.end();"}));
  EXPECT_EQ(
      lines("^[a-z-]*[a-z]$"),
      (Lines{
          "Matcher match(text);",
          R"(return match.all_but_last(1, CharSet("a-z-"), 0) && match.one(CharSet("a-z")) && match.end();)"}));
}

TEST(CppExpressionLines, SearchWhereTheBeginIsOpen) {
  EXPECT_EQ(
      lines("[0-9]"),
      (Lines{R"(return search(text, [](Matcher& match) { return match.one(CharSet("0-9")); });)"}));
  EXPECT_EQ(
      lines("[0-9][a-z][^!]"),
      (Lines{"const auto steps = [](Matcher& match) {",
             R"(  return match.one(CharSet("0-9")) && match.one(CharSet("a-z")) &&)",
             R"(         match.one(CharSet::except("!"));)", "};", "return search(text, steps);"}));
}

TEST(CppExpressionLines, UseStringViewForOneText) {
  EXPECT_EQ(lines("^a\"b"), (Lines{R"(return text.starts_with("a\"b");)"}));
  EXPECT_EQ(lines("ab$"), (Lines{R"(return text.ends_with("ab");)"}));
  EXPECT_EQ(lines("^ab$"), (Lines{R"(return text == "ab";)"}));
  EXPECT_EQ(lines("ab"), (Lines{R"(return text.find("ab") != text.npos;)"}));
  EXPECT_EQ(lines("^$"), (Lines{"return text.empty();"}));
}

TEST(CppExpressionLines, AnswerWithoutLookingWhereTheyCan) {
  EXPECT_EQ(lines(""), (Lines{"static_cast<void>(text);", "return true;"}));
  EXPECT_EQ(lines("[]"), (Lines{"static_cast<void>(text);", "return false;"}));
}

TEST(CppExpressionLines, TryEachBranch) {
  EXPECT_EQ(lines("^Z$|[+-]0$"),
            (Lines{R"(const auto branch_1 = [](Matcher& match) {)",
                   R"(  return match.one(CharSet("+-")) && match.literal("0") && match.end();)",
                   "};", R"(return text == "Z" || search(text, branch_1);)"}));
}

TEST(CppExpressionLines, HaveARawLiteralForPcre2) {
  const auto of = [](std::string_view source) {
    return cpp_expression_lines(std::get<Pattern>(parse_pattern(source)));
  };
  EXPECT_EQ(of(R"(^(?!"x)\w+$)"),
            (Lines{R"--(static const eventc::Pcre2Pattern pattern(R"(^(?!\x{22}x)\w+\z)");)--",
                   "return pattern.match(text);"}));
  EXPECT_EQ(of("^(?!" + std::string(90, 'a') + ")(?=b)c"),
            (Lines{"static const eventc::Pcre2Pattern pattern(",
                   "    R\"(^(?!" + std::string(83, 'a') + ")\"",
                   R"--(    R"(aaaaaaa)(?=b)c)");)--", "return pattern.match(text);"}));
}

TEST(CppExpressionLines, KeepNulAndCutLongLiterals) {
  EXPECT_EQ(lines("^\\0a[\\0]b[x\\0]"),
            (Lines{"Matcher match(text);",
                   R"(return match.literal({"\000a\000b", 4}) && match.one(CharSet("\000x"));)"}));
  const std::string long_text =
      "0123456789012345678901234567890123456789012345678901234567890123456789";
  EXPECT_EQ(
      lines("^" + long_text + "[ab]"),
      (Lines{"Matcher match(text);", "return match.literal(\"" + long_text.substr(0, 63) + "\") &&",
             R"(       match.literal("3456789") && match.one(CharSet("ab"));)"}));
}

TEST(CppExpressionLines, SwitchTheFormattingOffAroundAListThatNoLineHolds) {
  EXPECT_EQ(
      lines("^(alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|omicron|omega)$"),
      (Lines{
          "// clang-format off", "Matcher match(text);",
          R"(return match.any_of({"alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta",)",
          R"(           "iota", "kappa", "lambda", "omicron", "omega"}) && match.end();)",
          "// clang-format on"}));
}

}  // namespace
}  // namespace eventc::compiler
