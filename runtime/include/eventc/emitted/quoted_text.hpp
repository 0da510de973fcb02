// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "eventc/emitted/bytes16.hpp"

namespace eventc {

/// A string as JSON text usually has it, in quotes, and what follows it there: made at compile
/// time, and compared with a text sixteen bytes at a time.
struct QuotedText {
  static constexpr std::size_t kCapacity = 32;

  std::array<char, kCapacity> text{};
  Bytes16::Mask first = Bytes16::Mask::of_first(0);   ///< Its part of the first sixteen bytes,
  Bytes16::Mask second = Bytes16::Mask::of_first(0);  ///< and of the others.
  std::uint32_t size = 0;  ///< 0: the string is too long, or JSON text has it in another way.

  constexpr QuotedText() = default;
  constexpr explicit QuotedText(std::string_view characters, std::string_view behind = {}) {
    const bool is_as_it_stands = std::all_of(characters.begin(), characters.end(), [](char c) {
      return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20;
    });
    const std::size_t whole = characters.size() + 2 + behind.size();
    if (!is_as_it_stands || whole > kCapacity) return;
    text[0] = '"';
    std::copy(characters.begin(), characters.end(), text.begin() + 1);
    text[characters.size() + 1] = '"';
    std::copy(behind.begin(), behind.end(), text.begin() + 2 + characters.size());
    size = static_cast<std::uint32_t>(whole);
    first = Bytes16::Mask::of_first(std::min<std::size_t>(size, 16));
    second = Bytes16::Mask::of_first(size - std::min<std::size_t>(size, 16));
  }

  /// Whether the kCapacity bytes that are there begin with it.
  [[nodiscard, gnu::always_inline]] bool begins(const char* at) const {
    const auto equal = [&](std::size_t offset) {
      return Bytes16::load(at + offset).equal(Bytes16::load(text.data() + offset));
    };
    return equal(0).contains(first) && (size <= 16 || equal(16).contains(second));
  }
};

}  // namespace eventc
