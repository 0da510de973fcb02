// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "eventc/map_order.hpp"
#include "eventc/sorted_entries.hpp"

namespace eventc {

namespace detail {

/// A key, and which entry has it.
using PlacedKey = std::pair<std::string_view, std::size_t>;
/// The entry of a key that another has, too, byte by byte; there is one.
[[nodiscard]] std::size_t find_twice(std::span<PlacedKey> keys);

}  // namespace detail

/// From the member names of a JSON object to T: one vector, sorted by key. A regular value where T
/// is one; T may be incomplete where a Map<T> is declared. Used like std::map, with these
/// differences: insertion and removal are O(n) and invalidate iterators and references; a key can
/// be written to through an iterator, and must not be.
///
/// With IgnoreCaseOrder a key means all of its spellings, in every function that looks one up;
/// operator[], emplace and insert_or_assign therefore never add a second spelling, but append()
/// may: a payload that has two keeps both. Of those find() returns the first in order ("A" before
/// "a"), and erase() removes all.
template <class T, class Order = ExactOrder>
class Map {
 public:
  using key_type = std::string;
  using mapped_type = T;
  using value_type = std::pair<std::string, T>;
  using size_type = std::size_t;
  using iterator = typename std::vector<value_type>::iterator;
  using const_iterator = typename std::vector<value_type>::const_iterator;

  /// All six are defaulted, behind the class: defaulted inside, Clang instantiates them with
  /// std::vector's constexpr members while std::pair<std::string, T> still asks what T, which holds
  /// a Map<T>, can do.
  Map() noexcept;
  Map(const Map& other);
  Map(Map&& other) noexcept;
  Map& operator=(const Map& other);
  Map& operator=(Map&& other) noexcept;
  ~Map();
  /// Of entries with the same key, the first counts.
  Map(std::initializer_list<value_type> entries) {
    reserve(entries.size());
    for (const value_type& entry : entries) emplace(entry.first, entry.second);
  }

  [[nodiscard]] iterator begin() { return entries_.begin(); }
  [[nodiscard]] iterator end() { return entries_.end(); }
  [[nodiscard]] const_iterator begin() const { return entries_.begin(); }
  [[nodiscard]] const_iterator end() const { return entries_.end(); }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] bool empty() const { return entries_.empty(); }

  [[nodiscard]] iterator find(std::string_view key) {
    const std::size_t index = lower_bound(key);
    return matches(index, key) ? iterator_at(index) : end();
  }
  [[nodiscard]] const_iterator find(std::string_view key) const {
    const std::size_t index = lower_bound(key);
    return matches(index, key) ? begin() + static_cast<std::ptrdiff_t>(index) : end();
  }
  [[nodiscard]] bool contains(std::string_view key) const { return matches(lower_bound(key), key); }
  /// Throws std::out_of_range when there is no such key.
  [[nodiscard]] T& at(std::string_view key) {
    const iterator found = find(key);
    if (found == end()) detail::throw_no_member(key);
    return found->second;
  }
  [[nodiscard]] const T& at(std::string_view key) const {
    const const_iterator found = find(key);
    if (found == end()) detail::throw_no_member(key);
    return found->second;
  }

  /// The value of the key; T{} is inserted when there is none.
  T& operator[](std::string_view key) {
    const std::size_t index = lower_bound(key);
    if (matches(index, key)) return entries_[index].second;
    return entries_.emplace(iterator_at(index), std::string(key), T{})->second;
  }
  /// Whether it was inserted is second. An entry that is there keeps the spelling of its key.
  std::pair<iterator, bool> insert_or_assign(std::string key, T value) {
    const std::size_t index = lower_bound(key);
    if (matches(index, key)) {
      entries_[index].second = std::move(value);
      return {iterator_at(index), false};
    }
    return {entries_.emplace(iterator_at(index), std::move(key), std::move(value)), true};
  }
  /// Changes nothing when the key is there.
  template <class... Args>
  std::pair<iterator, bool> emplace(std::string key, Args&&... args) {
    const std::size_t index = lower_bound(key);
    if (matches(index, key)) return {iterator_at(index), false};
    return {entries_.emplace(iterator_at(index), std::move(key), T(std::forward<Args>(args)...)),
            true};
  }
  /// How many entries were removed.
  std::size_t erase(std::string_view key) {
    const std::size_t first = lower_bound(key);
    std::size_t last = first;
    while (matches(last, key)) ++last;
    entries_.erase(iterator_at(first), iterator_at(last));
    return last - first;
  }
  void clear() { entries_.clear(); }
  void reserve(std::size_t size) { entries_.reserve(size); }

  /// For readers of whole objects: adds an entry at the end, unsorted and unchecked. Until finish()
  /// nothing but append(), finish(), clear() and destruction may be used.
  T& append(std::string key) {
    return entries_
        .emplace_back(std::piecewise_construct, std::forward_as_tuple(std::move(key)), std::tuple())
        .second;
  }
  /// Sorts what was appended. Returns a key that occurs twice, byte by byte, or nullptr; such a map
  /// is for the bin: only clear() and destruction remain. The pointer is good until then.
  [[nodiscard]] const std::string* finish() {
    const auto is_not_before = [](const value_type& a, const value_type& b) {
      return Order::compare(a.first, b.first) >= 0;
    };
    if (std::adjacent_find(entries_.begin(), entries_.end(), is_not_before) == entries_.end())
      return nullptr;
    std::vector<detail::PlacedKey> keys;
    keys.reserve(entries_.size());
    for (const value_type& entry : entries_) keys.emplace_back(entry.first, keys.size());
    const bool are_distinct = detail::sort<Order>(keys.data(), keys.size());
    if (!are_distinct) return &entries_[detail::find_twice(keys)].first;
    for (std::size_t begin = 0; begin < keys.size(); ++begin) {  // along each cycle
      std::size_t place = begin;
      while (keys[place].second != begin) {
        const std::size_t from = std::exchange(keys[place].second, place);
        std::swap(entries_[place], entries_[from]);
        place = from;
      }
      keys[place].second = place;
    }
    return nullptr;
  }

  /// Keys by their exact bytes, whatever the order is.
  friend bool operator==(const Map& a, const Map& b) { return a.entries_ == b.entries_; }

 private:
  [[nodiscard]] iterator iterator_at(std::size_t index) {
    return entries_.begin() + static_cast<std::ptrdiff_t>(index);
  }
  [[nodiscard]] std::size_t lower_bound(std::string_view key) const {
    return detail::lower_bound<Order>(entries_, key);
  }
  [[nodiscard]] bool matches(std::size_t index, std::string_view key) const {
    return detail::matches<Order>(entries_, index, key);
  }

  std::vector<value_type> entries_;
};

template <class T, class Order>
Map<T, Order>::Map() noexcept = default;
template <class T, class Order>
Map<T, Order>::Map(const Map& other) = default;
template <class T, class Order>
Map<T, Order>::Map(Map&& other) noexcept = default;
template <class T, class Order>
Map<T, Order>& Map<T, Order>::operator=(const Map& other) = default;
template <class T, class Order>
Map<T, Order>& Map<T, Order>::operator=(Map&& other) noexcept = default;
template <class T, class Order>
Map<T, Order>::~Map() = default;

/// From names of HTTP fields to T.
template <class T>
using HeaderMap = Map<T, IgnoreCaseOrder>;

}  // namespace eventc
