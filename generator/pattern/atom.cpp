// SPDX-License-Identifier: Apache-2.0
#include "pattern/atom.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "pattern/properties.hpp"

namespace eventc::compiler::pattern_syntax {

namespace {

constexpr char32_t kBroken = 0xFFFD;

bool is_digit(char c) { return '0' <= c && c <= '9'; }

bool is_letter(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); }

/// What no dialect gives a meaning behind a backslash but itself.
bool is_no_name(char c) { return !is_letter(c) && !is_digit(c); }

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if ('a' <= c && c <= 'f') return c - 'a' + 10;
  if ('A' <= c && c <= 'F') return c - 'A' + 10;
  return -1;
}

Atom one(char32_t character) { return {{CodePointSet({{character, character}})}, character}; }

Atom class_of(CodePointSet set) { return {{std::move(set)}, std::nullopt}; }

std::optional<char32_t> take_hex(Cursor& cursor, int digits) {
  char32_t value = 0;
  for (int i = 0; i != digits; ++i) {
    const int digit = hex_value(cursor.peek());
    if (digit < 0) return std::nullopt;
    value = value * 16 + static_cast<char32_t>(digit);
    cursor.go_to(cursor.offset() + 1);
  }
  return value;
}

std::optional<char32_t> take_braced_hex(Cursor& cursor) {
  char32_t value = 0;
  const std::size_t begin = cursor.offset();
  while (hex_value(cursor.peek()) >= 0) {
    value = value * 16 + *take_hex(cursor, 1);
    if (value > 0x10FFFF) return std::nullopt;
  }
  if (cursor.offset() == begin || !cursor.take("}")) return std::nullopt;
  return value;
}

bool is_lead_surrogate(char32_t c) { return 0xD800 <= c && c <= 0xDBFF; }
bool is_trail_surrogate(char32_t c) { return 0xDC00 <= c && c <= 0xDFFF; }

std::optional<Atom> class_escape(char c) {
  switch (c) {
    case 'd':
      return class_of(digit());
    case 'D':
      return class_of(digit().complement());
    case 'w':
      return class_of(word());
    case 'W':
      return class_of(word().complement());
    case 's':
      return class_of(space());
    case 'S':
      return class_of(space().complement());
    default:
      return std::nullopt;
  }
}

/// t, n, v, f, r, and b where it is no assertion.
std::optional<Atom> control_escape(char c, bool in_class) {
  constexpr std::array<std::pair<char, char>, 5> kControls{
      {{'t', '\t'}, {'n', '\n'}, {'v', '\v'}, {'f', '\f'}, {'r', '\r'}}};
  for (const auto& [name, control] : kControls) {
    if (c == name) return one(static_cast<unsigned char>(control));
  }
  if (c == 'b' && in_class) return one('\b');
  return std::nullopt;
}

/// \x, \u, \c and \0, of which `name` is already taken. Nothing where they are not finished.
std::optional<Atom> numbered_escape(Cursor& cursor, char name) {
  std::optional<char32_t> character;
  if (name == 'x') character = take_hex(cursor, 2);
  if (name == 'u') character = take_unicode_escape(cursor);
  if (name == '0' && !is_digit(cursor.peek())) character = 0;
  if (name == 'c' && is_letter(cursor.peek())) {
    character = static_cast<char32_t>(cursor.peek()) % 32;
    cursor.go_to(cursor.offset() + 1);
  }
  if (!character) return std::nullopt;
  return one(*character);
}

CharacterClass complement(CharacterClass of) {
  if (of.properties.size() == 1 && of.set.empty()) {
    of.properties[0].negated = !of.properties[0].negated;
  } else {
    of.set = of.set.complement();
  }
  return of;
}

/// \p and \P, which are already taken.
std::optional<Atom> property_escape(Cursor& cursor, std::size_t begin, char name) {
  if (!cursor.take("{")) return std::nullopt;
  const std::size_t text_begin = cursor.offset();
  while (!cursor.at_end() && !cursor.is_at('}')) cursor.go_to(cursor.offset() + 1);
  const std::string_view text = cursor.since(text_begin);
  if (!cursor.take("}")) return std::nullopt;
  auto found = property_class(text);
  if (std::string* reason = std::get_if<std::string>(&found)) {
    cursor.refuse(begin, std::move(*reason));
    return one(kBroken);
  }
  CharacterClass what = std::get<CharacterClass>(std::move(found));
  return Atom{name == 'p' ? std::move(what) : complement(std::move(what)), std::nullopt};
}

/// Why an escape that is none of those above is refused.
std::string unknown_escape(char name, std::string_view text) {
  switch (name) {
    case 'p':
    case 'P':
      return fmt::format("\"{0}\" takes a property: {0}{{Letter}}", text);
    case 'x':
      return "\"\\x\" takes two hexadecimal digits";
    case 'u':
      return "\"\\u\" takes four hexadecimal digits, or up to 10FFFF in braces";
    case 'c':
      return "\"\\c\" takes a letter";
    case '0':
      return "\"\\0\" takes no digit behind it";
    default:
      return fmt::format("\"{}\" is no escape", text);
  }
}

/// One member of a class: a character or an escape.
Atom read_class_atom(Cursor& cursor) {
  if (cursor.is_at('\\')) return read_escape(cursor, true);
  return one(cursor.take_character());
}

class ClassMembers {
 public:
  void add(const Atom& atom) {
    const std::vector<CodePointRange>& more = atom.what.set.ranges();
    ranges_.insert(ranges_.end(), more.begin(), more.end());
    for (const Property& property : atom.what.properties) {
      if (std::find(properties_.begin(), properties_.end(), property) == properties_.end())
        properties_.push_back(property);
    }
  }

  void add_range(char32_t first, char32_t last) { ranges_.push_back({first, last}); }

  [[nodiscard]] CharacterClass finished(bool negated) {
    CodePointSet set(std::move(ranges_));
    if (!properties_.empty()) return {std::move(set), std::move(properties_), negated};
    return {negated ? set.complement() : std::move(set)};
  }

 private:
  std::vector<CodePointRange> ranges_;
  std::vector<Property> properties_;
};

}  // namespace

bool Cursor::is_at(std::string_view text) const {
  return source_.substr(offset_).starts_with(text);
}

bool Cursor::take(std::string_view text) {
  if (!is_at(text)) return false;
  offset_ += text.size();
  return true;
}

char32_t Cursor::take_character() {
  const std::optional<DecodedCodePoint> character = decode_utf8(source_, offset_);
  if (!character) {
    refuse(offset_, at_end() ? "it ends in the middle" : "it is not UTF-8");
    return kBroken;
  }
  offset_ += character->size;
  return character->code_point;
}

void Cursor::refuse(std::size_t offset, std::string reason) {
  if (!refusal_) refusal_ = Refusal{offset, std::move(reason)};
  offset_ = source_.size();
}

CodePointSet digit() { return CodePointSet({{'0', '9'}}); }

CodePointSet word() { return CodePointSet({{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}}); }

CodePointSet space() {
  return CodePointSet({{'\t', '\r'},
                       {' ', ' '},
                       {0xA0, 0xA0},
                       {0x1680, 0x1680},
                       {0x2000, 0x200A},
                       {0x2028, 0x2029},
                       {0x202F, 0x202F},
                       {0x205F, 0x205F},
                       {0x3000, 0x3000},
                       {0xFEFF, 0xFEFF}});
}

CodePointSet dot() {
  return CodePointSet({{'\n', '\n'}, {'\r', '\r'}, {0x2028, 0x2029}}).complement();
}

std::optional<char32_t> take_unicode_escape(Cursor& cursor) {
  if (cursor.take("{")) return take_braced_hex(cursor);
  const std::optional<char32_t> first = take_hex(cursor, 4);
  if (!first || !is_lead_surrogate(*first)) return first;
  const std::size_t behind = cursor.offset();
  if (cursor.take("\\u")) {
    const std::optional<char32_t> second = take_hex(cursor, 4);
    if (second && is_trail_surrogate(*second)) {
      return 0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00);
    }
  }
  cursor.go_to(behind);
  return first;
}

Atom read_escape(Cursor& cursor, bool in_class) {
  const std::size_t begin = cursor.offset();
  cursor.go_to(begin + 1);
  const char name = cursor.peek();
  const char32_t character = cursor.take_character();
  if (cursor.refusal()) return one(character);
  if (std::optional<Atom> atom = class_escape(name)) return *std::move(atom);
  if (std::optional<Atom> atom = control_escape(name, in_class)) return *std::move(atom);
  if (is_no_name(name)) return one(character);
  const std::string text(cursor.since(begin));
  const bool is_property = name == 'p' || name == 'P';
  std::optional<Atom> atom =
      is_property ? property_escape(cursor, begin, name) : numbered_escape(cursor, name);
  if (atom) return *std::move(atom);
  cursor.refuse(begin, unknown_escape(name, text));
  return one(kBroken);
}

CharacterClass read_class(Cursor& cursor) {
  const std::size_t begin = cursor.offset();
  cursor.go_to(begin + 1);
  const bool negated = cursor.take("^");
  ClassMembers members;
  while (!cursor.at_end() && !cursor.is_at(']')) {
    const std::size_t range_begin = cursor.offset();
    const Atom first = read_class_atom(cursor);
    if (!cursor.is_at('-') || cursor.is_at("-]")) {
      members.add(first);
      continue;
    }
    cursor.go_to(cursor.offset() + 1);
    const Atom last = read_class_atom(cursor);
    if (cursor.refusal()) break;
    if (!first.character || !last.character) {
      members.add(first);
      members.add(one('-'));
      members.add(last);
    } else if (*last.character < *first.character) {
      cursor.refuse(range_begin,
                    fmt::format("\"{}\" ends before it begins", cursor.since(range_begin)));
    } else {
      members.add_range(*first.character, *last.character);
    }
  }
  if (!cursor.take("]")) cursor.refuse(begin, "\"[\" is not closed");
  return members.finished(negated);
}

}  // namespace eventc::compiler::pattern_syntax
