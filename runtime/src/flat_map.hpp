// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace eventc {

/// A map from addresses, for entries of a few words that are looked for more often than added:
/// open addressing, and nothing is ever taken out. `Key` has a hash() whose upper bits are good,
/// and Key() is no key of an entry.
template <class Key, class Value>
class FlatMap {
 public:
  [[nodiscard]] bool empty() const { return size_ == 0; }

  /// Null where there is none; otherwise good until something is added.
  [[nodiscard]] const Value* find(const Key& key) const {
    if (size_ == 0) return nullptr;
    const Slot& slot = slots_[place_of(key)];
    return slot.key == key ? &slot.value : nullptr;
  }
  [[nodiscard]] bool contains(const Key& key) const { return find(key) != nullptr; }
  /// Adds one where there is none.
  Value& operator[](const Key& key) {
    if (slots_.size() < 2 * (size_ + 1)) grow();
    Slot& slot = slots_[place_of(key)];
    if (!(slot.key == key)) {
      slot.key = key;
      ++size_;
    }
    return slot.value;
  }

 private:
  struct Slot {
    Key key = {};
    Value value = {};
  };
  static constexpr unsigned kFirstBits = 4;

  /// Of the key, or of the free slot where it belongs.
  [[nodiscard]] std::size_t place_of(const Key& key) const {
    std::size_t place = key.hash() >> (64 - bits_);
    while (!(slots_[place].key == key) && !(slots_[place].key == Key()))
      place = (place + 1) & (slots_.size() - 1);
    return place;
  }
  void grow() {
    bits_ = slots_.empty() ? kFirstBits : bits_ + 1;
    std::vector<Slot> before(std::size_t{1} << bits_);
    std::swap(before, slots_);
    for (Slot& slot : before) {
      if (!(slot.key == Key())) slots_[place_of(slot.key)] = std::move(slot);
    }
  }

  std::vector<Slot> slots_;  ///< A power of two of them; half are free.
  std::size_t size_ = 0;
  unsigned bits_ = 0;
};

/// Spreads an address over all bits.
[[nodiscard]] inline std::uint64_t hash_of(const void* address) {
  return reinterpret_cast<std::uintptr_t>(address) * 0x9E3779B97F4A7C15U;
}

}  // namespace eventc
