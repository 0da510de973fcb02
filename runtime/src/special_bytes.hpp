// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text_block.hpp"

namespace eventc {

/// The bytes that end runs of plain characters in a string: quotes, backslashes, controls and those
/// past ASCII. They are found 64 at a time, so that finding one does not wait for the one before.
class SpecialBytes {
 public:
  /// Those of a block that begins at `p`, or of the one before if `p` is still in that: a bit for
  /// each from `p` on. `p` is before the text's end.
  [[nodiscard, gnu::always_inline]] std::uint64_t from(const char* p, std::string_view text) {
    if (p >= end_) {
      const TextBlock block = look_at(p, text);
      bits_ = block.quotes | block.others;
      begin_ = p;
      end_ = p + std::min(text.data() + text.size() - p, kSize);
    }
    const std::ptrdiff_t passed = p - begin_;
    return bits_ >> passed << passed;
  }
  /// Where the block ends, or the text.
  [[nodiscard]] const char* end() const { return end_; }
  /// The first of those ahead; there is one.
  [[nodiscard]] const char* first(std::uint64_t ahead) const {
    return begin_ + static_cast<unsigned>(std::countr_zero(ahead));
  }
  /// Without the first, and without the byte that it escapes.
  [[nodiscard]] static std::uint64_t behind_escape(std::uint64_t ahead) {
    const std::uint64_t backslash = ahead & (~ahead + 1);
    return ahead & ~(backslash | backslash << 1);
  }

 private:
  static constexpr std::ptrdiff_t kSize = TextBlock::kSize;

  const char* begin_ = nullptr;
  const char* end_ = nullptr;
  std::uint64_t bits_ = 0;
};

}  // namespace eventc
