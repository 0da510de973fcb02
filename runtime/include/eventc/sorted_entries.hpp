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

/// How many entries are sorted by the prefixes of their keys.
inline constexpr std::size_t kFewEntries = 32;
using Places = std::array<std::uint8_t, kFewEntries>;

/// Which entry belongs to each place; false where two have the same key. `keys` are as far apart as
/// `stride` says, in bytes.
[[nodiscard]] bool find_places(ExactOrder, const std::string_view* keys, std::size_t stride,
                               std::size_t size, Places& entry_at);
[[nodiscard]] bool find_places(IgnoreCaseOrder, const std::string_view* keys, std::size_t stride,
                               std::size_t size, Places& entry_at);

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

/// Sorts the entries of a view; false where two have the same key.
template <class Order, class Entry>
[[nodiscard]] bool sort(Entry* begin, Entry* end) {
  const auto size = static_cast<std::size_t>(end - begin);
  if (size < 2) return true;
  if constexpr (std::is_same_v<typename Entry::first_type, std::string_view>) {
    Places entry_at;
    if (size <= kFewEntries) {
      if (!find_places(Order(), &begin->first, sizeof(Entry), size, entry_at)) return false;
      permute(begin, size, entry_at);
      return true;
    }
  }
  const auto is_before = [](const Entry& a, const Entry& b) {
    return Order::compare(a.first, b.first) < 0;
  };
  std::make_heap(begin, end, is_before);  // a fraction of std::sort()'s code
  std::sort_heap(begin, end, is_before);
  return std::adjacent_find(begin, end, std::not_fn(is_before)) == end;
}

/// Throws std::out_of_range, quoting the key.
[[noreturn]] void throw_no_member(std::string_view key);
/// The same, with the enumerator's number.
[[noreturn]] void throw_no_entry(long long enumerator);

}  // namespace eventc::detail
