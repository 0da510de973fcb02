// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

namespace eventc {

namespace detail {

inline constexpr std::array<int, 256> kHexDigit = [] {
  std::array<int, 256> values{};
  values.fill(-1);
  for (unsigned char i = 0; i < 10; ++i) values['0' + i] = i;
  for (unsigned char i = 0; i < 6; ++i) values['a' + i] = values['A' + i] = 10 + i;
  return values;
}();

}  // namespace detail

/// The value of a hexadecimal digit, in either case; -1 for another character.
[[nodiscard]] constexpr int hex_digit(char c) {
  return detail::kHexDigit[static_cast<unsigned char>(c)];
}

}  // namespace eventc
