// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "eventc/emitted/digits.hpp"

namespace eventc {

/// The integer of so many digits at the most, without fraction and exponent, that begins at `p`;
/// gives where it ends. Null where none does, or where it is negative and the type has no sign.
template <class Integer>
[[nodiscard]] const char* read_short_integer(const char* p, const char* end, Integer& out) {
  const bool negative = std::is_signed_v<Integer> && p != end && *p == '-';
  if (negative) ++p;
  const char* const digits = p;
  std::uint64_t value = 0;
  if (end - p >= 8) {
    const EightDigits eight(load_word(p));
    if (eight.count() == 0) return nullptr;
    value = eight.value();
    p += eight.count();
    if (eight.count() == 8) p = add_digits(p, end, value);
  } else {
    p = add_digits(p, end, value);
  }
  const auto size = static_cast<std::size_t>(p - digits);
  if (size == 0 || size > kSafeDigits || (size > 1 && *digits == '0')) return nullptr;
  if (p != end && (*p == '.' || *p == 'e' || *p == 'E')) return nullptr;
  out = negative ? Integer{0} - static_cast<Integer>(value) : static_cast<Integer>(value);
  return p;
}

}  // namespace eventc
