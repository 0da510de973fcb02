// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <type_traits>
#include <utility>

#include "eventc/list_view.hpp"
#include "eventc/sorted_entries.hpp"

namespace eventc {

/// From the enumerators of Key to T: an EnumMap whose entries are kept elsewhere, as in an Arena,
/// to be looked at only. T may be incomplete where an EnumMapView<Key, T> is declared.
template <class Key, class T>
class EnumMapView {
  static_assert(std::is_enum_v<Key>);

 public:
  using key_type = Key;
  using mapped_type = T;
  using value_type = std::pair<Key, T>;
  using size_type = std::size_t;
  using const_iterator = const value_type*;
  using iterator = const_iterator;

  EnumMapView() = default;
  /// In the enumerators' order, each key once.
  explicit EnumMapView(ListView<value_type> entries) : entries_(entries) {}

  [[nodiscard]] const_iterator begin() const { return entries_.begin(); }
  [[nodiscard]] const_iterator end() const { return entries_.end(); }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] bool empty() const { return entries_.empty(); }

  [[nodiscard]] const_iterator find(Key key) const {
    return std::find_if(begin(), end(),
                        [key](const value_type& entry) { return entry.first == key; });
  }
  [[nodiscard]] bool contains(Key key) const { return find(key) != end(); }
  /// Throws std::out_of_range when there is no such key.
  [[nodiscard]] const T& at(Key key) const {
    const const_iterator found = find(key);
    if (found == end()) detail::throw_no_entry(static_cast<long long>(key));
    return found->second;
  }

  friend bool operator==(const EnumMapView& a, const EnumMapView& b) {
    return a.entries_ == b.entries_;
  }

 private:
  ListView<value_type> entries_;
};

}  // namespace eventc
