// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "eventc/emitted/word.hpp"

namespace eventc {

/// As ==, without a call where texts are short, as names are. Words that overlap hold all of them.
[[nodiscard]] inline bool is_same_text(std::string_view left, std::string_view right) {
  const std::size_t size = left.size();
  if (size != right.size()) return false;
  const char* const a = left.data();
  const char* const b = right.data();
  if (size > 16) return std::memcmp(a, b, size) == 0;
  if (size >= 8)
    return load_word(a) == load_word(b) && load_word(a + size - 8) == load_word(b + size - 8);
  if (size >= 4) {
    return load_word<std::uint32_t>(a) == load_word<std::uint32_t>(b) &&
           load_word<std::uint32_t>(a + size - 4) == load_word<std::uint32_t>(b + size - 4);
  }
  return size == 0 || (a[0] == b[0] && a[size / 2] == b[size / 2] && a[size - 1] == b[size - 1]);
}

}  // namespace eventc
