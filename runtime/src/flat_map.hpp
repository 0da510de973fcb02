// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

namespace eventc {

/// A map from addresses, for entries of a few words that are looked for more often than added: the
/// first few stand in the map itself, more of them in a table with open addressing. Nothing is ever
/// taken out. `Key` has a hash() whose upper bits are good, and Key() is no key of an entry.
template <class Key, class Value>
class FlatMap {
 public:
  FlatMap() {}  // NOLINT(modernize-use-equals-default): `FlatMap{}` would fill its room with zeros

  [[nodiscard]] bool empty() const { return size_ == 0; }

  /// Null where there is none; otherwise good until something is added.
  [[nodiscard]] const Value* find(const Key& key) const {
    if (!slots_.empty()) {
      const Slot& slot = slots_[place_of(key)];
      return slot.key == key ? &slot.value : nullptr;
    }
    for (std::size_t i = 0; i < size_; ++i) {
      if (few()[i].key == key) return &few()[i].value;
    }
    return nullptr;
  }
  [[nodiscard]] bool contains(const Key& key) const { return find(key) != nullptr; }
  /// Adds one where there is none.
  Value& operator[](const Key& key) {
    if (const Value* const known = find(key)) return const_cast<Value&>(*known);
    if (size_ < kFew) return (new (few() + size_++) Slot{key, Value()})->value;
    if (slots_.size() < 2 * (size_ + 1)) grow();
    ++size_;
    Slot& slot = slots_[place_of(key)];
    slot.key = key;
    return slot.value;
  }

 private:
  struct Slot {
    Key key = {};
    Value value = {};
  };
  static_assert(std::is_trivially_copyable_v<Slot>);
  static constexpr std::size_t kFew = 4;
  static constexpr unsigned kFirstBits = 4;

  [[nodiscard]] const Slot* few() const { return reinterpret_cast<const Slot*>(room_); }
  [[nodiscard]] Slot* few() { return reinterpret_cast<Slot*>(room_); }

  /// Of the key, or of the free slot where it belongs.
  [[nodiscard]] std::size_t place_of(const Key& key) const {
    std::size_t place = key.hash() >> (64 - bits_);
    while (!(slots_[place].key == key) && !(slots_[place].key == Key()))
      place = (place + 1) & (slots_.size() - 1);
    return place;
  }
  void grow() {
    const bool has_table = !slots_.empty();
    bits_ = has_table ? bits_ + 1 : kFirstBits;
    std::vector<Slot> before(std::size_t{1} << bits_);
    std::swap(before, slots_);
    if (!has_table) before.assign(few(), few() + size_);
    for (const Slot& slot : before) {
      if (!(slot.key == Key())) slots_[place_of(slot.key)] = slot;
    }
  }

  alignas(Slot) std::byte room_[kFew * sizeof(Slot)];
  std::vector<Slot> slots_;  ///< A power of two of them; half are free.
  std::size_t size_ = 0;
  unsigned bits_ = 0;
};

/// Spreads an address over all bits.
[[nodiscard]] inline std::uint64_t hash_of(const void* address) {
  return reinterpret_cast<std::uintptr_t>(address) * 0x9E3779B97F4A7C15U;
}

}  // namespace eventc
