// SPDX-License-Identifier: Apache-2.0
#if defined(__GNUC__) && !defined(__clang__)
// GCC 12 sees an uninitialised std::function in libstdc++'s <regex> when sanitizers are on.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include <gtest/gtest.h>

#include <eventc/pattern.hpp>
#include <eventc/pcre2_pattern.hpp>
#include <random>
#include <regex>
#include <string>
#include <vector>

#include "pattern/automaton.hpp"
#include "pattern/pattern.hpp"
#include "pattern/syntax.hpp"
#include "pattern/to_pcre2.hpp"

/// Patterns decided without backtracking, and by PCRE2, against std::regex, which backtracks.

namespace eventc::compiler {
namespace {

bool take(Matcher& match, const Pattern::Literal& literal) { return match.literal(literal.text); }

bool take(Matcher& match, const Pattern::Repeat& repeat) {
  const std::string spec = char_set_spec(repeat.set);
  const CharSet set = CharSet::of(spec);
  if (repeat.tail) {
    return repeat.max ? match.all_but_last(*repeat.tail, set, repeat.min, *repeat.max)
                      : match.all_but_last(*repeat.tail, set, repeat.min);
  }
  return repeat.max ? match.repeat(set, repeat.min, *repeat.max) : match.at_least(repeat.min, set);
}

/// What Matcher::any_of() does with a list that is known when it is compiled.
bool take(Matcher& match, const Pattern::Alternatives& alternatives) {
  for (const std::string& text : alternatives.texts) {
    if (match.literal(text)) return true;
  }
  return false;
}

bool decides(const Pattern::Branch& branch, std::string_view text) {
  const auto steps = [&](Matcher& match) {
    for (const Pattern::Step& step : branch.steps) {
      if (!std::visit([&](const auto& s) { return take(match, s); }, step)) return false;
    }
    return !branch.anchored_end || match.end();
  };
  return branch.anchored_begin ? starts(text, steps) : search(text, steps);
}

bool decides(const Pattern& pattern, std::string_view text) {
  for (const Pattern::Branch& branch : pattern.branches) {
    if (decides(branch, text)) return true;
  }
  return false;
}

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) { return random() % limit; }

/// Texts of characters that the pattern itself names, and some more, so that many of them match.
std::string random_text(Random& random, const std::string& source) {
  const std::string alphabet = source + "ab019-._ \n";
  std::string text;
  for (std::size_t size = below(random, 14); size != 0; --size) {
    text += alphabet[below(random, alphabet.size())];
  }
  return text;
}

/// One of the pattern's own texts, changed at a place or two.
std::string mutated(Random& random, std::string text) {
  for (std::size_t changes = below(random, 3); changes != 0 && !text.empty(); --changes) {
    const std::size_t at = below(random, text.size());
    switch (below(random, 3)) {
      case 0:
        text.erase(at, 1);
        break;
      case 1:
        text.insert(at, 1, text[below(random, text.size())]);
        break;
      default:
        text[at] = "ab09-.:\nZ"[below(random, 9)];
    }
  }
  return text;
}

struct Sample {
  std::string pattern;
  std::string match;
};

const std::vector<Sample>& samples() {
  static const std::vector<Sample> all{
      {"^ord_[0-9a-z]{8,32}$", "ord_0a1b2c3d4e"},
      {"^(a|ab)c$", "abc"},
      {"^(a|ab)(c|bc)d*$", "abbcd"},
      {"^[a-z]+[a-z0-9]$", "abc9"},
      {"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", "a-b-9"},
      {"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", "01234567-89ab-cdef-0123-456789abcdef"},
      {"^([01]?[0-9]|2[0-3]):[0-5][0-9]$", "23:59"},
      {"^\\+?[0-9]+(\\.[0-9]+)? *([kKmMgG]?[bB]|[kKmMgG])?$", "+12.5 kB"},
      {"^(?:\\d{1,5}\\.){0,3}\\d{1,5}$", "1.22.333.4"},
      {"\\d{1,}\\.\\d{1,}\\.\\d{1,}", "v1.22.3"},
      {"^[^=]+=[^=]+$", "key=value"},
      {"^.*\\.json$", "a.json.json"},
      {"^(\\d{4})$|^([a-zA-Z]{2}(-[A-Za-z]{2})?)$|^neutral$", "en-GB"},
      {"(^|,)ab(,|$)", "x,ab,y"},
      {"[a-z]+=[0-9]*;$", "x=a=19;"},
      {"^https?://[^/]+/", "https://a.b/c"},
      {"^\\S+\\s\\S+$", "ab cd"},
      {"[^a-y]z", "azz"},
      {"^a?b?c?$", "abc"},
      {"^(?:ab|a|abc)[bc]{0,2}$", "abcbc"},
      {"^a{2,4}[ab]{1,2}c", "aaaabc"},
      {"^(?:x[ab]|xa[bc]){1,2}?y|z{2}$", "xaby"},
      {"^x*?y+?$", "xxyy"},
      {"(foo|foobar)baz", "foobarbaz"},
      {"a.c", "a\nabc"},
      {"^[+-]?(?:0|[1-9][0-9]*)n$", "-120n"},
      {"^(Z|[+-][0-9]{2}:[0-9]{2})$", "+01:30"},
      {"^\\w+\\W\\d?\\D$", "ab_1-9x"},
      {"^[A-Z][a-z]*( [A-Z][a-z]*){0,3}$", "Ab C Def"},
      {"^(a*)+b$", "aaab"},
      {"x{3}", "xxaxxx"},
      {"^([0-9a-fA-F]{3}){1,2}$", "a0f1B2"},
  };
  return all;
}

TEST(PatternDifferential, AgreesWithStdRegexOnSamplesFromTheWild) {
  Random random(20230601);
  for (const Sample& sample : samples()) {
    const auto parsed = parse_pattern(sample.pattern);
    ASSERT_TRUE(std::holds_alternative<Pattern>(parsed)) << sample.pattern;
    const auto& pattern = std::get<Pattern>(parsed);
    const std::regex reference(sample.pattern, std::regex::ECMAScript);
    EXPECT_TRUE(decides(pattern, sample.match)) << sample.pattern;
    for (int i = 0; i != 2000; ++i) {
      const std::string text =
          i % 2 == 0 ? mutated(random, sample.match) : random_text(random, sample.pattern);
      ASSERT_EQ(decides(pattern, text), std::regex_search(text, reference))
          << sample.pattern << " on \"" << text << '"';
    }
  }
}

std::string random_pattern(Random& random, int depth);

std::string random_atom(Random& random, int depth) {
  static const std::vector<std::string> kAtoms{"a", "b", "c", "[ab]", "[bc]", "[^a]", ".", "[^bc]"};
  const std::size_t choice = below(random, kAtoms.size() + (depth == 0 ? 0 : 4));
  if (choice < kAtoms.size()) return kAtoms[choice];
  return "(?:" + random_pattern(random, depth - 1) + ")";
}

std::string random_pattern(Random& random, int depth) {
  static const std::vector<std::string> kQuantifiers{"",  "",    "",      "",      "*",   "+",
                                                     "?", "{2}", "{1,2}", "{0,2}", "{2,}"};
  std::string pattern;
  for (std::size_t terms = below(random, 4); terms != 0; --terms) {
    pattern += random_atom(random, depth) + kQuantifiers[below(random, kQuantifiers.size())];
  }
  if (below(random, 4) == 0) pattern += "|" + random_atom(random, depth);
  return pattern;
}

/// Every text over a, b, c of up to `size` characters.
std::vector<std::string> all_texts(std::size_t size) {
  std::vector<std::string> all{""};
  for (std::size_t begin = 0; size != 0; --size) {
    const std::size_t end = all.size();
    for (; begin != end; ++begin) {
      for (const char c : {'a', 'b', 'c'}) all.push_back(all[begin] + c);
    }
  }
  return all;
}

/// What PCRE2 would decide it by, even where loops can.
std::string translated(const std::string& source) {
  const auto read = pattern_syntax::read_regex(source);
  return std::get<std::string>(
      pattern_syntax::to_pcre2(std::get<pattern_syntax::Regex>(read), source));
}

TEST(PatternDifferential, AgreesWithStdRegexOnEveryShortTextForRandomPatterns) {
  Random random(7);
  const std::vector<std::string> texts = all_texts(5);
  int accepted = 0;
  for (int i = 0; i != 900; ++i) {
    const std::string source = (below(random, 2) == 0 ? "^" : "") + std::string("(?:") +
                               random_pattern(random, 2) + ")" + (below(random, 2) == 0 ? "$" : "");
    const auto parsed = parse_pattern(source);
    ASSERT_TRUE(std::holds_alternative<Pattern>(parsed)) << source;
    const auto& pattern = std::get<Pattern>(parsed);
    if (!pattern.pcre2) ++accepted;
    const Pcre2Pattern pcre2(translated(source));
    const std::regex reference(source, std::regex::ECMAScript);
    for (const std::string& text : texts) {
      const bool expected = std::regex_search(text, reference);
      ASSERT_EQ(pattern.pcre2 || decides(pattern, text) == expected, true)
          << source << " on \"" << text << '"';
      ASSERT_EQ(pcre2.match(text), expected ? schema::Match::Yes : schema::Match::No)
          << source << " on \"" << text << '"';
    }
  }
  EXPECT_GT(accepted, 350);
}

TEST(PatternDifferential, CommonTextsAreWhatBothPatternsMatch) {
  Random random(11);
  const std::vector<std::string> texts = all_texts(4);
  int found = 0;
  int none = 0;
  for (int i = 0; i != 3000; ++i) {
    const auto left = parse_pattern(random_pattern(random, 1));
    const auto right = parse_pattern("^(?:" + random_pattern(random, 1) + ")$");
    const auto& one = std::get<Pattern>(left);
    const auto& other = std::get<Pattern>(right);
    if (one.pcre2 || other.pcre2) continue;
    const CommonText common = find_common_text({one, other});
    ASSERT_NE(common.verdict, CommonText::Verdict::Undecided) << one.source << " " << other.source;
    if (common.verdict == CommonText::Verdict::Found) {
      ++found;
      ASSERT_TRUE(decides(one, common.text) && decides(other, common.text))
          << one.source << " and " << other.source << " on \"" << common.text << '"';
      continue;
    }
    ++none;
    for (const std::string& text : texts) {
      ASSERT_FALSE(decides(one, text) && decides(other, text))
          << one.source << " and " << other.source << " on \"" << text << '"';
    }
  }
  EXPECT_GT(found, 300);
  EXPECT_GT(none, 100);
}

}  // namespace
}  // namespace eventc::compiler
