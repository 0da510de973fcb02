// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "eventc/emitted/key_text.hpp"

namespace eventc {

/// Where the members of a struct are by their names, for those that have a KeyText: the slots of a
/// hash table, of which the empty ones hold the number of members.
class KeySlots {
 public:
  using Slot = std::uint16_t;

  /// 2^bits slots.
  constexpr KeySlots(const Slot* slots, unsigned bits, std::size_t size)
      : slots_(slots), bits_(bits), size_(size) {}

  /// Of the members whose names may be this one the first that `fits(member)`; their number where
  /// none does, and for a name of no characters.
  template <class Fits>
  [[nodiscard]] constexpr std::size_t find(std::string_view name, Fits fits) const {
    if (name.empty()) return size_;
    std::size_t slot = slot_of(name);
    while (slots_[slot] != size_ && !fits(slots_[slot]))
      slot = (slot + 1) % (std::size_t{1} << bits_);
    return slots_[slot];
  }

  /// The first slot that it may be in: by its size and three characters. Most sets of names differ
  /// in these.
  [[nodiscard]] constexpr std::size_t slot_of(std::string_view name) const {
    const auto at = [name](std::size_t i) -> std::uint32_t {
      return static_cast<unsigned char>(name[i]);
    };
    const std::uint32_t mixed = at(0) | at(name.size() / 2) << 8 | at(name.size() - 1) << 16 |
                                static_cast<std::uint32_t>(name.size()) << 24;
    return mixed * 0x9E3779B1U >> (32 - bits_);
  }

 private:
  const Slot* slots_;
  unsigned bits_;
  std::size_t size_;
};

/// Such a table, made at compile time.
template <std::size_t Size>
class KeyIndex {
 public:
  constexpr explicit KeyIndex(const std::array<KeyText, Size>& keys) {
    slots_.fill(static_cast<KeySlots::Slot>(Size));
    for (std::size_t i = 0; i < Size; ++i) {
      if (keys[i].size == 0 || keys[i].name().empty()) continue;
      std::size_t slot = slots().slot_of(keys[i].name());
      while (slots_[slot] != Size) slot = (slot + 1) % kSlots;
      slots_[slot] = static_cast<KeySlots::Slot>(i);
    }
  }

  [[nodiscard]] constexpr KeySlots slots() const { return {slots_.data(), kBits, Size}; }

 private:
  /// Half of them and more stay empty, so that a search ends soon.
  static constexpr std::size_t kSlots = std::bit_ceil(2 * Size + 2);
  static constexpr unsigned kBits = std::countr_zero(kSlots);

  std::array<KeySlots::Slot, kSlots> slots_{};
};

}  // namespace eventc
