// SPDX-License-Identifier: Apache-2.0
#include "pattern/to_pcre2.hpp"

#include <gtest/gtest.h>

#include <ostream>

#include "pattern/syntax.hpp"

namespace eventc::compiler {

void PrintTo(const Refusal& refusal, std::ostream* out);  // see pattern_test.cpp

namespace pattern_syntax {
namespace {

std::variant<std::string, Refusal> translation(std::string_view source) {
  const auto read = read_regex(source);
  if (const Refusal* refusal = std::get_if<Refusal>(&read)) {
    ADD_FAILURE() << source << " is refused at " << refusal->offset << ": " << refusal->reason;
    return *refusal;
  }
  return to_pcre2(std::get<Regex>(read), source);
}

std::string pcre2(std::string_view source) {
  const auto translated = translation(source);
  if (const Refusal* refusal = std::get_if<Refusal>(&translated)) {
    ADD_FAILURE() << source << " is refused at " << refusal->offset << ": " << refusal->reason;
    return {};
  }
  return std::get<std::string>(translated);
}

Refusal refusal(std::string_view source) {
  const auto translated = translation(source);
  const Refusal* refusal = std::get_if<Refusal>(&translated);
  return refusal != nullptr ? *refusal : Refusal{0, "not refused: " + std::string(source)};
}

TEST(ToPcre2, KeepsWhatBothHave) {
  for (const std::string_view source :
       {"", "a|b|", "^abc", "(?:ab)*c+d?", "a{2}b{2,}c{2,3}", "a*?b+?c??d{2,}?", R"(\bx\B)",
        "(?=a)(?!b)(?<=c)(?<!d)", R"(\d\D\w\W)", R"([^\da-c])", R"(\t\n\f\r)", R"(\.\*\\\^)"}) {
    EXPECT_EQ(pcre2(source), source);
  }
}

TEST(ToPcre2, AnchorsAtTheEndOfTheTextAlone) { EXPECT_EQ(pcre2("^a$"), R"(^a\z)"); }

TEST(ToPcre2, SpellsOutWhatOptionsAndTablesOfPcre2Decide) {
  EXPECT_EQ(pcre2("."), R"([^\n\r\x{2028}\x{2029}])");
  EXPECT_EQ(pcre2("[^]"), R"(\p{Any})");
  EXPECT_EQ(pcre2("[]"), R"(\P{Any})");
  EXPECT_EQ(pcre2(R"(\s)"), R"([\s\p{Z}\x{feff}])");
  EXPECT_EQ(pcre2(R"(\S)"), R"([^\s\p{Z}\x{feff}])");
  EXPECT_EQ(pcre2(R"([\s,])"), R"([\s\p{Z}\x{feff},])");
  EXPECT_EQ(pcre2(R"([^\s\w])"), R"([^\s\p{Z}\x{feff}\w])");
  EXPECT_EQ(pcre2(R"([\S\n])"),
            R"([^\t\x{b}-\r \x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f})"
            R"(\x{3000}\x{feff}])");
}

TEST(ToPcre2, IsPrintableAsciiWithoutQuotes) {
  EXPECT_EQ(pcre2("é\"🐲\x7f "), R"(\x{e9}\x{22}\x{1f432}\x{7f} )");
  EXPECT_EQ(pcre2("[é\"🐲]"), R"([\x{22}\x{e9}\x{1f432}])");
  EXPECT_EQ(pcre2(R"(\u{1F432}\ud83d\udc32\u00e9\x41\cJ\0\v)"),
            R"(\x{1f432}\x{1f432}\x{e9}A\n\x{0}\x{b})");
}

TEST(ToPcre2, MatchesNothingByALoneSurrogate) {
  EXPECT_EQ(pcre2(R"(\ud83d)"), R"(\P{Any})");
  EXPECT_EQ(pcre2(R"([\ud83da])"), "a");
}

TEST(ToPcre2, EscapesWhatOnlyPcre2GivesAMeaning) {
  EXPECT_EQ(pcre2("# {,3} {a} ]}"), R"(# \{,3\} \{a\} \]\})");
  EXPECT_EQ(pcre2("[[:digit:]"), R"([:\[dgit])");
  EXPECT_EQ(pcre2("[[a&&b]"), R"([&\[ab])");
  EXPECT_EQ(pcre2(R"([\]\-\^\\])"), R"([\-\\-\^])");
  EXPECT_EQ(pcre2(R"(a+\+)"), R"(a+\+)");
  EXPECT_EQ(pcre2(R"((?:a+)\+)"), R"(a+\+)");
}

TEST(ToPcre2, WritesShortFormsWhereTheyAreShorter) {
  EXPECT_EQ(pcre2("[0-9]"), R"(\d)");
  EXPECT_EQ(pcre2("[a-zA-Z0-9_]"), R"(\w)");
  EXPECT_EQ(pcre2("[a-zA-Z0-9_-]"), R"([\w\-])");
  EXPECT_EQ(pcre2("[0-9a-f]"), R"([\da-f])");
  EXPECT_EQ(pcre2("[!-~]"), "[!-~]");
  EXPECT_EQ(pcre2("[^0-9]"), R"(\D)");
  EXPECT_EQ(pcre2("[ab]"), "[ab]");
  EXPECT_EQ(pcre2("[abc]"), "[a-c]");
}

TEST(ToPcre2, HasShortNamesOfProperties) {
  EXPECT_EQ(pcre2(R"(\p{Letter}\p{digit}\P{gc=Lu}\p{Cased_Letter})"), R"(\p{L}\p{Nd}\P{Lu}\p{LC})");
  EXPECT_EQ(pcre2(R"(\p{Script=Greek}\p{scx=Grek}\P{sc=Old_Italic})"),
            R"(\p{sc:Greek}\p{scx:Greek}\P{sc:Old_Italic})");
  EXPECT_EQ(pcre2(R"(\p{Alphabetic}\p{Upper}\p{space})"),
            R"(\p{Alphabetic}\p{Uppercase}\p{White_Space})");
  EXPECT_EQ(pcre2(R"(\p{ASCII}\p{Any}\p{Assigned}\p{Cs})"),
            R"([\x{0}-\x{7f}]\p{Any}\P{Cn}\P{Any})");
  EXPECT_EQ(pcre2(R"([\p{L}\P{Nd}_])"), R"([_\p{L}\P{Nd}])");
  EXPECT_EQ(pcre2(R"([^\p{L}])"), R"([^\p{L}])");
}

TEST(ToPcre2, CapturesWhatIsReferredTo) {
  EXPECT_EQ(pcre2(R"((a)(b)\2)"), R"(a(b)\g{1})");
  EXPECT_EQ(pcre2(R"((?<q>['"]).*\k<q>)"), R"(([\x{22}'])[^\n\r\x{2028}\x{2029}]*\g{1})");
  EXPECT_EQ(pcre2(R"((a|b)\1{2}0)"), R"((a|b)(?:\g{1}){2}0)");
  EXPECT_EQ(pcre2(R"((?:(?<y>a)-|-(?<y>b))\k<y>)"), R"((?:(a)-|-(b))\g{1}\g{2})");
  EXPECT_EQ(pcre2(R"(\1(a))"), R"(\g{1}(a))");
  EXPECT_EQ(pcre2("(a)(b|c)(d)+"), "a(?:b|c)(?:d)+");
}

TEST(ToPcre2, CallsARepeatedGroupThatMustForget) {
  EXPECT_EQ(pcre2(R"((?:(a)|b\1)*)"), R"(((?:(a)|b\g{2})){0}(?1)*)");
  EXPECT_EQ(pcre2(R"((a\1)+c)"), R"(((a\g{2})){0}(?1)+c)");
  EXPECT_EQ(pcre2(R"((x)(?:(a)|b\2)*\1)"), R"((x)((?:(a)|b\g{3})){0}(?2)*\g{1})");
  EXPECT_EQ(pcre2(R"((?:(a|b)\1)*)"), R"((?:(a|b)\g{1})*)") << "every turn sets it anew";
  EXPECT_EQ(pcre2(R"((?:(a|b)c?)+\1)"), R"((?:(a|b)c?)+\g{1})") << "the last turn has set it";
  EXPECT_EQ(pcre2(R"((a)?\1)"), R"((a)?\g{1})") << "there is one turn at the most";
}

TEST(ToPcre2, RefusesReferencesThatPcre2WouldReadOtherwise) {
  EXPECT_EQ(refusal(R"((?:(a)|b)*\1)"),
            (Refusal{10,
                     "it refers to a group that a turn of a repeat need not set, and PCRE2 can "
                     "not forget what an earlier turn set"}));
  const std::string empty =
      "it refers to a group in a repeat that may take nothing, which PCRE2 counts as a turn and "
      "ECMA-262 does not";
  EXPECT_EQ(refusal(R"((a*)*\1)"), (Refusal{5, empty}));
  EXPECT_EQ(refusal(R"((?=(?:a|)*(b))\1)"), (Refusal{14, empty}));
}

TEST(ToPcre2, LooksBehindForFixedLengthsOnly) {
  EXPECT_EQ(pcre2("(?<=a|bc)"), "(?<=a|bc)");
  EXPECT_EQ(pcre2("(?<=ab?)"), "(?<=a|ab)");
  EXPECT_EQ(pcre2("(?<!x(?:a|bc|d)y)"), "(?<!x(?:a|d)y|xbcy)");
  EXPECT_EQ(pcre2("(?<=a{1,3})"), "(?<=a|a{2}|a{3})");
  EXPECT_EQ(pcre2("(?<=(?:a|bc){2})"), "(?<=aa|abc|bca|bcbc)");
  EXPECT_EQ(pcre2(R"((?<=^\b(?=a+)..))"),
            R"((?<=^\b(?=a+)[^\n\r\x{2028}\x{2029}][^\n\r\x{2028}\x{2029}]))");
  EXPECT_EQ(refusal("(?<=ab*)c"),
            (Refusal{5, "PCRE2 can not look behind without a limit: \"b*\""}));
  EXPECT_EQ(refusal(R"((a)(?<=x\1))"),
            (Refusal{8, R"(PCRE2 can not look behind for "\1", whose length varies)"}));
  EXPECT_EQ(refusal("(?<=a{0,300})").reason,
            "it looks behind for more than 256 combinations of lengths, each of which PCRE2 needs "
            "apart");
  EXPECT_EQ(refusal("(?<=(?:ab){40000})").reason,
            "PCRE2 can not look behind for more than 65535 characters");
  EXPECT_EQ(refusal(R"((?<=(a)b?)\1)"),
            (Refusal{0, "it refers to a group in a lookbehind whose length varies"}));
}

TEST(ToPcre2, RefusesWhatIsTooLarge) {
  EXPECT_EQ(refusal("(?:ab){20000}"), (Refusal{0, "PCRE2 can not compile it: it is too large"}));
  EXPECT_EQ(refusal("(?:(?:ab){4000}){4000}"),
            (Refusal{0, "PCRE2 can not compile it: it is too large"}));
  EXPECT_EQ(refusal("a{65536}"), (Refusal{0, "PCRE2 counts to 65535 at the most"}));
  EXPECT_EQ(pcre2("[ab]{65535}"), "[ab]{65535}");
}

TEST(ToPcre2, DropsNoTurnOfALookahead) {
  EXPECT_EQ(pcre2("(?=a)+b"), "(?=a)b");
  EXPECT_EQ(pcre2("(?=a)*b"), "(?:(?=a)){0}b");
}

}  // namespace
}  // namespace pattern_syntax
}  // namespace eventc::compiler
