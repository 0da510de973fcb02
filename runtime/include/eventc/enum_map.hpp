// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include "eventc/sorted_entries.hpp"

namespace eventc {

/// From the enumerators of Key to T: one vector, in the enumerators' order. What a JSON object
/// becomes whose members' names are an enumeration ("propertyNames"): `prices.at(Size::Small)`.
///
/// A regular value where T is one; T may be incomplete where an EnumMap<Key, T> is declared. Used
/// like std::map, with these differences: insertion and removal are O(n) and invalidate iterators
/// and references; a key can be written to through an iterator, and must not be.
template <class Key, class T>
class EnumMap {
  static_assert(std::is_enum_v<Key>);

 public:
  using key_type = Key;
  using mapped_type = T;
  using value_type = std::pair<Key, T>;
  using size_type = std::size_t;
  using iterator = typename std::vector<value_type>::iterator;
  using const_iterator = typename std::vector<value_type>::const_iterator;

  /// All six are defaulted behind the class, for the reason that Map's are.
  EnumMap() noexcept;
  EnumMap(const EnumMap& other);
  EnumMap(EnumMap&& other) noexcept;
  EnumMap& operator=(const EnumMap& other);
  EnumMap& operator=(EnumMap&& other) noexcept;
  ~EnumMap();
  /// Of entries with the same key, the first counts.
  EnumMap(std::initializer_list<value_type> entries) {
    reserve(entries.size());
    for (const value_type& entry : entries) emplace(entry.first, entry.second);
  }

  [[nodiscard]] iterator begin() { return entries_.begin(); }
  [[nodiscard]] iterator end() { return entries_.end(); }
  [[nodiscard]] const_iterator begin() const { return entries_.begin(); }
  [[nodiscard]] const_iterator end() const { return entries_.end(); }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] bool empty() const { return entries_.empty(); }

  [[nodiscard]] iterator find(Key key) {
    const iterator at = lower_bound(entries_, key);
    return is_at(at, key) ? at : end();
  }
  [[nodiscard]] const_iterator find(Key key) const {
    const const_iterator at = lower_bound(entries_, key);
    return is_at(at, key) ? at : end();
  }
  [[nodiscard]] bool contains(Key key) const { return find(key) != end(); }
  /// Throws std::out_of_range when there is no such key.
  [[nodiscard]] T& at(Key key) {
    const iterator found = find(key);
    if (found == end()) detail::throw_no_entry(static_cast<long long>(key));
    return found->second;
  }
  [[nodiscard]] const T& at(Key key) const {
    const const_iterator found = find(key);
    if (found == end()) detail::throw_no_entry(static_cast<long long>(key));
    return found->second;
  }

  /// The value of the key; T{} is inserted when there is none.
  T& operator[](Key key) {
    const iterator at = lower_bound(entries_, key);
    return is_at(at, key) ? at->second : entries_.emplace(at, key, T{})->second;
  }
  /// Whether it was inserted is second.
  std::pair<iterator, bool> insert_or_assign(Key key, T value) {
    const iterator at = lower_bound(entries_, key);
    if (!is_at(at, key)) return {entries_.emplace(at, key, std::move(value)), true};
    at->second = std::move(value);
    return {at, false};
  }
  /// Changes nothing when the key is there.
  template <class... Args>
  std::pair<iterator, bool> emplace(Key key, Args&&... args) {
    const iterator at = lower_bound(entries_, key);
    if (is_at(at, key)) return {at, false};
    return {entries_.emplace(at, key, T(std::forward<Args>(args)...)), true};
  }
  /// How many entries were removed.
  std::size_t erase(Key key) {
    const iterator found = find(key);
    if (found == end()) return 0;
    entries_.erase(found);
    return 1;
  }
  void clear() { entries_.clear(); }
  void reserve(std::size_t size) { entries_.reserve(size); }

  /// For readers of whole objects: adds an entry at the end, unsorted and unchecked. Until finish()
  /// nothing but append(), finish(), clear() and destruction may be used.
  T& append(Key key) { return entries_.emplace_back(key, T{}).second; }
  /// Sorts what was appended. Returns a key that occurs twice; such a map is for the bin: only
  /// clear() and destruction remain.
  [[nodiscard]] std::optional<Key> finish() {
    const auto is_before = [](const value_type& a, const value_type& b) {
      return a.first < b.first;
    };
    if (!std::is_sorted(entries_.begin(), entries_.end(), is_before))
      std::sort(entries_.begin(), entries_.end(), is_before);
    const iterator twice = std::adjacent_find(
        entries_.begin(), entries_.end(),
        [](const value_type& a, const value_type& b) { return a.first == b.first; });
    return twice == end() ? std::nullopt : std::optional(twice->first);
  }

  friend bool operator==(const EnumMap& a, const EnumMap& b) { return a.entries_ == b.entries_; }

 private:
  /// The first entry that is not before the key.
  template <class Entries>
  [[nodiscard]] static auto lower_bound(Entries& entries, Key key) {
    return std::lower_bound(
        entries.begin(), entries.end(), key,
        [](const value_type& entry, Key wanted) { return entry.first < wanted; });
  }
  [[nodiscard]] bool is_at(const_iterator entry, Key key) const {
    return entry != end() && entry->first == key;
  }

  std::vector<value_type> entries_;
};

template <class Key, class T>
EnumMap<Key, T>::EnumMap() noexcept = default;
template <class Key, class T>
EnumMap<Key, T>::EnumMap(const EnumMap& other) = default;
template <class Key, class T>
EnumMap<Key, T>::EnumMap(EnumMap&& other) noexcept = default;
template <class Key, class T>
EnumMap<Key, T>& EnumMap<Key, T>::operator=(const EnumMap& other) = default;
template <class Key, class T>
EnumMap<Key, T>& EnumMap<Key, T>::operator=(EnumMap&& other) noexcept = default;
template <class Key, class T>
EnumMap<Key, T>::~EnumMap() = default;

}  // namespace eventc
