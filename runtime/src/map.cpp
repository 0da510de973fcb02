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

/// Of keys with the same first word.
template <class Order>
std::strong_ordering compare_behind_first_word(std::string_view a, std::string_view b) {
  const auto order = Order::second_word(a) <=> Order::second_word(b);
  return order != 0 ? order : Order::compare(a, b);
}

using Words = std::array<std::uint64_t, kFewEntries>;

/// How many, from the first on, come in their order, and their first words.
template <class Order>
std::size_t count_in_order(Keys keys, Words& words) {
  std::uint64_t last = words[0] = Order::first_word(keys[0]);
  for (std::size_t i = 1; i < keys.size(); ++i) {
    const std::uint64_t word = Order::first_word(keys[i]);
    if (last > word) return i;
    if (last == word && compare_behind_first_word<Order>(keys[i - 1], keys[i]) >= 0) return i;
    last = words[i] = word;
  }
  return keys.size();
}

/// Most come almost sorted.
template <class Order>
KeysFound find_places(Keys keys, Places& entry_at) {
  Words words;
  const std::size_t in_order = count_in_order<Order>(keys, words);
  if (in_order == keys.size()) return KeysFound::InOrder;
  std::iota(entry_at.begin(), entry_at.begin() + in_order, std::uint8_t{0});
  for (std::size_t i = in_order; i < keys.size(); ++i) {
    const std::uint64_t word = Order::first_word(keys[i]);
    std::size_t place = i;
    for (; place > 0 && words[place - 1] >= word; --place) {
      if (words[place - 1] == word) {
        const auto order = compare_behind_first_word<Order>(keys[entry_at[place - 1]], keys[i]);
        if (order == 0) return KeysFound::Twice;
        if (order < 0) break;
      }
      words[place] = words[place - 1];
      entry_at[place] = entry_at[place - 1];
    }
    words[place] = word;
    entry_at[place] = static_cast<std::uint8_t>(i);
  }
  return KeysFound::OutOfOrder;
}

}  // namespace

KeysFound find_places(ExactOrder, Keys keys, Places& entry_at) {
  return find_places<ExactOrder>(keys, entry_at);
}
KeysFound find_places(IgnoreCaseOrder, Keys keys, Places& entry_at) {
  return find_places<IgnoreCaseOrder>(keys, entry_at);
}

void throw_no_member(std::string_view key) {
  throw std::out_of_range("no member \"" + quote_excerpt(key) + "\"");
}

}  // namespace detail
}  // namespace eventc
