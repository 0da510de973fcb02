// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "eventc/emitted/bytes16.hpp"
#include "eventc/emitted/word.hpp"

namespace eventc {

/// Whether these texts of one size, of a block at least, are equal. The last block overlaps the one
/// before, and is compared first: names and numbers that differ mostly do so at their ends.
template <class Block = Bytes16>
[[nodiscard]] bool is_same_long_text(const char* a, const char* b, std::size_t size) {
  constexpr std::size_t kWidth = 16;
  static constexpr auto kAll = Block::Mask::of_first(kWidth);
  const auto is_same_at = [a, b](std::size_t offset) {
    return Block::load(a + offset).equal(Block::load(b + offset)).contains(kAll);
  };
  if (!is_same_at(size - kWidth)) return false;
  for (std::size_t offset = 0; size - offset > kWidth; offset += kWidth) {
    if (!is_same_at(offset)) return false;
  }
  return true;
}

/// As ==, without a call where texts are short, as names are. Words that overlap hold all of them.
template <class Block = Bytes16>
[[nodiscard, gnu::always_inline]] inline bool is_same_text(std::string_view left,
                                                           std::string_view right) {
  const std::size_t size = left.size();
  if (size != right.size()) return false;
  const char* const a = left.data();
  const char* const b = right.data();
  if (size > 16) return is_same_long_text<Block>(a, b, size);
  if (size >= 8)
    return load_word(a) == load_word(b) && load_word(a + size - 8) == load_word(b + size - 8);
  if (size >= 4) {
    return load_word<std::uint32_t>(a) == load_word<std::uint32_t>(b) &&
           load_word<std::uint32_t>(a + size - 4) == load_word<std::uint32_t>(b + size - 4);
  }
  return size == 0 || (a[0] == b[0] && a[size / 2] == b[size / 2] && a[size - 1] == b[size - 1]);
}

}  // namespace eventc
