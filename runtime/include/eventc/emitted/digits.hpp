// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "eventc/emitted/word.hpp"

namespace eventc {

/// Digits that every 64-bit integer can hold, whatever they are.
inline constexpr std::size_t kSafeDigits = 18;

/// Powers of ten, up to that of eight digits.
inline constexpr std::array<std::uint64_t, 9> kTens = {1,      10,      100,      1000,     10000,
                                                       100000, 1000000, 10000000, 100000000};

/// Eight bytes of text, of which the first are digits.
class EightDigits {
 public:
  /// Of load_word().
  explicit EightDigits(std::uint64_t text) : digits_(text ^ kZeros) {
    // A digit is 0 to 9 now: 0x76 more stays below 0x80. A carry harms only bytes behind the first
    // that is no digit.
    const std::uint64_t others = ((digits_ + 0x7676767676767676) | digits_) & 0x8080808080808080;
    count_ = static_cast<unsigned>(std::countr_zero(others)) / 8;
  }

  /// How many digits come before another byte.
  [[nodiscard]] std::size_t count() const { return count_; }
  /// Whether there are several, of which the first is zero.
  [[nodiscard]] bool begins_with_0() const { return count_ > 1 && (digits_ & 0xFF) == 0; }
  /// The number that they are; there is one at least.
  [[nodiscard]] std::uint64_t value() const { return value_of(digits_, count_); }
  /// The number that the first digits of load_word() are, of which there are so many, one to eight.
  [[nodiscard]] static std::uint64_t value(std::uint64_t text, std::size_t count) {
    return value_of(text ^ kZeros, static_cast<unsigned>(count));
  }

 private:
  static constexpr std::uint64_t kZeros = 0x3030303030303030;

  static std::uint64_t value_of(std::uint64_t digits, unsigned count) {
    // In front of fewer digits stand zeros. Pairs of digits become numbers, then pairs of these.
    std::uint64_t word = digits << (64 - 8 * count);
    word = word * 10 + (word >> 8);
    constexpr std::uint64_t kFirstOfTwo = 0x000000FF000000FF;
    return ((word & kFirstOfTwo) * (100 + (std::uint64_t{1000000} << 32)) +
            (word >> 16 & kFirstOfTwo) * (1 + (std::uint64_t{10000} << 32))) >>
           32;
  }

  std::uint64_t digits_;
  unsigned count_;
};

/// Adds the digits at `p` to those of `value`; gives where they end. Of more than kSafeDigits the
/// value is none.
[[nodiscard]] inline const char* add_digits(const char* p, const char* end, std::uint64_t& value) {
  while (end - p >= 8) {
    const EightDigits eight(load_word(p));
    if (eight.count() == 0) return p;
    value = value * kTens[eight.count()] + eight.value();
    p += eight.count();
    if (eight.count() != 8) return p;
  }
  for (; p != end && *p >= '0' && *p <= '9'; ++p)
    value = value * 10 + static_cast<std::uint64_t>(*p - '0');
  return p;
}

}  // namespace eventc
