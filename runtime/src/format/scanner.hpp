// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "eventc/hex_digit.hpp"

namespace eventc::format {

// RFC 5234, appendix B.1: DIGIT, ALPHA, HEXDIG (which, as all of ABNF's strings, knows no case).
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr char to_upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }
constexpr bool is_letter(char c) { return to_upper(c) >= 'A' && to_upper(c) <= 'Z'; }
constexpr bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }
constexpr bool is_hex_digit(char c) { return hex_digit(c) >= 0; }
constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// Reads a text from its front.
class Scanner {
 public:
  explicit constexpr Scanner(std::string_view text) : rest_(text) {}

  [[nodiscard]] constexpr bool at_end() const { return rest_.empty(); }
  [[nodiscard]] constexpr std::string_view rest() const { return rest_; }
  [[nodiscard]] constexpr bool is_at(char c) const { return !at_end() && rest_.front() == c; }
  constexpr void skip(std::size_t count) { rest_.remove_prefix(count); }

  [[nodiscard]] constexpr bool take(char c) {
    if (!is_at(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  [[nodiscard]] constexpr bool take(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  /// A letter in either case.
  [[nodiscard]] constexpr bool take_letter(char upper) {
    if (at_end() || to_upper(rest_.front()) != upper) return false;
    rest_.remove_prefix(1);
    return true;
  }

  /// All digits up to what is none: how many.
  constexpr std::size_t take_digits() {
    std::size_t count = 0;
    while (count < rest_.size() && is_digit(rest_[count])) ++count;
    rest_.remove_prefix(count);
    return count;
  }

  /// A number of so many digits, which an int must hold.
  [[nodiscard]] constexpr std::optional<int> take_number(std::size_t digits) {
    if (rest_.size() < digits) return std::nullopt;
    int number = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      if (!is_digit(rest_[i])) return std::nullopt;
      number = number * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(digits);
    return number;
  }

 private:
  std::string_view rest_;
};

}  // namespace eventc::format
