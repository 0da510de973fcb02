// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace eventc {

/// Digits that every 64-bit integer can hold, whatever they are.
inline constexpr std::size_t kSafeDigits = 18;

/// Adds the digits at `p` to those of `value`; gives where they end. Of more than kSafeDigits the
/// value is none.
[[nodiscard]] inline const char* add_digits(const char* p, const char* end, std::uint64_t& value) {
  for (; p != end && *p >= '0' && *p <= '9'; ++p)
    value = value * 10 + static_cast<std::uint64_t>(*p - '0');
  return p;
}

/// The integer of so many digits at the most, without fraction and exponent, that begins at `p`;
/// gives where it ends. Null where none does, or where it is negative and the type has no sign.
template <class Integer>
[[nodiscard]] const char* read_short_integer(const char* p, const char* end, Integer& out) {
  const bool negative = std::is_signed_v<Integer> && p != end && *p == '-';
  if (negative) ++p;
  const char* const digits = p;
  std::uint64_t value = 0;
  p = add_digits(p, end, value);
  const auto size = static_cast<std::size_t>(p - digits);
  if (size == 0 || size > kSafeDigits || (size > 1 && *digits == '0')) return nullptr;
  if (p != end && (*p == '.' || *p == 'e' || *p == 'E')) return nullptr;
  out = negative ? Integer{0} - static_cast<Integer>(value) : static_cast<Integer>(value);
  return p;
}

}  // namespace eventc
