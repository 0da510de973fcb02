// SPDX-License-Identifier: Apache-2.0
#include "eventc/map.hpp"

#include <algorithm>
#include <numeric>
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

std::vector<std::size_t> sorted_order(std::span<const std::string_view> keys,
                                      std::strong_ordering (*compare)(std::string_view,
                                                                      std::string_view)) {
  std::vector<std::size_t> order(keys.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [keys, compare](std::size_t a, std::size_t b) {
    return compare(keys[a], keys[b]) < 0;
  });
  return order;
}

std::size_t find_twice(std::span<const std::string_view> keys, std::span<const std::size_t> order) {
  const auto is_same = [keys](std::size_t a, std::size_t b) { return keys[a] == keys[b]; };
  const auto found = std::adjacent_find(order.begin(), order.end(), is_same);
  return found == order.end() ? order.size() : static_cast<std::size_t>(found - order.begin()) + 1;
}

void throw_no_member(std::string_view key) {
  throw std::out_of_range("no member \"" + quote_excerpt(key) + "\"");
}

}  // namespace detail
}  // namespace eventc
