// SPDX-License-Identifier: Apache-2.0
#include "eventc/map.hpp"

#include <algorithm>
#include <stdexcept>

#include "eventc/quote.hpp"

namespace eventc {

std::strong_ordering IgnoreCaseOrder::match_all(std::string_view a, std::string_view b) {
  const std::size_t common = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < common; ++i) {
    if (a[i] == b[i]) continue;
    if (const auto order = folded(a[i]) <=> folded(b[i]); order != 0) return order;
  }
  return a.size() <=> b.size();
}

namespace detail {

std::size_t find_twice(std::span<PlacedKey> keys) {
  std::sort(keys.begin(), keys.end());
  const auto is_same = [](const PlacedKey& a, const PlacedKey& b) { return a.first == b.first; };
  return std::adjacent_find(keys.begin(), keys.end(), is_same)->second;
}

void throw_no_member(std::string_view key) {
  throw std::out_of_range("no member \"" + quote_excerpt(key) + "\"");
}

}  // namespace detail
}  // namespace eventc
