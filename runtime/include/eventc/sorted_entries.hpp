// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
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

/// Throws std::out_of_range, quoting the key.
[[noreturn]] void throw_no_member(std::string_view key);
/// The same, with the enumerator's number.
[[noreturn]] void throw_no_entry(long long enumerator);

}  // namespace eventc::detail
