// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "eventc/list_view.hpp"

namespace eventc {

/// The items behind those that a tuple has a place for: the last element of a std::tuple, where the
/// schema describes them ("items" behind "prefixItems") or asks for more than its prefix has
/// ("minItems"). `std::tuple<std::string, Rest<std::int64_t>>` is ["total", 3, 4, 5]; with a
/// std::vector in its place it would be ["total", [3, 4, 5]].
///
/// T may be incomplete where a Rest<T> is declared.
template <class T>
struct Rest {
  std::vector<T> items;

  friend bool operator==(const Rest& a, const Rest& b) { return a.items == b.items; }
};

/// The same, the items kept elsewhere.
template <class T>
struct RestView {
  ListView<T> items;

  friend bool operator==(const RestView& a, const RestView& b) { return a.items == b.items; }
};

}  // namespace eventc
