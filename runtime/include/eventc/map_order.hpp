// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

#include "eventc/key_words.hpp"

namespace eventc {

/// Keys by their unsigned bytes; a key is found by exactly its bytes.
struct ExactOrder {
  /// Total: the order in which entries are kept.
  [[nodiscard]] static std::strong_ordering compare(std::string_view a, std::string_view b) {
    return a <=> b;
  }
  /// Of bytes that may stand in keys at the same place, behind the same bytes.
  [[nodiscard]] static unsigned char rank(char c) { return static_cast<unsigned char>(c); }
  /// Of a key's first eight bytes, and of the eight behind them: where those of two keys differ,
  /// their order is the keys'.
  [[nodiscard]] static std::uint64_t first_word(std::string_view key) {
    return detail::first_key_word(key);
  }
  [[nodiscard]] static std::uint64_t second_word(std::string_view key) {
    return detail::second_key_word(key);
  }
  /// What a lookup compares by. Never contradicts compare(), but may hold more keys equivalent.
  [[nodiscard]] static std::strong_ordering match(std::string_view a, std::string_view b) {
    return a <=> b;
  }
};

/// Names of HTTP fields, which are case-insensitive (RFC 9110, section 5.1). Only ASCII letters are
/// folded.
struct IgnoreCaseOrder {
  /// By folded bytes; exact bytes break ties.
  [[nodiscard]] static std::strong_ordering compare(std::string_view a, std::string_view b) {
    const std::strong_ordering order = match(a, b);
    return order != 0 ? order : a <=> b;
  }
  [[nodiscard]] static unsigned char rank(char c) { return folded(c); }
  [[nodiscard]] static std::uint64_t first_word(std::string_view key) {
    return detail::fold_key_word(detail::first_key_word(key));
  }
  [[nodiscard]] static std::uint64_t second_word(std::string_view key) {
    return detail::fold_key_word(detail::second_key_word(key));
  }
  /// By folded bytes alone. Most names differ in the first.
  [[nodiscard]] static std::strong_ordering match(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return a.size() <=> b.size();
    const auto order = folded(a.front()) <=> folded(b.front());
    return order != 0 ? order : match_all(a, b);
  }

 private:
  static constexpr unsigned char folded(char c) {
    return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  [[nodiscard]] static std::strong_ordering match_all(std::string_view a, std::string_view b);
};

}  // namespace eventc
