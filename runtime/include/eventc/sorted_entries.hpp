// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>

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

/// sort() for these. Most come almost sorted.
template <class Order, class Entry>
[[nodiscard]] bool sort_few(Entry* entries, std::size_t size) {
  struct Key {
    decltype(Order::prefix(entries->first)) prefix;
    std::size_t index;  ///< Of its entry.
  };
  std::array<Key, kFewEntries> sorted;
  for (std::size_t i = 0; i < size; ++i) {
    const Key key{Order::prefix(entries[i].first), i};
    std::size_t place = i;
    for (; place > 0 && !(sorted[place - 1].prefix < key.prefix); --place) {
      const Key& other = sorted[place - 1];
      if (other.prefix == key.prefix) {
        const auto order = Order::compare(entries[other.index].first, entries[i].first);
        if (order == 0) return false;
        if (order < 0) break;
      }
      sorted[place] = other;
    }
    sorted[place] = key;
  }
  // Along each cycle of the permutation.
  for (std::size_t begin = 0; begin < size; ++begin) {
    if (sorted[begin].index == begin) continue;
    const Entry moved = entries[begin];
    std::size_t place = begin;
    for (std::size_t from = sorted[place].index; from != begin; from = sorted[place].index) {
      entries[place] = entries[from];
      sorted[place].index = place;
      place = from;
    }
    entries[place] = moved;
    sorted[place].index = place;
  }
  return true;
}

/// Sorts entries; false where two have the same key.
template <class Order, class Entry>
[[nodiscard]] bool sort(Entry* begin, Entry* end) {
  const auto size = static_cast<std::size_t>(end - begin);
  if (size < 2) return true;
  if (size <= kFewEntries) return sort_few<Order>(begin, size);
  const auto is_before = [](const Entry& a, const Entry& b) {
    return Order::compare(a.first, b.first) < 0;
  };
  std::sort(begin, end, is_before);
  return std::adjacent_find(begin, end, std::not_fn(is_before)) == end;
}

/// Throws std::out_of_range, quoting the key.
[[noreturn]] void throw_no_member(std::string_view key);
/// The same, with the enumerator's number.
[[noreturn]] void throw_no_entry(long long enumerator);

}  // namespace eventc::detail
