// SPDX-License-Identifier: Apache-2.0
#include "eventc/sorted_entries.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <numeric>

#include "eventc/emitted/bytes16.hpp"

namespace eventc::detail {
namespace {

/// The entries, seen as their keys, and as bytes that move with these.
class KeyedBytes {
 public:
  KeyedBytes(void* first, std::size_t stride, std::size_t size)
      : first_(static_cast<char*>(first)), stride_(stride), size_(size) {}

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::string_view key(std::size_t index) const {
    return *reinterpret_cast<const std::string_view*>(first_ + index * stride_);
  }
  void swap(std::size_t a, std::size_t b) const {
    using Word = std::uintptr_t;
    char* const left = first_ + a * stride_;
    char* const right = first_ + b * stride_;
    for (std::size_t i = 0; i < stride_; i += sizeof(Word)) {
      Word of_left = 0;
      Word of_right = 0;
      std::memcpy(&of_left, left + i, sizeof of_left);
      std::memcpy(&of_right, right + i, sizeof of_right);
      std::memcpy(left + i, &of_right, sizeof of_right);
      std::memcpy(right + i, &of_left, sizeof of_left);
    }
  }

 private:
  char* first_;
  std::size_t stride_;
  std::size_t size_;
};

/// Of keys with the same first word.
template <class Order>
std::strong_ordering compare_behind_first_word(std::string_view a, std::string_view b) {
  const auto order = Order::second_word(a) <=> Order::second_word(b);
  return order != 0 ? order : Order::compare(a, b);
}

/// How many entries are sorted by the first words of their keys.
constexpr std::size_t kFewEntries = 32;
using Words = std::array<std::uint64_t, kFewEntries>;
/// Which entry belongs to each place.
using Places = std::array<std::uint8_t, kFewEntries>;

/// How many, from the first on, come in their order, and their first words.
template <class Order>
std::size_t count_in_order(KeyedBytes entries, Words& words) {
  std::uint64_t last = words[0] = Order::first_word(entries.key(0));
  for (std::size_t i = 1; i < entries.size(); ++i) {
    const std::uint64_t word = Order::first_word(entries.key(i));
    if (last > word) return i;
    if (last == word && compare_behind_first_word<Order>(entries.key(i - 1), entries.key(i)) >= 0)
      return i;
    last = words[i] = word;
  }
  return entries.size();
}

/// Inserts the entries behind those in order into them; false where two have the same key.
template <class Order>
bool find_places(KeyedBytes entries, std::size_t in_order, Words& words, Places& entry_at) {
  for (std::size_t i = in_order; i < entries.size(); ++i) {
    const std::uint64_t word = Order::first_word(entries.key(i));
    std::size_t place = i;
    for (; place > 0 && words[place - 1] >= word; --place) {
      if (words[place - 1] == word) {
        const auto order =
            compare_behind_first_word<Order>(entries.key(entry_at[place - 1]), entries.key(i));
        if (order == 0) return false;
        if (order < 0) break;
      }
      words[place] = words[place - 1];
      entry_at[place] = entry_at[place - 1];
    }
    words[place] = word;
    entry_at[place] = static_cast<std::uint8_t>(i);
  }
  return true;
}

/// Moves each entry to its place, along the cycles of the permutation.
void permute(KeyedBytes entries, Places& entry_at) {
  for (std::size_t begin = 0; begin < entries.size(); ++begin) {
    std::size_t place = begin;
    while (entry_at[place] != begin) {
      const std::size_t from = entry_at[place];
      entries.swap(place, from);
      entry_at[place] = static_cast<std::uint8_t>(place);
      place = from;
    }
    entry_at[place] = static_cast<std::uint8_t>(place);
  }
}

/// Most come almost sorted.
template <class Order>
bool sort_few(KeyedBytes entries) {
  Words words;
  const std::size_t in_order = count_in_order<Order>(entries, words);
  if (in_order == entries.size()) return true;
  Places entry_at;
  std::iota(entry_at.begin(), entry_at.begin() + in_order, std::uint8_t{0});
  if (!find_places<Order>(entries, in_order, words, entry_at)) return false;
  permute(entries, entry_at);
  return true;
}

/// A heap's entry sinks until none below it is behind it.
template <class Order>
void sink(KeyedBytes heap, std::size_t at, std::size_t size) {
  while (2 * at + 1 < size) {
    std::size_t below = 2 * at + 1;
    const bool has_two = below + 1 < size;
    if (has_two && Order::compare(heap.key(below), heap.key(below + 1)) < 0) ++below;
    if (Order::compare(heap.key(at), heap.key(below)) >= 0) return;
    heap.swap(at, below);
    at = below;
  }
}

/// In their place, and in few steps whatever their order: a payload may be hostile.
template <class Order>
bool sort_many(KeyedBytes entries) {
  const auto are_ascending = [&entries] {
    for (std::size_t i = 1; i < entries.size(); ++i) {
      if (Order::compare(entries.key(i - 1), entries.key(i)) >= 0) return false;
    }
    return true;
  };
  if (are_ascending()) return true;
  for (std::size_t i = entries.size() / 2; i > 0; --i) sink<Order>(entries, i - 1, entries.size());
  for (std::size_t last = entries.size() - 1; last > 0; --last) {
    entries.swap(0, last);
    sink<Order>(entries, 0, last);
  }
  return are_ascending();
}

/// How two keys are ordered, of each of which sixteen bytes can be read, whatever its size.
/// Unordered where these do not tell.
template <class Order>
[[gnu::always_inline]] inline std::partial_ordering compare_in_window(std::string_view a,
                                                                      std::string_view b) {
  const auto different = ~Bytes16::load(a.data()).equal(Bytes16::load(b.data()));
  if (!different.any()) return std::partial_ordering::unordered;
  const std::size_t at = different.first();
  if (at < a.size() && at < b.size()) {
    const auto order = Order::rank(a[at]) <=> Order::rank(b[at]);
    return order != 0 ? order : std::partial_ordering::unordered;
  }
  if (a.size() == b.size()) return std::partial_ordering::unordered;
  return a.size() <=> b.size();
}

template <class Order>
bool sort_in_window(std::string_view window, KeyedBytes entries) {
  const auto is_inside = [window](std::string_view key) {
    const auto offset = reinterpret_cast<std::uintptr_t>(key.data()) -
                        reinterpret_cast<std::uintptr_t>(window.data());
    return offset < window.size();
  };
  if (!is_inside(entries.key(0))) return false;
  std::size_t steps_left = 4;  // for others, it takes more than to sort them as any
  for (std::size_t i = 1; i < entries.size(); ++i) {
    const std::string_view key = entries.key(i);
    if (!is_inside(key)) return false;
    for (std::size_t place = i; place != 0; --place) {
      const auto order = compare_in_window<Order>(entries.key(place - 1), key);
      if (order < 0) break;
      if (!(order > 0) || steps_left-- == 0) return false;
      entries.swap(place - 1, place);
    }
  }
  return true;
}

template <class Order>
bool sort(KeyedBytes entries) {
  return entries.size() <= kFewEntries ? sort_few<Order>(entries) : sort_many<Order>(entries);
}

}  // namespace

bool sort_in_window(ExactOrder, std::string_view window, void* first, std::size_t stride,
                    std::size_t count) {
  return sort_in_window<ExactOrder>(window, {first, stride, count});
}
bool sort_in_window(IgnoreCaseOrder, std::string_view window, void* first, std::size_t stride,
                    std::size_t count) {
  return sort_in_window<IgnoreCaseOrder>(window, {first, stride, count});
}

bool sort_entries(ExactOrder, void* first, std::size_t stride, std::size_t count) {
  return sort<ExactOrder>({first, stride, count});
}
bool sort_entries(IgnoreCaseOrder, void* first, std::size_t stride, std::size_t count) {
  return sort<IgnoreCaseOrder>({first, stride, count});
}

}  // namespace eventc::detail
