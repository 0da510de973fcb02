// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

/// Eight bytes of text in a word, the first in its lowest bits on every machine.
namespace eventc {

[[nodiscard]] inline std::uint64_t load_word(const char* p) {
  std::uint64_t word = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&word, p, sizeof word);
  } else {
    for (std::size_t i = 0; i < sizeof word; ++i)
      word |= std::uint64_t{static_cast<unsigned char>(p[i])} << (8 * i);
  }
  return word;
}

/// Four bytes of it.
[[nodiscard]] inline std::uint32_t load_half_word(const char* p) {
  std::uint32_t word = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&word, p, sizeof word);
  } else {
    for (std::size_t i = 0; i < sizeof word; ++i)
      word |= std::uint32_t{static_cast<unsigned char>(p[i])} << (8 * i);
  }
  return word;
}

inline void store_word(std::uint64_t word, char* p) {
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(p, &word, sizeof word);
  } else {
    for (std::size_t i = 0; i < sizeof word; ++i) p[i] = static_cast<char>(word >> (8 * i));
  }
}

}  // namespace eventc
