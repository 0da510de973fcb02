// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
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

/// Sorts entries, whatever their values are: `stride` bytes for each, of which the first are its
/// key, a std::string_view, and the others move with it. So all maps are sorted by the same code.
/// False where two have the same key.
[[nodiscard]] bool sort_entries(ExactOrder, void* first, std::size_t stride, std::size_t count);
[[nodiscard]] bool sort_entries(IgnoreCaseOrder, void* first, std::size_t stride,
                                std::size_t count);

/// The same for those that are mostly in order, as services write them, whose keys lie in `window`:
/// sixteen bytes can be read where they begin. False, with some of them moved, where that is not
/// so.
[[nodiscard]] bool sort_in_window(ExactOrder, std::string_view window, void* first,
                                  std::size_t stride, std::size_t count);
[[nodiscard]] bool sort_in_window(IgnoreCaseOrder, std::string_view window, void* first,
                                  std::size_t stride, std::size_t count);

/// Sorts the entries of a view; false where two have the same key.
template <class Order, class Key, class T>
[[nodiscard]] bool sort(std::pair<Key, T>* begin, std::size_t size,
                        [[maybe_unused]] std::string_view window = {}) {
  using Entry = std::pair<Key, T>;
  if (size < 2) return true;
  if constexpr (std::is_same_v<Key, std::string_view>) {
    static_assert(std::is_trivially_copy_constructible_v<T> && std::is_trivially_destructible_v<T>,
                  "a view holds no memory of its own");
    static_assert(sizeof(Entry) % sizeof(std::uintptr_t) == 0, "they are moved as words");
    return sort_in_window(Order(), window, begin, sizeof(Entry), size) ||
           sort_entries(Order(), begin, sizeof(Entry), size);
  } else {
    const auto is_not_before = [](const Entry& a, const Entry& b) {
      return Order::compare(a.first, b.first) >= 0;
    };
    Entry* const end = begin + size;
    if (std::adjacent_find(begin, end, is_not_before) == end) return true;
    const auto is_before = std::not_fn(is_not_before);
    std::make_heap(begin, end, is_before);  // a fraction of std::sort()'s code
    std::sort_heap(begin, end, is_before);
    return std::adjacent_find(begin, end, is_not_before) == end;
  }
}

/// Throws std::out_of_range, quoting the key.
[[noreturn]] void throw_no_member(std::string_view key);
/// The same, with the enumerator's number.
[[noreturn]] void throw_no_entry(long long enumerator);

}  // namespace eventc::detail
