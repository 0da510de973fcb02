// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pattern/code_points.hpp"

namespace eventc::compiler {

/// Why something about a pattern is not as its author wants it.
struct Refusal {
  /// The byte of the pattern that the reason is about.
  std::size_t offset = 0;
  /// In words that go into a diagnostic behind the keyword: `a group that repeats needs
  /// backtracking`.
  std::string reason;

  bool operator==(const Refusal&) const = default;
};

/// A `pattern` and how it is decided.
///
/// Most are decided exactly by loops without backtracking, which their branches describe: a text
/// matches when any branch does; a pattern without branches matches nothing. Where a branch is not
/// anchored at its begin, it may begin at any character; where it is not anchored at its end,
/// anything may follow. Every step is forced: however a text can match, the step takes what it
/// takes here.
///
/// The others are decided by PCRE2, when the program runs. Of these nothing is known here: no pass
/// may take a fact or a proof from them, or say whether they match a text.
struct Pattern {
  /// This text, UTF-8 and never empty.
  struct Literal {
    std::string text;

    bool operator==(const Literal&) const = default;
  };

  /// As many characters of the set as there are, up to `max`, and at least `min`.
  struct Repeat {
    CodePointSet set;
    std::size_t min = 1;
    /// Nothing: no limit. Never 0.
    std::optional<std::size_t> max = 1;
    /// If set, the step takes all but this many last characters of the text instead of as many as
    /// there are.
    std::optional<std::size_t> tail = std::nullopt;

    bool operator==(const Repeat&) const = default;
  };

  /// The first of these that fits; a text stands before those that it begins with. At least two;
  /// one of them may be empty.
  struct Alternatives {
    std::vector<std::string> texts;

    bool operator==(const Alternatives&) const = default;
  };

  using Step = std::variant<Literal, Repeat, Alternatives>;

  struct Branch {
    bool anchored_begin = false;
    bool anchored_end = false;
    std::vector<Step> steps;

    bool operator==(const Branch&) const = default;
  };

  /// A pattern for PCRE2: see pattern_syntax::to_pcre2().
  struct Pcre2 {
    std::string text;
    /// Why loops can't decide it.
    Refusal reason;

    bool operator==(const Pcre2&) const = default;
  };

  /// As the schema has it.
  std::string source;
  std::vector<Branch> branches;
  /// Set where loops can't decide it. There are no branches then.
  std::optional<Pcre2> pcre2 = std::nullopt;
  /// What in it was most likely meant otherwise, for a warning.
  std::optional<Refusal> doubt = std::nullopt;

  bool operator==(const Pattern&) const = default;
};

/// Reads a pattern as ECMA-262 (2023), 22.2 does with the `u` flag, as JSON Schema 2020-12
/// Core, 6.4 recommends, with the leniency that pattern_syntax::read_regex() describes. Refused is
/// what is no regular expression, and what not even PCRE2 has a pattern for.
///
/// Loops decide what has neither back-references, lookaround, word boundaries, \p{…}, groups that
/// repeat without a limit, nor a repeat that can take the characters of what follows it. Optional
/// and alternative groups, groups that repeat a few times, and choices that a later step would have
/// to undo become branches, 16 at most.
[[nodiscard]] std::variant<Pattern, Refusal> parse_pattern(std::string_view ecma);

/// Whether every match is known to begin with one of a few texts that are not empty, as those of
/// `^(?:arn:aws:kinesis:|none$)` do.
[[nodiscard]] bool has_fixed_begin(const Pattern& pattern);

/// What CharSet of the runtime takes for a set of characters: "0-9a-z".
[[nodiscard]] std::string char_set_spec(const CodePointSet& set);

/// The body of `bool NAME(std::string_view text)`, or with PCRE2 of `schema::Match NAME(…)`, which
/// needs <eventc/pattern.hpp> or <eventc/pcre2_pattern.hpp>, and <string_view>. Lines are relative
/// to the body's own indentation of two columns, and laid out as the style has it: 100 columns.
/// Where a long list or class can't keep to that, comments switch the formatting off around it.
/// `runtime` stands before every name of the runtime.
[[nodiscard]] std::vector<std::string> cpp_expression_lines(const Pattern& pattern,
                                                            std::string_view runtime = "eventc::");

}  // namespace eventc::compiler
