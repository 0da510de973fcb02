// SPDX-License-Identifier: Apache-2.0
#include "pattern/class_text.hpp"

#include <fmt/format.h>

#include <optional>
#include <string_view>

#include "pattern/atom.hpp"

namespace eventc::compiler::pattern_syntax {

namespace {

constexpr std::string_view kSpecial = "\\^$.|?*+()[]{}";
constexpr std::string_view kSpecialInClass = "\\^[]-";

std::string character(char32_t code_point, std::string_view special) {
  switch (code_point) {
    case '\t':
      return "\\t";
    case '\n':
      return "\\n";
    case '\f':
      return "\\f";
    case '\r':
      return "\\r";
    default:
      break;
  }
  const bool is_printable = ' ' <= code_point && code_point <= '~' && code_point != '"';
  if (!is_printable) return fmt::format("\\x{{{:x}}}", static_cast<std::uint32_t>(code_point));
  const auto c = static_cast<char>(code_point);
  return special.find(c) == std::string_view::npos ? std::string(1, c) : fmt::format("\\{}", c);
}

std::string range(const CodePointRange& of) {
  const std::string first = character(of.first, kSpecialInClass);
  if (of.first == of.last) return first;
  const std::string_view to = of.first + 1 == of.last ? "" : "-";
  return fmt::format("{}{}{}", first, to, character(of.last, kSpecialInClass));
}

std::string ranges(const CodePointSet& set) {
  std::string text;
  for (const CodePointRange& one : set.ranges()) text += range(one);
  return text;
}

/// A set that has a short form in a class.
struct ShortForm {
  CodePointSet set;
  std::string_view text;
};

/// PCRE2's \s is ASCII's white space; \p{Z} has all of Unicode's separators.
const ShortForm& space_form() {
  static const ShortForm kForm{space(), "\\s\\p{Z}\\x{feff}"};
  return kForm;
}

/// The rest of a set that holds all of another.
std::optional<CodePointSet> without(const CodePointSet& set, const CodePointSet& part) {
  if (common(set, part) != part) return std::nullopt;
  return common(set, part.complement());
}

/// What stands between the brackets for a set: the shortest of the forms that it has.
std::string members(const CodePointSet& set) {
  static const ShortForm kForms[] = {{digit(), "\\d"}, {word(), "\\w"}};
  std::string best = ranges(set);
  const auto consider = [&](std::string text) {
    if (text.size() < best.size()) best = std::move(text);
  };
  const auto consider_forms = [&](std::string_view before, const CodePointSet& rest) {
    consider(fmt::format("{}{}", before, ranges(rest)));
    for (const ShortForm& form : kForms) {
      const std::optional<CodePointSet> others = without(rest, form.set);
      if (others) consider(fmt::format("{}{}{}", before, form.text, ranges(*others)));
    }
  };
  consider_forms("", set);
  if (const std::optional<CodePointSet> rest = without(set, space_form().set))
    consider_forms(space_form().text, *rest);
  return best;
}

std::string with_properties(const CharacterClass& characters) {
  std::string text = members(characters.set);
  for (const Property& property : characters.properties)
    text += fmt::format("\\{}{{{}}}", property.negated ? 'P' : 'p', property.name);
  const bool is_alone = characters.set.empty() && characters.properties.size() == 1;
  if (is_alone && !characters.negated) return text;
  return fmt::format("[{}{}]", characters.negated ? "^" : "", text);
}

}  // namespace

std::string pcre2_class(const CharacterClass& characters) {
  if (!characters.properties.empty()) return with_properties(characters);
  const CodePointSet& set = characters.set;
  if (const std::optional<char32_t> single = set.single()) return character(*single, kSpecial);
  const CodePointSet others = set.complement();
  if (others.empty()) return "\\p{Any}";
  if (set.empty()) return "\\P{Any}";
  if (set == digit()) return "\\d";
  if (set == word()) return "\\w";
  if (others == digit()) return "\\D";
  if (others == word()) return "\\W";
  // What goes on to the last code point was most likely written as an exception.
  if (set.contains(0x10FFFF)) return fmt::format("[^{}]", members(others));
  return fmt::format("[{}]", members(set));
}

}  // namespace eventc::compiler::pattern_syntax
