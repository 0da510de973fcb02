// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>

#include "eventc/hex_digit.hpp"

/// The escapes of RFC 8259 section 7.
namespace eventc {

/// What a backslash and this character stand for; NUL where they are no escape, or a longer one.
inline constexpr std::array<char, 256> kShortEscape = [] {
  std::array<char, 256> characters{};
  for (const unsigned char c : {'"', '\\', '/'}) characters[c] = static_cast<char>(c);
  characters['b'] = '\b';
  characters['f'] = '\f';
  characters['n'] = '\n';
  characters['r'] = '\r';
  characters['t'] = '\t';
  return characters;
}();

/// \uXXXX is a UTF-16 code unit. The value of the four digits of a \u escape; negative where one of
/// them is none.
[[nodiscard]] inline int hex4(const char* digits) {
  return hex_digit(digits[0]) * 0x1000 | hex_digit(digits[1]) * 0x100 |
         hex_digit(digits[2]) * 0x10 | hex_digit(digits[3]);
}
/// The same near the end of the text.
[[nodiscard]] inline int hex4(const char* digits, const char* end) {
  return end - digits < 4 ? -1 : hex4(digits);
}

[[nodiscard]] constexpr bool is_high_surrogate(int unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}
[[nodiscard]] constexpr bool is_low_surrogate(int unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

/// What a \uXXXX escape, or a pair of them, stands for; it has been checked.
[[nodiscard]] inline char32_t code_point_of(const char* escape) {
  constexpr std::ptrdiff_t kDigits = 2;  // behind the backslash and the u
  const int unit = hex4(escape + kDigits);
  if (!is_high_surrogate(unit)) return static_cast<char32_t>(unit);
  const int low = hex4(escape + 6 + kDigits);
  return static_cast<char32_t>(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
}

}  // namespace eventc
