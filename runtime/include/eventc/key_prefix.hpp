// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "eventc/emitted/word.hpp"

namespace eventc {

/// The first sixteen bytes of a key as a number, zeros behind a shorter one. Where those of two
/// keys differ, their order is the keys'.
class KeyPrefix {
 public:
  constexpr KeyPrefix() = default;
  explicit KeyPrefix(std::string_view key) {
    const char* const begin = key.data();
    const char* const end = begin + key.size();
    if (key.size() < 8) {
      high_ = short_word(key);
      return;
    }
    high_ = word(begin);
    if (key.size() >= 16) {
      low_ = word(begin + 8);
    } else if (key.size() > 8) {  // the last eight, without those that are in `high_`
      low_ = word(end - 8) << (8 * (16 - key.size()));
    }
  }

  /// With the ASCII letters in lower case.
  [[nodiscard]] KeyPrefix folded() const {
    KeyPrefix result;
    result.high_ = folded(high_);
    result.low_ = folded(low_);
    return result;
  }

  friend constexpr bool operator<(KeyPrefix a, KeyPrefix b) {
    return a.high_ < b.high_ || (a.high_ == b.high_ && a.low_ < b.low_);
  }
  friend constexpr bool operator==(KeyPrefix a, KeyPrefix b) = default;

 private:
  /// Of eight bytes, the first in the highest bits.
  [[nodiscard]] static std::uint64_t word(const char* p) { return __builtin_bswap64(load_word(p)); }
  /// The same of fewer.
  [[nodiscard]] static std::uint64_t short_word(std::string_view text) {
    const std::size_t size = text.size();
    if (size >= 4) {
      const std::uint64_t first = __builtin_bswap32(load_word<std::uint32_t>(text.data()));
      const std::uint64_t last =
          __builtin_bswap32(load_word<std::uint32_t>(text.data() + size - 4));
      return first << 32 | last << (8 * (8 - size));
    }
    std::uint64_t few = 0;
    for (std::size_t i = 0; i < size; ++i)
      few |= std::uint64_t{static_cast<unsigned char>(text[i])} << (56 - 8 * i);
    return few;
  }
  [[nodiscard]] static constexpr std::uint64_t folded(std::uint64_t word) {
    constexpr std::uint64_t kOnes = 0x0101010101010101;
    constexpr std::uint64_t kHighs = 0x80 * kOnes;
    const std::uint64_t ascii = word & ~kHighs;
    // The high bit of each letter: added to, those from A on have it, and those past Z.
    const std::uint64_t from_a = ascii + (0x80 - 'A') * kOnes;
    const std::uint64_t past_z = ascii + (0x7F - 'Z') * kOnes;
    return word | (from_a & ~past_z & ~word & kHighs) >> 2;
  }

  std::uint64_t high_ = 0;
  std::uint64_t low_ = 0;
};

}  // namespace eventc
