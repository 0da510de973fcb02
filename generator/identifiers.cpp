// SPDX-License-Identifier: Apache-2.0
#include "identifiers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace eventc::compiler {
namespace {

constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_word(char c) { return is_lower(c) || is_upper(c) || is_digit(c); }
constexpr char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr char upper(char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

/// C++20's keywords and alternative tokens, and macros that standard and system headers define in
/// lower case.
const std::set<std::string, std::less<>>& reserved_words() {
  static const std::set<std::string, std::less<>> kWords{"alignas",
                                                         "alignof",
                                                         "and",
                                                         "and_eq",
                                                         "asm",
                                                         "auto",
                                                         "bitand",
                                                         "bitor",
                                                         "bool",
                                                         "break",
                                                         "case",
                                                         "catch",
                                                         "char",
                                                         "char16_t",
                                                         "char32_t",
                                                         "char8_t",
                                                         "class",
                                                         "co_await",
                                                         "co_return",
                                                         "co_yield",
                                                         "compl",
                                                         "concept",
                                                         "const",
                                                         "const_cast",
                                                         "consteval",
                                                         "constexpr",
                                                         "constinit",
                                                         "continue",
                                                         "decltype",
                                                         "default",
                                                         "delete",
                                                         "do",
                                                         "double",
                                                         "dynamic_cast",
                                                         "else",
                                                         "enum",
                                                         "explicit",
                                                         "export",
                                                         "extern",
                                                         "false",
                                                         "float",
                                                         "for",
                                                         "friend",
                                                         "goto",
                                                         "if",
                                                         "inline",
                                                         "int",
                                                         "long",
                                                         "mutable",
                                                         "namespace",
                                                         "new",
                                                         "noexcept",
                                                         "not",
                                                         "not_eq",
                                                         "nullptr",
                                                         "operator",
                                                         "or",
                                                         "or_eq",
                                                         "private",
                                                         "protected",
                                                         "public",
                                                         "register",
                                                         "reinterpret_cast",
                                                         "requires",
                                                         "return",
                                                         "short",
                                                         "signed",
                                                         "sizeof",
                                                         "static",
                                                         "static_assert",
                                                         "static_cast",
                                                         "struct",
                                                         "switch",
                                                         "template",
                                                         "this",
                                                         "thread_local",
                                                         "throw",
                                                         "true",
                                                         "try",
                                                         "typedef",
                                                         "typeid",
                                                         "typename",
                                                         "union",
                                                         "unsigned",
                                                         "using",
                                                         "virtual",
                                                         "void",
                                                         "volatile",
                                                         "wchar_t",
                                                         "while",
                                                         "xor",
                                                         "xor_eq",
                                                         "final",
                                                         "override",
                                                         "import",
                                                         "module",
                                                         "alloca",
                                                         "assert",
                                                         "errno",
                                                         "environ",
                                                         "i386",
                                                         "linux",
                                                         "major",
                                                         "makedev",
                                                         "minor",
                                                         "noreturn",
                                                         "offsetof",
                                                         "setjmp",
                                                         "signbit",
                                                         "stderr",
                                                         "stdin",
                                                         "stdout",
                                                         "unix",
                                                         "va_arg",
                                                         "va_copy",
                                                         "va_end",
                                                         "va_start",
                                                         "EOF",
                                                         "NAN",
                                                         "NULL",
                                                         "I"};
  return kWords;
}

std::string usable(std::string identifier, std::string_view when_empty, char before_digit) {
  if (identifier.empty()) return std::string(when_empty);
  if (is_digit(identifier.front())) identifier.insert(identifier.begin(), before_digit);
  if (reserved_words().contains(identifier)) identifier += '_';
  return identifier;
}

/// Characters beyond ASCII as words of their own: "größe" has "gr", "u00f6", "u00df", "e".
std::string without_non_ascii(std::string_view text) {
  std::string ascii;
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ascii += text[i++];
      continue;
    }
    const Character character = character_at(text, i);
    ascii += fmt::format(" u{:04x} ", static_cast<std::uint32_t>(character.code));
    i += character.length;
  }
  return ascii;
}

std::vector<std::string> words_of(std::string_view text) {
  const std::string ascii = without_non_ascii(text);
  std::vector<std::string> words;
  bool inside = false;
  for (std::size_t i = 0; i < ascii.size(); ++i) {
    const char c = ascii[i];
    if (!is_word(c)) {
      inside = false;
      continue;
    }
    const char before = i == 0 ? '\0' : ascii[i - 1];
    const char behind = i + 1 == ascii.size() ? '\0' : ascii[i + 1];
    const bool begins_hump = is_upper(c) && (is_lower(before) || is_digit(before));
    const bool ends_acronym = is_upper(c) && is_upper(before) && is_lower(behind);
    if (!inside || begins_hump || ends_acronym) words.emplace_back();
    words.back() += c;
    inside = true;
  }
  return words;
}

}  // namespace

std::string snake_case(std::string_view text) {
  std::string identifier;
  for (const std::string& word : words_of(text)) {
    if (!identifier.empty()) identifier += '_';
    std::transform(word.begin(), word.end(), std::back_inserter(identifier), lower);
  }
  return usable(std::move(identifier), "empty", '_');
}

std::string pascal_case(std::string_view text) {
  std::string identifier;
  for (const std::string& word : words_of(text)) {
    // Two numbers must not run together: "1.10" and "11.0" are to differ.
    if (!identifier.empty() && is_digit(identifier.back()) && is_digit(word.front()))
      identifier += '_';
    identifier += upper(word.front());
    std::transform(word.begin() + 1, word.end(), std::back_inserter(identifier), lower);
  }
  return usable(std::move(identifier), "Empty", 'V');
}

std::string file_stem(std::string_view schema_file) {
  std::string_view name = schema_file.substr(schema_file.rfind('/') + 1);  // npos + 1 is 0
  for (const std::string_view suffix : {".schema.json", ".json"}) {
    if (name.ends_with(suffix)) {
      name.remove_suffix(suffix.size());
      break;
    }
  }
  std::string ascii;
  for (const char c : name) ascii += is_word(c) ? c : ' ';
  std::string stem;
  for (const std::string& word : words_of(ascii)) {
    if (!stem.empty()) stem += '_';
    std::transform(word.begin(), word.end(), std::back_inserter(stem), lower);
  }
  return stem.empty() ? "schema" : stem;
}

bool is_namespace(std::string_view text) {
  while (true) {
    const std::size_t end = text.find("::");
    const std::string_view part = text.substr(0, end);
    const bool valid =
        !part.empty() && !is_digit(part.front()) &&
        std::all_of(part.begin(), part.end(), [](char c) { return is_word(c) || c == '_'; }) &&
        part.find("__") == std::string_view::npos &&
        !(part.size() > 1 && part[0] == '_' && is_upper(part[1])) &&
        !reserved_words().contains(part);
    if (!valid) return false;
    if (end == std::string_view::npos) return true;
    text = text.substr(end + 2);
  }
}

bool is_bundle_member(std::string_view name) {
  return name == "Event" || name == "Events" || name == "Types";
}

std::string namespace_folder(std::string name_space) {
  for (std::size_t at = name_space.find("::"); at != std::string::npos;
       at = name_space.find("::")) {
    name_space.replace(at, 2, "/");
  }
  return name_space;
}

std::string Scope::take(const std::vector<std::string>& candidates) {
  for (const std::string& candidate : candidates) {
    if (taken_.insert(candidate).second) return candidate;
  }
  for (std::size_t number = 2;; ++number) {
    std::string numbered = candidates.back() + "_" + std::to_string(number);
    if (taken_.insert(numbered).second) return numbered;
  }
}

}  // namespace eventc::compiler
