// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "eventc/emitted/bytes16.hpp"

namespace eventc {

/// The integers of up to three digits in sixteen bytes of an array, of which the first begins with
/// the block: all that the block has whole, up to one that JSON does not allow, or that is longer.
/// They are found and worked out at once: none waits for the end of the one before.
///     for (IntegerBlock block(at); block.any(); block.pass()) use(block.value());
template <class Block = Bytes16>
class IntegerBlock {
 public:
  [[gnu::always_inline]] IntegerBlock(const char* text, bool may_be_negative) : text_(text) {
    const Block bytes = Block::load(text);
    const auto close = bytes.equal(']');
    ends_ = bytes.equal(',') | close;
    const auto begins = ends_.moved_up() | Mask::of_first(1);
    const auto minus = may_be_negative ? bytes.equal('-') & begins : Mask::of_first(0);
    const auto firsts = (begins & ~minus) | minus.moved_up();
    const auto digits = bytes.between('0', '9');
    const auto pairs = digits & digits.behind(1);
    const auto zeros_before_digits = firsts & pairs & bytes.equal('0');
    const auto fours = pairs & pairs.behind(2);
    const auto others =
        ~(digits | ends_ | minus) | (firsts & ~digits) | zeros_before_digits | fours;
    if (others.any()) ends_ = ends_.before(others.first());
    if (close.any()) ends_ = ends_ & Mask::of_first(close.first() + 1);
    bytes.digits().store(ones_.data());
    bytes.two_digits().store(tens_.data() + 1);
    tens_[0] = 0;
  }

  /// Whether there is another.
  [[nodiscard]] bool any() const { return ends_.any(); }
  /// Of the first that was not passed.
  [[nodiscard]] std::int64_t value() const {
    const std::size_t last = ends_.first() - 1;
    const int size = ones_[last] + 10 * tens_[last];
    return text_[begin_] == '-' ? -size : size;
  }
  void pass() {
    begin_ = ends_.first() + 1;
    ends_ = ends_.without_first();
  }
  /// Where it begins.
  [[nodiscard]] const char* begin() const { return text_ + begin_; }

 private:
  using Mask = typename Block::Mask;

  const char* text_;
  std::size_t begin_ = 0;
  Mask ends_{0};
  std::array<char, 16> ones_;
  std::array<char, 17> tens_;  ///< What stands in front of each byte: up to two digits.
};

}  // namespace eventc
