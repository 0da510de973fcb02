// SPDX-License-Identifier: Apache-2.0
#include "pattern/syntax.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "pattern/atom.hpp"

namespace eventc::compiler::pattern_syntax {

namespace {

constexpr int kMaxDepth = 100;

bool is_digit(char c) { return '0' <= c && c <= '9'; }

bool is_letter(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); }

bool is_surrogate(char32_t c) { return 0xD800 <= c && c <= 0xDFFF; }

/// The "[:alpha:]" that a class ends with; empty where it does not.
std::string_view posix_class_of(std::string_view text) {
  const std::size_t begin = text.rfind("[:");
  if (!text.ends_with(":]") || begin == std::string_view::npos) return {};
  const std::string_view word = text.substr(begin + 2);
  const std::string_view name = word.substr(0, word.find(':'));
  const bool is_name = !name.empty() && std::all_of(name.begin(), name.end(), is_letter);
  return is_name && name.size() + 2 == word.size() ? text.substr(begin) : std::string_view();
}

/// Recursive descent over 22.2.1's grammar: Disjunction, Alternative, Term.
class Reader {
 public:
  explicit Reader(std::string_view source) : cursor_(source) {}

  [[nodiscard]] std::variant<Regex, Refusal> read() {
    Regex regex{read_disjunction()};
    if (cursor_.is_at(')')) cursor_.refuse(cursor_.offset(), "\")\" closes no group");
    if (!cursor_.refusal()) bind_references(regex.body);
    if (cursor_.refusal()) return *cursor_.refusal();
    regex.doubt = doubt_;
    return regex;
  }

 private:
  struct Name {
    std::string text;
    std::size_t group = 0;
  };
  struct Reference {
    std::size_t offset = 0;
    std::variant<std::size_t, std::string> to;
  };
  using Atom = decltype(Term::what);

  Disjunction read_disjunction();
  Alternative read_alternative();
  Term read_term();
  Atom read_atom();
  Atom read_parenthesis();
  Disjunction read_body(std::size_t begin);
  std::string read_group_name();
  void name_group(std::size_t begin, std::size_t group);
  BackReference read_reference();
  CharacterClass read_character();
  CharacterClass read_bracketed();
  CharacterClass read_stray();
  std::optional<Quantifier> read_quantifier();
  std::optional<Quantifier> read_counts();
  std::optional<std::uint64_t> read_count();
  void bind_references(Disjunction& disjunction);
  void bind(BackReference& reference);

  Cursor cursor_;
  std::size_t groups_ = 0;
  std::vector<Name> names_;
  /// Of groups that may take part in the same match as the next one.
  std::vector<std::string> names_beside_;
  /// A back-reference holds its index here until it is bound.
  std::vector<Reference> references_;
  /// Told when a "]" stands for itself: until then "[[:alpha:]" is a class like any other.
  std::optional<Refusal> posix_class_;
  /// The same for "[]" and "[^]".
  std::optional<Refusal> empty_class_;
  std::optional<Refusal> doubt_;
  int depth_ = 0;
};

/// Groups of different alternatives never take part together: they may share a name.
Disjunction Reader::read_disjunction() {
  const auto before = static_cast<std::ptrdiff_t>(names_beside_.size());
  std::vector<std::string> of_all;
  Disjunction alternatives;
  do {
    alternatives.push_back(read_alternative());
    std::move(names_beside_.begin() + before, names_beside_.end(), std::back_inserter(of_all));
    names_beside_.erase(names_beside_.begin() + before, names_beside_.end());
  } while (cursor_.take("|"));
  std::move(of_all.begin(), of_all.end(), std::back_inserter(names_beside_));
  return alternatives;
}

Alternative Reader::read_alternative() {
  Alternative terms;
  while (!cursor_.at_end() && !cursor_.is_at('|') && !cursor_.is_at(')')) {
    Term term = read_term();
    if (!cursor_.refusal()) terms.push_back(std::move(term));
  }
  return terms;
}

Term Reader::read_term() {
  const std::size_t begin = cursor_.offset();
  Term term{.what = read_atom(), .begin = begin};
  term.atom_end = term.end = cursor_.offset();
  const auto* lookaround = std::get_if<Lookaround>(&term.what);
  const bool is_assertion = std::holds_alternative<Anchor>(term.what) ||
                            std::holds_alternative<WordBoundary>(term.what) ||
                            (lookaround != nullptr && lookaround->behind);
  if (is_assertion || cursor_.refusal()) return term;
  const std::optional<Quantifier> quantifier = read_quantifier();
  if (!quantifier) return term;
  term.end = cursor_.offset();
  if (lookaround == nullptr) {
    term.quantifier = *quantifier;
  } else if (quantifier->min == 0) {  // what takes nothing is not repeated (22.2.2.3.1)
    const Term inner = term;
    term.what = Group{{{inner}}};
    term.quantifier = {0, 0};
  }
  return term;
}

Reader::Atom Reader::read_atom() {
  if (cursor_.take("^")) return Anchor::Begin;
  if (cursor_.take("$")) return Anchor::End;
  if (cursor_.take("\\b")) return WordBoundary{false};
  if (cursor_.take("\\B")) return WordBoundary{true};
  if (cursor_.take("(")) return read_parenthesis();
  const char next = cursor_.peek(1);
  const bool is_reference = next == 'k' || ('1' <= next && next <= '9');
  if (cursor_.is_at('\\') && is_reference) return read_reference();
  return read_character();
}

/// What stands behind "(".
Reader::Atom Reader::read_parenthesis() {
  const std::size_t begin = cursor_.offset() - 1;
  if (cursor_.take("?:")) return Group{read_body(begin)};
  if (cursor_.take("?=")) return Lookaround{read_body(begin), false, false};
  if (cursor_.take("?!")) return Lookaround{read_body(begin), false, true};
  if (cursor_.take("?<=")) return Lookaround{read_body(begin), true, false};
  if (cursor_.take("?<!")) return Lookaround{read_body(begin), true, true};
  const std::size_t number = ++groups_;
  if (cursor_.take("?<")) {
    name_group(cursor_.offset(), number);
  } else if (cursor_.is_at('?')) {
    cursor_.refuse(begin, "\"(?\" begins no group that ECMA-262 has");
  }
  return Group{read_body(begin), number};
}

Disjunction Reader::read_body(std::size_t begin) {
  if (++depth_ > kMaxDepth) {
    cursor_.refuse(begin, fmt::format("its groups nest deeper than {}", kMaxDepth));
    return {};
  }
  Disjunction body = read_disjunction();
  --depth_;
  if (!cursor_.take(")")) cursor_.refuse(begin, "\"(\" is not closed");
  return body;
}

/// Behind a "<", and past the ">".
std::string Reader::read_group_name() {
  const std::size_t begin = cursor_.offset();
  std::string name;
  while (!cursor_.at_end() && !cursor_.is_at('>')) {
    const bool is_escape = cursor_.take("\\u");
    const std::optional<char32_t> character =
        is_escape ? take_unicode_escape(cursor_) : cursor_.take_character();
    if (cursor_.refusal()) return {};
    const char c = character && *character < 0x80 ? static_cast<char>(*character) : '\0';
    const bool is_wide = character && *character >= 0x80 && !is_surrogate(*character);
    const bool is_later_digit = is_digit(c) && !name.empty();
    if (is_letter(c) || is_later_digit || c == '$' || c == '_' || is_wide) {
      name += encode_utf8(*character);
    } else {
      cursor_.refuse(begin, "a group's name is letters, digits, \"$\" and \"_\"");
    }
  }
  if (name.empty() || !cursor_.take(">")) cursor_.refuse(begin, "the group's name is not finished");
  return name;
}

void Reader::name_group(std::size_t begin, std::size_t group) {
  std::string name = read_group_name();
  if (std::find(names_beside_.begin(), names_beside_.end(), name) != names_beside_.end())
    cursor_.refuse(begin, fmt::format("two groups are named \"{}\"", name));
  names_beside_.push_back(name);
  names_.push_back({std::move(name), group});
}

/// At "\1" or "\k".
BackReference Reader::read_reference() {
  Reference reference{.offset = cursor_.offset(), .to = std::string()};
  cursor_.go_to(cursor_.offset() + 1);
  if (!cursor_.take("k")) {
    reference.to = static_cast<std::size_t>(read_count().value_or(0));
  } else if (cursor_.take("<")) {
    reference.to = read_group_name();
  } else {
    cursor_.refuse(reference.offset, "\"\\k\" takes the name of a group: \\k<name>");
  }
  references_.push_back(std::move(reference));
  return {{references_.size() - 1}};
}

CharacterClass Reader::read_character() {
  const std::size_t begin = cursor_.offset();
  const char c = cursor_.peek();
  switch (c) {
    case '.':
      cursor_.go_to(begin + 1);
      return {dot()};
    case '[':
      return read_bracketed();
    case '\\':
      return read_escape(cursor_, false).what;
    case '*':
    case '+':
    case '?':
      cursor_.refuse(begin, fmt::format("\"{}\" has nothing to repeat", c));
      return {};
    case '{':
    case ']':
      return read_stray();
    default:
      const char32_t character = cursor_.take_character();
      return {CodePointSet({{character, character}})};
  }
}

CharacterClass Reader::read_bracketed() {
  const std::size_t begin = cursor_.offset();
  CharacterClass characters = read_class(cursor_);
  const std::string_view text = cursor_.since(begin);
  if (text == "[]" || text == "[^]") {
    empty_class_ = Refusal{begin, fmt::format("\"{}\" is a class of its own: a \"]\" in a class is "
                                              "written \"\\]\"",
                                              text)};
  }
  const std::string_view posix = posix_class_of(text);
  if (!posix.empty() && !posix_class_) {
    posix_class_ = Refusal{cursor_.offset() - posix.size(),
                           fmt::format("\"{}\" is no class that ECMA-262 has", posix)};
  }
  return characters;
}

/// A "{" or "]" that stands for itself, unless it is meant otherwise.
CharacterClass Reader::read_stray() {
  const std::size_t begin = cursor_.offset();
  const char c = cursor_.peek();
  if (c == ']' && empty_class_ && !doubt_) doubt_ = empty_class_;
  if (c == ']' && posix_class_) {
    cursor_.refuse(posix_class_->offset, posix_class_->reason);
  } else if (c == '{' && read_counts()) {
    cursor_.refuse(begin, fmt::format("\"{}\" has nothing to repeat", cursor_.since(begin)));
  } else if (!cursor_.refusal()) {
    cursor_.go_to(begin + 1);
  }
  const auto character = static_cast<char32_t>(c);
  return {CodePointSet({{character, character}})};
}

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
  if (quantifier) quantifier->lazy = cursor_.take("?");
  return quantifier;
}

/// Nothing, and not moved, where the "{" begins no counts.
std::optional<Quantifier> Reader::read_counts() {
  const std::size_t begin = cursor_.offset();
  cursor_.go_to(begin + 1);
  Quantifier counts;
  const std::optional<std::uint64_t> min = read_count();
  counts.min = min.value_or(0);
  counts.max = min;
  if (cursor_.take(",")) counts.max = read_count();
  const bool is_finished = cursor_.take("}");
  const std::string_view text = cursor_.since(begin);
  if (!min || !is_finished) {
    if (is_finished && counts.max && !doubt_) {
      doubt_ = Refusal{begin, fmt::format("\"{}\" stands for itself: a count from none is written "
                                          "\"{{0,{}}}\"",
                                          text, *counts.max)};
    }
    cursor_.go_to(begin);
    return std::nullopt;
  }
  if (counts.max && *counts.max < counts.min) {
    cursor_.refuse(begin, fmt::format("\"{}\" ends before it begins", text));
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

void Reader::bind_references(Disjunction& disjunction) {
  for (Alternative& alternative : disjunction) {
    for (Term& term : alternative) {
      if (auto* group = std::get_if<Group>(&term.what)) bind_references(group->body);
      if (auto* around = std::get_if<Lookaround>(&term.what)) bind_references(around->body);
      if (auto* reference = std::get_if<BackReference>(&term.what)) bind(*reference);
    }
  }
}

void Reader::bind(BackReference& reference) {
  const Reference& read = references_[reference.groups.front()];
  reference.groups.clear();
  if (const auto* number = std::get_if<std::size_t>(&read.to)) {
    if (*number <= groups_) reference.groups.push_back(*number);
  } else {
    for (const Name& name : names_) {
      if (name.text == std::get<std::string>(read.to)) reference.groups.push_back(name.group);
    }
  }
  if (reference.groups.empty())
    cursor_.refuse(read.offset, "it refers back to a group that it does not have");
}

}  // namespace

std::variant<Regex, Refusal> read_regex(std::string_view source) { return Reader(source).read(); }

}  // namespace eventc::compiler::pattern_syntax
