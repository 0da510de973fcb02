// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text_block.hpp"

namespace eventc {

/// The quotes of a text, one string after the other. They are found 64 bytes at a time, so that
/// finding one does not wait for the one before. No byte outside of the text is looked at.
///
/// A value of a few words, and inlined: loops keep a copy in registers. It is told the text with
/// each call.
class Quotes {
 public:
  explicit Quotes(std::string_view text) : block_(text.data()) { look(text); }

  /// Passes the string whose quote is the next, where both of its quotes are near and nothing but
  /// plain characters is between them; gives where it is closed. Null, with nothing passed, where
  /// not.
  [[nodiscard, gnu::always_inline]] const char* take_near_string() {
    const std::uint64_t ahead = quotes_ & (quotes_ - 1);
    if (ahead == 0) return nullptr;
    const std::uint64_t inside = below_lowest(ahead) ^ below_lowest(quotes_);
    if (others_ != 0 && (others_ & inside) != 0) return nullptr;
    quotes_ = ahead & (ahead - 1);
    return block_ + static_cast<unsigned>(std::countr_zero(ahead));
  }
  /// The same wherever it is closed. Null when it is not, or is not plain: then move_to() tells
  /// where to go on.
  [[nodiscard, gnu::always_inline]] const char* take_plain_string(std::string_view text) {
    while (quotes_ == 0) {
      if (!look_at_next(text)) return nullptr;
    }
    std::uint64_t inside = others_ & ~below_lowest(quotes_);
    quotes_ &= quotes_ - 1;
    while (quotes_ == 0) {
      if (inside != 0 || !look_at_next(text)) return nullptr;
      inside = others_;
    }
    if ((inside & below_lowest(quotes_)) != 0) return nullptr;
    const char* const close = block_ + static_cast<unsigned>(std::countr_zero(quotes_));
    quotes_ &= quotes_ - 1;
    return close;
  }
  /// The next is the first at `at` or behind it.
  void move_to(const char* at, std::string_view text);

 private:
  static constexpr std::ptrdiff_t kSize = TextBlock::kSize;

  static constexpr std::uint64_t below_lowest(std::uint64_t bits) { return ~bits & (bits - 1); }

  [[gnu::always_inline]] bool look_at_next(std::string_view text) {
    if (text.data() + text.size() - block_ <= kSize) return false;
    block_ += kSize;
    look(text);
    return true;
  }
  [[gnu::always_inline]] void look(std::string_view text) {
    const TextBlock block = look_at(block_, text);
    quotes_ = block.quotes;
    others_ = block.others;
  }

  const char* block_;
  std::uint64_t quotes_;  ///< Those of the block that are ahead.
  std::uint64_t others_;  ///< Those of the whole block.
};

}  // namespace eventc
