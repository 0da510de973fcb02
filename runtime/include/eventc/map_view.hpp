// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

#include "eventc/list_view.hpp"
#include "eventc/map_order.hpp"
#include "eventc/sorted_entries.hpp"

namespace eventc {

/// From the member names of a JSON object to T: a Map whose entries are kept elsewhere, as in an
/// Arena, to be looked at only. T may be incomplete where a MapView<T> is declared.
///
/// With IgnoreCaseOrder a key means all of its spellings; of those that a payload has find()
/// returns the first in order ("A" before "a").
template <class T, class Order = ExactOrder>
class MapView {
 public:
  using key_type = std::string_view;
  using mapped_type = T;
  using value_type = std::pair<std::string_view, T>;
  using size_type = std::size_t;
  using const_iterator = const value_type*;
  using iterator = const_iterator;

  MapView() = default;
  /// Sorted by Order::compare(), each key once.
  explicit MapView(ListView<value_type> entries) : entries_(entries) {}

  [[nodiscard]] const_iterator begin() const { return entries_.begin(); }
  [[nodiscard]] const_iterator end() const { return entries_.end(); }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] bool empty() const { return entries_.empty(); }

  [[nodiscard]] const_iterator find(std::string_view key) const {
    const std::size_t index = detail::lower_bound<Order>(entries_, key);
    return detail::matches<Order>(entries_, index, key) ? begin() + index : end();
  }
  [[nodiscard]] bool contains(std::string_view key) const { return find(key) != end(); }
  /// Throws std::out_of_range when there is no such key.
  [[nodiscard]] const T& at(std::string_view key) const {
    const const_iterator found = find(key);
    if (found == end()) detail::throw_no_member(key);
    return found->second;
  }

  /// Keys by their exact bytes, whatever the order is.
  friend bool operator==(const MapView& a, const MapView& b) { return a.entries_ == b.entries_; }

 private:
  ListView<value_type> entries_;
};

/// From names of HTTP fields to T.
template <class T>
using HeaderMapView = MapView<T, IgnoreCaseOrder>;

}  // namespace eventc
