// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

/// Bytes of text in a word, eight or four: the first in its lowest bits, on every machine.
namespace eventc {

template <class Word = std::uint64_t>
[[nodiscard]] Word load_word(const char* p) {
  Word word = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&word, p, sizeof word);
  } else {
    for (std::size_t i = 0; i < sizeof word; ++i)
      word |= Word{static_cast<unsigned char>(p[i])} << (8 * i);
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
