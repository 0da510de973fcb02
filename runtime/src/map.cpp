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

namespace {

/// Most come almost sorted.
template <class Order>
bool find_places(const std::string_view* keys, std::size_t stride, std::size_t size,
                 Places& entry_at) {
  const auto key_at = [keys, stride](std::size_t index) -> std::string_view {
    return *reinterpret_cast<const std::string_view*>(reinterpret_cast<const char*>(keys) +
                                                      index * stride);
  };
  std::array<KeyPrefix, kFewEntries> prefixes;
  for (std::size_t i = 0; i < size; ++i) {
    const KeyPrefix prefix = Order::prefix(key_at(i));
    std::size_t place = i;
    for (; place > 0 && !(prefixes[place - 1] < prefix); --place) {
      if (prefixes[place - 1] == prefix) {
        const auto order = Order::compare(key_at(entry_at[place - 1]), key_at(i));
        if (order == 0) return false;
        if (order < 0) break;
      }
      prefixes[place] = prefixes[place - 1];
      entry_at[place] = entry_at[place - 1];
    }
    prefixes[place] = prefix;
    entry_at[place] = static_cast<std::uint8_t>(i);
  }
  return true;
}

}  // namespace

bool find_places(ExactOrder, const std::string_view* keys, std::size_t stride, std::size_t size,
                 Places& entry_at) {
  return find_places<ExactOrder>(keys, stride, size, entry_at);
}
bool find_places(IgnoreCaseOrder, const std::string_view* keys, std::size_t stride,
                 std::size_t size, Places& entry_at) {
  return find_places<IgnoreCaseOrder>(keys, stride, size, entry_at);
}

void throw_no_member(std::string_view key) {
  throw std::out_of_range("no member \"" + quote_excerpt(key) + "\"");
}

}  // namespace detail
}  // namespace eventc
