// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "eventc/emitted/word.hpp"

/// The first bytes of keys as numbers. Where those of two keys differ, their order is the keys'.
namespace eventc::detail {

/// Of eight bytes, the first in the highest bits.
[[nodiscard]] inline std::uint64_t key_word(const char* p) {
  return __builtin_bswap64(load_word(p));
}
/// The same of a key of fewer bytes, zeros behind it.
[[nodiscard]] inline std::uint64_t short_key_word(std::string_view key) {
  const std::size_t size = key.size();
  if (size >= 4) {
    const std::uint64_t first = __builtin_bswap32(load_word<std::uint32_t>(key.data()));
    const std::uint64_t last = __builtin_bswap32(load_word<std::uint32_t>(key.data() + size - 4));
    return first << 32 | last << (8 * (8 - size));
  }
  std::uint64_t few = 0;
  for (std::size_t i = 0; i < size; ++i)
    few |= std::uint64_t{static_cast<unsigned char>(key[i])} << (56 - 8 * i);
  return few;
}
/// The first eight bytes, zeros behind a shorter key.
[[nodiscard]] inline std::uint64_t first_key_word(std::string_view key) {
  return key.size() < 8 ? short_key_word(key) : key_word(key.data());
}
/// The eight behind them.
[[nodiscard]] inline std::uint64_t second_key_word(std::string_view key) {
  if (key.size() >= 16) return key_word(key.data() + 8);
  if (key.size() <= 8) return 0;
  return key_word(key.data() + key.size() - 8) << (8 * (16 - key.size()));
}
/// With the ASCII letters in lower case.
[[nodiscard]] constexpr std::uint64_t fold_key_word(std::uint64_t word) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHighs = 0x80 * kOnes;
  const std::uint64_t ascii = word & ~kHighs;
  // The high bit of each letter: added to, those from A on have it, and those past Z.
  const std::uint64_t from_a = ascii + (0x80 - 'A') * kOnes;
  const std::uint64_t past_z = ascii + (0x7F - 'Z') * kOnes;
  return word | (from_a & ~past_z & ~word & kHighs) >> 2;
}

}  // namespace eventc::detail
