// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "eventc/emitted/bytes16.hpp"

namespace eventc {

/// A member's name as JSON text usually has it, in quotes and with its colon: made at compile time,
/// and compared with a text sixteen bytes at a time.
struct KeyText {
  static constexpr std::size_t kCapacity = 32;

  std::array<char, kCapacity> text{};
  Bytes16::Mask first = Bytes16::Mask::of_first(0);   ///< Its part of the first sixteen bytes,
  Bytes16::Mask second = Bytes16::Mask::of_first(0);  ///< and of the others.
  std::uint32_t size = 0;  ///< 0: the name is too long, or JSON text has it in another way.

  constexpr KeyText() = default;
  constexpr explicit KeyText(std::string_view name) {
    const bool is_as_it_stands = std::all_of(name.begin(), name.end(), [](char c) {
      return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20;
    });
    if (!is_as_it_stands || name.size() + 3 > kCapacity) return;
    text[0] = '"';
    std::copy(name.begin(), name.end(), text.begin() + 1);
    text[name.size() + 1] = '"';
    text[name.size() + 2] = ':';
    size = static_cast<std::uint32_t>(name.size() + 3);
    first = Bytes16::Mask::of_first(std::min<std::size_t>(size, 16));
    second = Bytes16::Mask::of_first(size - std::min<std::size_t>(size, 16));
  }
  [[nodiscard]] constexpr std::string_view name() const { return {text.data() + 1, size - 3}; }
};

}  // namespace eventc
