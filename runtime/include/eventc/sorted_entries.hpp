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

/// The entries of a view, whatever their values are: seen as their keys, and as bytes that move
/// with these. So they are sorted by the same code.
class KeyedBytes {
 public:
  template <class T>
  KeyedBytes(std::pair<std::string_view, T>* entries, std::size_t size)
      : first_(reinterpret_cast<char*>(entries)), stride_(sizeof *entries), size_(size) {
    static_assert(std::is_trivially_copy_constructible_v<T> && std::is_trivially_destructible_v<T>,
                  "a view holds no memory of its own");
    static_assert(sizeof *entries % sizeof(std::uintptr_t) == 0, "they are moved as words");
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::string_view key(std::size_t index) const {
    return *reinterpret_cast<const std::string_view*>(first_ + index * stride_);
  }
  void swap(std::size_t a, std::size_t b) const;

 private:
  char* first_;
  std::size_t stride_;
  std::size_t size_;
};

/// False where two have the same key.
[[nodiscard]] bool sort_entries(ExactOrder, KeyedBytes entries);
[[nodiscard]] bool sort_entries(IgnoreCaseOrder, KeyedBytes entries);

/// Sorts the entries of a view; false where two have the same key.
template <class Order, class Key, class T>
[[nodiscard]] bool sort(std::pair<Key, T>* begin, std::size_t size) {
  using Entry = std::pair<Key, T>;
  if (size < 2) return true;
  if constexpr (std::is_same_v<Key, std::string_view>) {
    return sort_entries(Order(), KeyedBytes(begin, size));
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
