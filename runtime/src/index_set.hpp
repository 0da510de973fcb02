// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace eventc {

/// Indices that are in or not. Of up to a thousand it takes no allocation, and no time for those
/// that there are not.
class IndexSet {
 public:
  /// Of `size` indices, none in.
  explicit IndexSet(std::size_t size) {
    const std::size_t count = size / 64 + 1;
    if (count == 1) {  // as most
      few_[0] = 0;
      return;
    }
    if (count > kFew) many_ = std::make_unique<std::uint64_t[]>(count);
    std::fill_n(words(), count, 0);
  }

  [[nodiscard]] bool has(std::size_t index) const {
    return (words()[index / 64] >> (index % 64) & 1) != 0;
  }
  /// Whether it was not in before.
  bool insert(std::size_t index) {
    std::uint64_t& word = words()[index / 64];
    const std::uint64_t before = word;
    word |= std::uint64_t{1} << (index % 64);
    return word != before;
  }

 private:
  static constexpr std::size_t kFew = 16;

  [[nodiscard]] std::uint64_t* words() { return many_ ? many_.get() : few_.data(); }
  [[nodiscard]] const std::uint64_t* words() const { return many_ ? many_.get() : few_.data(); }

  std::array<std::uint64_t, kFew> few_;
  std::unique_ptr<std::uint64_t[]> many_;
};

}  // namespace eventc
