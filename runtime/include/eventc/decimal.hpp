// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace eventc {

/// The exact value of a JSON number (RFC 8259, section 6), whatever its digits and exponent: an
/// integer without trailing zeros times a power of ten, read off the number's text. Nothing is
/// rounded and no power of ten is ever written out: 1e999999999999 costs what its fourteen
/// characters cost.
///
/// Limit: an exponent past ±4 × 10^18 counts as that, so that two numbers of such a size may
/// compare by their digits alone. Against any other number they compare as they should.
class Decimal {
 public:
  /// Zero.
  constexpr Decimal() = default;
  /// `number` must be a number of RFC 8259; it is viewed, not copied, and must outlive this.
  explicit constexpr Decimal(std::string_view number);

  /// 0, -0, 0.0e5 and the like all have this one form: not negative, without digits, exponent 0.
  [[nodiscard]] constexpr bool is_zero() const { return digit_count_ == 0; }
  [[nodiscard]] constexpr bool is_negative() const { return negative_; }
  /// The significant digits: the first and the last are not "0"; one "." may stand between them and
  /// has no meaning.
  [[nodiscard]] constexpr std::string_view digits() const { return digits_; }
  /// How many digits digits() has, its "." left out.
  [[nodiscard]] constexpr std::size_t digit_count() const { return digit_count_; }
  /// The value is ± digits × 10^exponent.
  [[nodiscard]] constexpr std::int64_t exponent() const { return exponent_; }

  /// By value: 1.0 equals 10e-1.
  friend bool operator==(const Decimal& a, const Decimal& b);
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

 private:
  static constexpr std::int64_t parse_exponent(std::string_view text);

  std::string_view digits_;
  std::size_t digit_count_ = 0;
  std::int64_t exponent_ = 0;
  bool negative_ = false;
};

[[nodiscard]] std::strong_ordering compare(const Decimal& a, const Decimal& b);

/// JSON Schema's notion (2020-12 Core, section 4.2.3): any number without a fraction, 1.0 and 1e2
/// included.
[[nodiscard]] constexpr bool is_integer(const Decimal& value) { return value.exponent() >= 0; }

/// Whether value / divisor is an integer (JSON Schema 2020-12 Validation, section 6.2.1),
/// exactly: 19.99 is a multiple of 0.01. `divisor` is greater than zero in a valid schema; of zero,
/// zero alone is a multiple, and its sign is ignored.
///
/// Time: for a divisor of n and a value of m significant digits O(n + m) up to n = 18, then O(n ×
/// (n + m)), whatever the exponents. Only divisors of more than 18 digits allocate, O(n) bytes.
[[nodiscard]] bool is_multiple_of(const Decimal& value, const Decimal& divisor);

/// Nothing for a fraction and for what the type does not hold.
[[nodiscard]] std::optional<std::int64_t> to_int64(const Decimal& value);
[[nodiscard]] std::optional<std::uint64_t> to_uint64(const Decimal& value);

/// `text` is what follows the "e". It stops at ±4 × 10^18: added to or taken from each other and
/// the number of digits of any text that fits into memory, such exponents stay within 64 bits.
constexpr std::int64_t Decimal::parse_exponent(std::string_view text) {
  constexpr std::int64_t kLimit = 4'000'000'000'000'000'000;
  const bool negative = !text.empty() && text.front() == '-';
  std::int64_t magnitude = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') continue;
    const std::int64_t digit = c - '0';
    if (magnitude > (kLimit - digit) / 10) {
      magnitude = kLimit;
      break;
    }
    magnitude = magnitude * 10 + digit;
  }
  return negative ? -magnitude : magnitude;
}

constexpr Decimal::Decimal(std::string_view number) {
  constexpr std::size_t kNone = std::string_view::npos;
  std::size_t first = kNone;
  std::size_t last = 0;
  std::size_t point = kNone;
  std::size_t end = 0;
  for (; end < number.size() && number[end] != 'e' && number[end] != 'E'; ++end) {
    const char c = number[end];
    if (c == '.') {
      point = end;
    } else if (c >= '1' && c <= '9') {
      if (first == kNone) first = end;
      last = end;
    }
  }
  if (first == kNone) return;
  if (point == kNone) point = end;

  negative_ = number.front() == '-';
  digits_ = number.substr(first, last - first + 1);
  digit_count_ = digits_.size() - (first < point && point < last ? 1 : 0);
  if (end < number.size()) exponent_ = parse_exponent(number.substr(end + 1));
  if (point > last) {
    exponent_ += static_cast<std::int64_t>(point - last - 1);
  } else {
    exponent_ -= static_cast<std::int64_t>(last - point);
  }
}

inline bool operator==(const Decimal& a, const Decimal& b) { return compare(a, b) == 0; }
inline std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  return compare(a, b);
}

}  // namespace eventc
