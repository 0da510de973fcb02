// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "eventc/emitted/key_text.hpp"

namespace eventc {

/// Where the members of a struct are by their names, for those that have a KeyText: a hash table,
/// made at compile time.
template <std::size_t Size>
class KeyIndex {
 public:
  constexpr explicit KeyIndex(const std::array<KeyText, Size>& keys) {
    slots_.fill(static_cast<Slot>(Size));
    for (std::size_t i = 0; i < Size; ++i) {
      if (keys[i].size == 0 || keys[i].name().empty()) continue;
      std::size_t slot = slot_of(keys[i].name());
      while (slots_[slot] != Size) slot = (slot + 1) % kSlots;
      slots_[slot] = static_cast<Slot>(i);
    }
  }

  /// Of the members whose names may be this one the first that `fits(member)`; Size where none
  /// does, and for a name of no characters.
  template <class Fits>
  [[nodiscard]] std::size_t find(std::string_view name, Fits fits) const {
    if (name.empty()) return Size;
    std::size_t slot = slot_of(name);
    while (slots_[slot] != Size && !fits(slots_[slot])) slot = (slot + 1) % kSlots;
    return slots_[slot];
  }

 private:
  using Slot = std::uint16_t;
  /// Half of them and more stay empty, so that a search ends soon.
  static constexpr std::size_t kSlots = std::bit_ceil(2 * Size + 2);
  static constexpr unsigned kBits = std::countr_zero(kSlots);

  /// By its size and three characters. Most sets of names differ in these.
  static constexpr std::size_t slot_of(std::string_view name) {
    const auto at = [name](std::size_t i) -> std::uint32_t {
      return static_cast<unsigned char>(name[i]);
    };
    const std::uint32_t mixed = at(0) | at(name.size() / 2) << 8 | at(name.size() - 1) << 16 |
                                static_cast<std::uint32_t>(name.size()) << 24;
    return mixed * 0x9E3779B1U >> (32 - kBits);
  }

  std::array<Slot, kSlots> slots_{};
};

}  // namespace eventc
