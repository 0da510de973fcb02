// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "eventc/format.hpp"
#include "examples.hpp"

namespace eventc::format {
namespace {

using namespace std::string_view_literals;

TEST(FormatRegex, TakesTermsAndQuantifiers) {
  expect_valid(is_regex, {
                             {"", "nothing"},
                             {"([abc])+\\s+$", "a group"},
                             {"^a|b||$", "alternatives, empty ones too"},
                             {"a*b+c?d*?e+?f??", "greedy and lazy"},
                             {"a{2}b{2,}c{2,3}d{2}?e{0}", "counts"},
                             {"a{007,7}", "leading zeros"},
                             {"a{99999999999999999998,99999999999999999999}", "counts of any size"},
                             {".-,:=!<>&%#@~`'\"_", "characters that stand for themselves"},
                             {"ü\U0001F600\n\0"sv, "any other character"},
                             {"\\bx\\B", "assertions"},
                             {"(?=a)(?!a)(?<=a)(?<!a)", "assertions"},
                             {"(?:(?=a))*", "an assertion in a group"},
                         });
  expect_invalid(is_regex, {
                               {"*", "nothing to repeat"},
                               {"a|*", "nothing to repeat"},
                               {"(*)", "nothing to repeat"},
                               {"^*", "an assertion"},
                               {"\\b+", "an assertion"},
                               {"(?=a)*", "an assertion"},
                               {"(?<=a)?", "an assertion"},
                               {"a**", "twice"},
                               {"a???", "three times"},
                               {"a{1}{2}", "twice"},
                               {"a{", "no count"},
                               {"a{}", "no count"},
                               {"a{,3}", "no least count"},
                               {"a{x}", "no count"},
                               {"a{1", "no closing brace"},
                               {"a{1,2,3}", "three counts"},
                               {"a{2,1}", "out of order"},
                               {"a{10,9}", "out of order"},
                               {"a{99999999999999999999,1}", "out of order"},
                               {"{", "a brace"},
                               {"}", "a brace"},
                               {"]", "a bracket"},
                               {"a\xFF", "no UTF-8"},
                           });
}

TEST(FormatRegex, TakesGroups) {
  expect_valid(is_regex, {
                             {"(a(b)(?:c))", "one in another"},
                             {"(?<name>a)\\k<name>", "a name"},
                             {"\\k<n>(?<n>a)", "a name that comes later"},
                             {"(?<$_é\u200D0>a)", "a name of all sorts"},
                             {"(?<\\u0061b>a)\\k<\\u{61}\\u0062>", "a name in escapes"},
                             {"(?<\\uD835\\uDC9C>a)\\k<\U0001D49C>", "a name in surrogates"},
                             {"\\1(a)", "a number"},
                             {"(a)\\1{2}", "a number, repeated"},
                             {"(?i:a)(?s-im:b)(?-m:c)(?ims-:d)", "flags of a group"},
                         });
  expect_invalid(is_regex, {
                               {"(", "no end"},
                               {"^(abc]", "no end"},
                               {"(?:", "no end"},
                               {")", "no beginning"},
                               {"(a))", "no beginning"},
                               {"(?a)", "no such group"},
                               {"(?", "no such group"},
                               {"(?P<n>a)", "of Python"},
                               {"(?P=n)", "of Python"},
                               {"(?#a)", "of Perl"},
                               {"(?>a)", "of Perl"},
                               {"(?i)a", "flags of the rest"},
                               {"(?g:a)", "no such flag"},
                               {"(?ii:a)", "a flag twice"},
                               {"(?i-i:a)", "a flag twice"},
                               {"(?-:a)", "no flag"},
                               {"(?i--m:a)", "two hyphens"},
                               {"(?<>a)", "an empty name"},
                               {"(?<1>a)", "a name that begins with a digit"},
                               {"(?<a-b>a)", "a hyphen in a name"},
                               {"(?<a", "no end of the name"},
                               {"(?<\\u002D>a)", "a hyphen in a name"},
                               {"(?<\\x61>a)", "another escape in a name"},
                               {"(?<\\uD835>a)", "half a surrogate pair"},
                               {"(?<\u2028>a)", "no letter"},
                               {"(?<n>a)\\k<m>", "no such name"},
                               {"\\k<n>", "no such name"},
                               {"\\k", "no name"},
                               {"(?<n>a)\\k", "no name"},
                               {"\\1", "no such group"},
                               {"(a)\\2", "no such group"},
                               {"(?:a)\\1", "a group without a number"},
                               {"(a)\\99999999999999999999999", "no such group"},
                           });
}

TEST(FormatRegex, SharesANameBetweenAlternativesOnly) {
  expect_valid(is_regex, {
                             {"(?<n>a)|(?<n>b)", "alternatives"},
                             {"(?:(?<n>a)|(?<n>b))\\k<n>", "alternatives of a group"},
                             {"(?<n>a)|x(?:(?<n>b)|(?<n>c))|(?<n>d)", "alternatives of several"},
                         });
  expect_invalid(is_regex, {
                               {"(?<n>a)(?<n>b)", "one behind another"},
                               {"(?<n>(?<n>a))", "one in another"},
                               {"(?<n>a|(?<n>b))", "one in another"},
                               {"(?:(?<n>a)|b)(?<n>c)", "behind the alternatives"},
                               {"(?:(?<n>a)|(?<n>b))|(?<m>c)(?<m>d)", "the second name"},
                               {"(?<n>a)|(?<n>b)(?<n>c)", "the second and the third"},
                               {"(?<n>a)|(?<\\u006E>b)(?<n>c)", "the same name in an escape"},
                           });
}

TEST(FormatRegex, TakesEscapes) {
  expect_valid(is_regex, {
                             {"\\d\\D\\s\\S\\w\\W", "sets"},
                             {"\\t\\n\\v\\f\\r\\0", "control characters"},
                             {"\\cA\\cz", "control characters"},
                             {"\\x4F\\u004F", "hexadecimal numbers"},
                             {"\\u{4F}\\u{0010FFFF}", "hexadecimal numbers in braces"},
                             {"\\uD83D\\uDE00\\uD83D\\uDE00\\uDE00\\uD83D", "surrogates"},
                             {"\\^\\$\\\\\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\/", "syntax"},
                             {"\\p{L}\\P{Lu}\\p{Letter}", "general categories"},
                             {"\\p{gc=Nd}\\p{General_Category=Number}", "general categories"},
                             {"\\p{Script=Greek}\\p{sc=Grek}\\p{scx=Cyrl}", "scripts"},
                             {"\\p{Script_Extensions=Todhri}", "a script of Unicode 16"},
                             {"\\p{Alphabetic}\\p{ASCII}\\p{Emoji}\\p{space}", "properties"},
                         });
  expect_invalid(is_regex, {
                               {"\\", "nothing"},
                               {"\\a", "a letter without a meaning"},
                               {"^\\S(|(.|\\n)*\\S)\\Z", "a letter without a meaning"},
                               {"\\-", "a hyphen, outside of a class"},
                               {"\\_", "an underscore"},
                               {"\\é", "a letter past ASCII"},
                               {"\\c", "no letter"},
                               {"\\c1", "no letter"},
                               {"\\00", "an octal number"},
                               {"\\01", "an octal number"},
                               {"\\x4", "one digit"},
                               {"\\xg0", "no digit"},
                               {"\\u004", "three digits"},
                               {"\\u{}", "no digit"},
                               {"\\u{110000}", "past the last character"},
                               {"\\u{FFFFFFFFFFFFFFFFF}", "past the last character"},
                               {"\\u{61", "no closing brace"},
                               {"\\p", "no name"},
                               {"\\pL", "no braces"},
                               {"\\p{", "no closing brace"},
                               {"\\p{}", "no name"},
                               {"\\p{Foo}", "no such property"},
                               {"\\p{l}", "case counts"},
                               {"\\p{L Lu}", "two names"},
                               {"\\p{Greek}", "a script without its property"},
                               {"\\p{Script}", "a property without its value"},
                               {"\\p{Script=Foo}", "no such script"},
                               {"\\p{Script=}", "no script"},
                               {"\\p{L=Lu}", "no property"},
                               {"\\p{RGI_Emoji}", "a property of strings: for the flag v"},
                               {"\\p{Line_Break}", "a property that patterns have not"},
                           });
}

TEST(FormatRegex, TakesClasses) {
  expect_valid(is_regex, {
                             {"[][^]", "empty ones"},
                             {"[a-z0-9_]*", "ranges"},
                             {"[-a][a-][-][--0][a-b-c]", "hyphens"},
                             {"[\\d-][-\\d]", "hyphens beside sets"},
                             {"[\\b\\-\\]\\^\\0\\cA]", "escapes"},
                             {"[^$.*+?(){}|/&&]", "what has a meaning elsewhere"},
                             {"[\\u{0}-\\u{10FFFF}]", "all there is"},
                             {"[\\uD83D\\uDE00-\\uD83D\\uDE01]", "from pair to pair"},
                             {"[\U0001F600-\U0001F64F\\p{L}\\P{L}\\w]", "beyond the first plane"},
                         });
  expect_invalid(is_regex, {
                               {"[", "no end"},
                               {"[a", "no end"},
                               {"[a-", "no end"},
                               {"[\\", "no end"},
                               {"[\\]", "no end"},
                               {"[z-a]", "out of order"},
                               {"[a--]", "out of order"},
                               {"[\U0001F64F-\U0001F600]", "out of order"},
                               {"[\\uDE00-\\uD83D]", "out of order"},
                               {"[\\d-z]", "a range from a set"},
                               {"[a-\\w]", "a range to a set"},
                               {"[a-\\p{L}]", "a range to a set"},
                               {"[\\B]", "an assertion"},
                               {"[\\1]", "a number"},
                               {"[\\k<n>](?<n>)", "a name"},
                               {"[\\a]", "a letter without a meaning"},
                           });
}

TEST(FormatRegex, NestsAsDeepAsThePattern) {
  const std::string open(100'000, '(');
  const std::string close(100'000, ')');
  EXPECT_TRUE(is_regex(open + close));
  EXPECT_FALSE(is_regex(open + close + ")"));
  EXPECT_FALSE(is_regex("(" + open + close));
}

TEST(FormatRegex, ReadsManyNames) {
  std::string pattern;
  for (int i = 0; i < 20'000; ++i) {
    pattern += "(?<n" + std::to_string(i) + ">)|(?<same>)|\\k<n" + std::to_string(i) + ">|";
  }
  EXPECT_TRUE(is_regex(pattern));
  EXPECT_FALSE(is_regex(pattern + "\\k<other>"));
}

}  // namespace
}  // namespace eventc::format
