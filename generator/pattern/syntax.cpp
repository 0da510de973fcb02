// SPDX-License-Identifier: Apache-2.0
#include "pattern/syntax.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "pattern/atom.hpp"

namespace eventc::compiler::pattern_syntax {

namespace {

constexpr int kMaxDepth = 100;

bool is_digit(char c) { return '0' <= c && c <= '9'; }

/// Recursive descent over 22.2.1's grammar: Disjunction, Alternative, Term.
class Reader {
 public:
  explicit Reader(std::string_view source) : cursor_(source) {}

  [[nodiscard]] std::variant<Sequences, Refusal> read() {
    Sequences sequences = read_choice();
    if (cursor_.is_at(')')) cursor_.refuse(cursor_.offset(), "\")\" closes no group");
    if (cursor_.refusal()) return *cursor_.refusal();
    return sequences;
  }

 private:
  Sequences read_choice();
  Sequences read_sequence();
  Sequences read_term();
  Sequences read_group();
  void read_group_kind();
  void read_group_name();
  Pattern::Repeat read_atom();
  Sequences quantified(const Sequences& sequences, std::size_t begin);
  std::optional<Quantifier> read_quantifier();
  std::optional<Quantifier> read_counts();
  std::optional<std::uint64_t> read_count();

  /// The sequences, or a refusal at this byte.
  Sequences accepted(std::variant<Sequences, Reason> sequences, std::size_t offset) {
    if (Reason* reason = std::get_if<Reason>(&sequences)) {
      cursor_.refuse(offset, std::move(*reason));
      return {};
    }
    return std::get<Sequences>(std::move(sequences));
  }

  Cursor cursor_;
  std::vector<std::string> names_;
  int depth_ = 0;
};

Sequences Reader::read_choice() {
  Sequences choice = read_sequence();
  while (cursor_.take("|")) {
    Sequences next = read_sequence();
    std::move(next.begin(), next.end(), std::back_inserter(choice));
  }
  return collapse(std::move(choice));
}

Sequences Reader::read_sequence() {
  Sequences sequences{{}};
  while (!cursor_.at_end() && !cursor_.is_at('|') && !cursor_.is_at(')')) {
    const std::size_t begin = cursor_.offset();
    const Sequences term = read_term();
    if (cursor_.refusal()) break;
    sequences = accepted(concatenate(std::move(sequences), term), begin);
  }
  return sequences;
}

Sequences Reader::read_term() {
  const std::size_t begin = cursor_.offset();
  if (cursor_.take("^")) return {{{Anchor::Begin, begin, begin + 1}}};
  if (cursor_.take("$")) return {{{Anchor::End, begin, begin + 1}}};
  if (cursor_.take("(")) {
    const Sequences group = read_group();
    return quantified(group, begin);
  }
  const Pattern::Repeat atom = read_atom();
  return quantified({{{atom, begin, cursor_.offset()}}}, begin);
}

Sequences Reader::read_group() {
  const std::size_t begin = cursor_.offset() - 1;
  read_group_kind();
  if (++depth_ > kMaxDepth) {
    cursor_.refuse(begin, fmt::format("its groups nest deeper than {}", kMaxDepth));
    return {};
  }
  Sequences group = read_choice();
  --depth_;
  if (!cursor_.take(")")) cursor_.refuse(begin, "\"(\" is not closed");
  return group;
}

/// What stands behind "(": captures don't matter for a verdict.
void Reader::read_group_kind() {
  const std::size_t begin = cursor_.offset() - 1;
  if (cursor_.take("?:") || !cursor_.is_at('?')) return;
  for (const std::string_view lookaround : {"?=", "?!", "?<=", "?<!"}) {
    if (!cursor_.take(lookaround)) continue;
    cursor_.refuse(begin,
                   fmt::format("\"({}\" looks at characters that it does not take", lookaround));
    return;
  }
  if (cursor_.take("?<")) {
    read_group_name();
  } else {
    cursor_.refuse(begin, "\"(?\" begins no group that ECMA-262 has");
  }
}

void Reader::read_group_name() {
  const std::size_t begin = cursor_.offset();
  while (!cursor_.at_end() && !cursor_.is_at('>')) {
    const char c = cursor_.peek();
    const char32_t character = cursor_.take_character();
    const bool is_letter = ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || character >= 0x80;
    const bool is_later_digit = is_digit(c) && cursor_.since(begin).size() > 1;
    if (is_letter || is_later_digit || c == '$' || c == '_') continue;
    cursor_.refuse(begin, "a group's name is letters, digits, \"$\" and \"_\"");
  }
  const std::string name(cursor_.since(begin));
  if (name.empty() || !cursor_.take(">")) cursor_.refuse(begin, "the group's name is not finished");
  if (std::find(names_.begin(), names_.end(), name) != names_.end()) {
    cursor_.refuse(begin, fmt::format("two groups are named \"{}\"", name));
  }
  names_.push_back(name);
}

Pattern::Repeat Reader::read_atom() {
  const std::size_t begin = cursor_.offset();
  const char c = cursor_.peek();
  switch (c) {
    case '.':
      cursor_.go_to(begin + 1);
      return {dot()};
    case '[':
      return {read_class(cursor_)};
    case '\\':
      return {read_escape(cursor_, false).set};
    case '*':
    case '+':
    case '?':
      cursor_.refuse(begin, fmt::format("\"{}\" has nothing to repeat", c));
      return {};
    case '{':
    case '}':
    case ']':
      cursor_.refuse(begin, fmt::format("\"{0}\" that stands for itself is written \"\\{0}\"", c));
      return {};
    default:
      const char32_t character = cursor_.take_character();
      return {CodePointSet({{character, character}})};
  }
}

Sequences Reader::quantified(const Sequences& sequences, std::size_t begin) {
  const std::optional<Quantifier> quantifier = read_quantifier();
  if (!quantifier || cursor_.refusal()) return sequences;
  return accepted(repeat_group(sequences, *quantifier, begin, cursor_.offset()), begin);
}

/// A "?" behind it asks for as few as possible, which changes what is captured, never whether a
/// text matches.
std::optional<Quantifier> Reader::read_quantifier() {
  std::optional<Quantifier> quantifier;
  if (cursor_.take("*")) {
    quantifier = {0, std::nullopt};
  } else if (cursor_.take("+")) {
    quantifier = {1, std::nullopt};
  } else if (cursor_.take("?")) {
    quantifier = {0, 1};
  } else if (cursor_.is_at('{')) {
    quantifier = read_counts();
  }
  if (quantifier) static_cast<void>(cursor_.take("?"));
  return quantifier;
}

std::optional<Quantifier> Reader::read_counts() {
  const std::size_t begin = cursor_.offset();
  cursor_.go_to(begin + 1);
  Quantifier counts;
  const std::optional<std::uint64_t> min = read_count();
  counts.min = min.value_or(0);
  counts.max = min;
  if (cursor_.take(",")) counts.max = is_digit(cursor_.peek()) ? read_count() : std::nullopt;
  if (!min || !cursor_.take("}")) {
    cursor_.refuse(begin, "\"{\" that stands for itself is written \"\\{\"");
  } else if (counts.max && *counts.max < counts.min) {
    cursor_.refuse(begin, fmt::format("\"{}\" ends before it begins", cursor_.since(begin)));
  } else if (std::max(counts.min, counts.max.value_or(0)) > kMaxCount) {
    cursor_.refuse(begin, fmt::format("a count is past {}", kMaxCount));
  }
  return counts;
}

/// Stops growing once it is past kMaxCount.
std::optional<std::uint64_t> Reader::read_count() {
  if (!is_digit(cursor_.peek())) return std::nullopt;
  std::uint64_t count = 0;
  while (is_digit(cursor_.peek())) {
    count = std::min(count * 10 + static_cast<std::uint64_t>(cursor_.peek() - '0'), kMaxCount + 1);
    cursor_.go_to(cursor_.offset() + 1);
  }
  return count;
}

}  // namespace

std::variant<Sequences, Refusal> read_pattern(std::string_view source) {
  return Reader(source).read();
}

}  // namespace eventc::compiler::pattern_syntax
