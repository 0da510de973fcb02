// SPDX-License-Identifier: Apache-2.0
#include "regex_escape.hpp"

#include <cstddef>

#include "eventc/hex_digit.hpp"
#include "eventc/utf8.hpp"
#include "unicode_properties.hpp"

namespace eventc::format {
namespace {

constexpr char32_t kLastCodePoint = 0x10FFFF;

/// So many hexadecimal digits.
std::optional<char32_t> take_hex(Scanner& in, std::size_t digits) {
  if (in.rest().size() < digits) return std::nullopt;
  char32_t value = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    const int digit = hex_digit(in.rest()[i]);
    if (digit < 0) return std::nullopt;
    value = value * 16 + static_cast<char32_t>(digit);
  }
  in.skip(digits);
  return value;
}

/// Any number of hexadecimal digits that name a code point, and the closing brace.
std::optional<char32_t> take_braced_hex(Scanner& in) {
  char32_t value = 0;
  std::size_t digits = 0;
  for (; !in.at_end() && is_hex_digit(in.rest().front()); in.skip(1)) {
    value = value * 16 + static_cast<char32_t>(hex_digit(in.rest().front()));
    if (value > kLastCodePoint) return std::nullopt;
    ++digits;
  }
  if (digits == 0 || !in.take('}')) return std::nullopt;
  return value;
}

/// \p and \P, behind the letter.
bool take_property(Scanner& in) {
  if (!in.take('{')) return false;
  const std::size_t end = in.rest().find('}');
  if (end == std::string_view::npos || !is_unicode_property(in.rest().substr(0, end))) return false;
  in.skip(end + 1);
  return true;
}

std::optional<Atom> character(std::optional<char32_t> code_point) {
  if (!code_point) return std::nullopt;
  return Atom{.is_set = false, .character = *code_point};
}

/// "ControlEscape"; 0 for a letter that is none.
char32_t control(char letter) {
  switch (letter) {
    case 't':
      return 0x09;
    case 'n':
      return 0x0A;
    case 'v':
      return 0x0B;
    case 'f':
      return 0x0C;
    case 'r':
      return 0x0D;
    default:
      return 0;
  }
}

/// A member of a class. A "-" is one where it does not make a range.
std::optional<Atom> take_class_atom(Scanner& in) {
  if (!in.take('\\')) return character(take_code_point(in));
  if (in.take('b')) return character(0x08);
  if (in.take('-')) return character('-');
  return take_escape(in);
}

}  // namespace

char32_t take_code_point(Scanner& in) {
  const char* const begin = in.rest().data();
  const char* end = begin;
  const char32_t code_point = decode_utf8(end);
  in.skip(static_cast<std::size_t>(end - begin));
  return code_point;
}

std::optional<char32_t> take_unicode_escape(Scanner& in) {
  if (in.take('{')) return take_braced_hex(in);
  const auto lead = take_hex(in, 4);
  if (!lead || *lead < 0xD800 || *lead > 0xDBFF) return lead;
  Scanner ahead = in;
  if (!ahead.take("\\u")) return lead;
  const auto trail = take_hex(ahead, 4);
  if (!trail || *trail < 0xDC00 || *trail > 0xDFFF) return lead;
  in = ahead;
  return 0x10000 + ((*lead - 0xD800) << 10U) + (*trail - 0xDC00);
}

std::optional<Atom> take_escape(Scanner& in) {
  constexpr std::string_view kSets = "dDsSwW";
  constexpr std::string_view kSyntax = "^$\\.*+?()[]{}|/";
  if (in.at_end()) return std::nullopt;
  const char c = in.rest().front();
  in.skip(1);
  if (kSets.find(c) != std::string_view::npos) return Atom{.is_set = true};
  if (kSyntax.find(c) != std::string_view::npos) return character(static_cast<char32_t>(c));
  if (control(c) != 0) return character(control(c));
  switch (c) {
    case 'p':
    case 'P':
      return take_property(in) ? std::optional<Atom>(Atom{.is_set = true}) : std::nullopt;
    case 'u':
      return character(take_unicode_escape(in));
    case 'x':
      return character(take_hex(in, 2));
    case '0':
      if (!in.at_end() && is_digit(in.rest().front())) return std::nullopt;
      return character(0);
    case 'c': {
      if (in.at_end() || !is_letter(in.rest().front())) return std::nullopt;
      const auto letter = static_cast<char32_t>(in.rest().front());
      in.skip(1);
      return character(letter % 32);
    }
    default:
      return std::nullopt;
  }
}

bool take_class(Scanner& in) {
  static_cast<void>(in.take('^'));
  while (!in.take(']')) {
    if (in.at_end()) return false;
    const auto first = take_class_atom(in);
    if (!first) return false;
    if (!in.is_at('-') || in.rest().starts_with("-]")) continue;
    in.skip(1);
    if (in.at_end()) return false;
    const auto last = take_class_atom(in);
    if (!last || first->is_set || last->is_set || first->character > last->character) return false;
  }
  return true;
}

}  // namespace eventc::format
