// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <type_traits>
#include <utility>

#include "eventc/map_order.hpp"

/// What maps do with their entries, pairs of a key and a value in one piece of memory.
namespace eventc::detail {

/// The index of the first of the sorted entries that is not before the key.
template <class Order, class Entries>
[[nodiscard]] std::size_t lower_bound(const Entries& entries, std::string_view key) {
  std::size_t first = 0;
  std::size_t count = entries.size();
  while (count > 0) {
    const std::size_t half = count / 2;
    if (Order::match(entries[first + half].first, key) < 0) {
      first += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return first;
}

/// Whether there is an entry at the index, of this key.
template <class Order, class Entries>
[[nodiscard]] bool matches(const Entries& entries, std::size_t index, std::string_view key) {
  return index < entries.size() && Order::match(entries[index].first, key) == 0;
}

/// Whether each entry's key is behind that of the one before it.
template <class Order, class Entries>
[[nodiscard]] bool strictly_ascending(const Entries& entries) {
  for (std::size_t i = 1; i < entries.size(); ++i) {
    if (Order::compare(entries[i - 1].first, entries[i].first) >= 0) return false;
  }
  return true;
}

/// The keys of entries, where these lie.
class Keys {
 public:
  template <class Entry>
  Keys(const Entry* entries, std::size_t size)
      : first_(reinterpret_cast<const char*>(&entries->first)),
        stride_(sizeof(Entry)),
        size_(size) {}

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::string_view operator[](std::size_t index) const {
    return *reinterpret_cast<const std::string_view*>(first_ + index * stride_);
  }

 private:
  const char* first_;
  std::size_t stride_;
  std::size_t size_;
};

/// How many entries are sorted by the prefixes of their keys.
inline constexpr std::size_t kFewEntries = 32;
using Places = std::array<std::uint8_t, kFewEntries>;

/// What keys are found to be.
enum class KeysFound : std::uint8_t { InOrder, OutOfOrder, Twice };

/// Which entry belongs to each place, unless two have the same key.
[[nodiscard]] KeysFound find_places(ExactOrder, Keys keys, Places& entry_at);
[[nodiscard]] KeysFound find_places(IgnoreCaseOrder, Keys keys, Places& entry_at);

/// Moves each entry to its place, along the cycles of the permutation.
template <class Entry>
void permute(Entry* entries, std::size_t size, Places& entry_at) {
  for (std::size_t begin = 0; begin < size; ++begin) {
    if (entry_at[begin] == begin) continue;
    const Entry moved = entries[begin];
    std::size_t place = begin;
    for (std::size_t from = entry_at[place]; from != begin; from = entry_at[place]) {
      entries[place] = entries[from];
      entry_at[place] = static_cast<std::uint8_t>(place);
      place = from;
    }
    entries[place] = moved;
    entry_at[place] = static_cast<std::uint8_t>(place);
  }
}

/// Sorts the entries of a view, of which there are several; false where two have the same key.
template <class Order, class Entry>
[[nodiscard]] bool sort_several(Entry* begin, Entry* end) {
  if constexpr (std::is_same_v<typename Entry::first_type, std::string_view>) {
    const auto size = static_cast<std::size_t>(end - begin);
    const Keys keys(begin, size);
    if (size <= kFewEntries) {
      Places entry_at;
      const KeysFound found = find_places(Order(), keys, entry_at);
      if (found == KeysFound::OutOfOrder) permute(begin, size, entry_at);
      return found != KeysFound::Twice;
    }
  }
  const auto is_not_before = [](const Entry& a, const Entry& b) {
    return Order::compare(a.first, b.first) >= 0;
  };
  if (std::adjacent_find(begin, end, is_not_before) == end) return true;
  const auto is_before = std::not_fn(is_not_before);
  std::make_heap(begin, end, is_before);  // a fraction of std::sort()'s code
  std::sort_heap(begin, end, is_before);
  return std::adjacent_find(begin, end, is_not_before) == end;
}

template <class Order, class Entry>
[[nodiscard]] bool sort(Entry* begin, Entry* end) {
  return end - begin < 2 || sort_several<Order>(begin, end);
}

/// Throws std::out_of_range, quoting the key.
[[noreturn]] void throw_no_member(std::string_view key);
/// The same, with the enumerator's number.
[[noreturn]] void throw_no_entry(long long enumerator);

}  // namespace eventc::detail
