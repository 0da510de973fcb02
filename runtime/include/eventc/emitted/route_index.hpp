// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

#include "eventc/route.hpp"

/// Hash tables over the rows of a route::Table, made when the program is compiled.
namespace eventc::route {

/// What the first item of an array is looked up by, in place of a member's name.
struct FirstItem {};

namespace index {

// Compilers bound the steps of a constant expression, and all rows of a table are one: hence
// pointers where a string_view reads better, and few statements.

constexpr std::uint64_t byte(char c) { return static_cast<unsigned char>(c); }

/// Eight bytes, as a little-endian number.
constexpr std::uint64_t load(const char* text) {
  if (!std::is_constant_evaluated() && std::endian::native == std::endian::little) {
    std::uint64_t word = 0;
    std::memcpy(&word, text, 8);
    return word;
  }
  return byte(text[0]) | byte(text[1]) << 8 | byte(text[2]) << 16 | byte(text[3]) << 24 |
         byte(text[4]) << 32 | byte(text[5]) << 40 | byte(text[6]) << 48 | byte(text[7]) << 56;
}

/// Eight at the most.
constexpr std::uint64_t load(const char* text, std::size_t size) {
  if (size == 8) return load(text);
  std::uint64_t word = 0;
  while (size != 0) word = word << 8 | byte(text[--size]);
  return word;
}

/// The factor is 2^64 divided by the golden ratio: it spreads numbers that are close (Knuth, The
/// Art of Computer Programming, section 6.4).
constexpr std::uint64_t mix(std::uint64_t hash, std::uint64_t word) {
  const std::uint64_t product = (hash ^ word) * 0x9E3779B97F4A7C15U;
  return product ^ (product >> 32);
}

constexpr std::uint64_t hash(std::size_t location, std::string_view text) {
  const char* at = text.data();
  std::size_t size = text.size();
  std::uint64_t hash = mix(location + 1, size);
  for (; size > 8; size -= 8, at += 8) hash = mix(hash, load(at));
  return mix(hash, load(at, size));
}

constexpr std::uint64_t hash(std::size_t location, FirstItem) {
  return hash(location, std::string_view());
}

constexpr std::uint64_t hash(const Location& row) { return hash(row.parent, row.member); }

constexpr std::uint64_t hash(std::size_t location, const schema::Value& value) {
  if (value.is_string()) return hash(location, value.text());
  return mix(mix(location + 1, static_cast<std::uint64_t>(value.kind())),
             static_cast<std::uint64_t>(value.integer()));
}

constexpr std::uint64_t hash(const Key& row) { return hash(row.location, row.value); }

constexpr bool is_same(const schema::Value& left, const schema::Value& right) {
  return left.kind() == right.kind() && left.integer() == right.integer() &&
         left.text() == right.text();
}

constexpr bool has_key(const Location& row, std::size_t parent, std::string_view member) {
  return row.parent == parent && row.member == member && !row.first_item;
}
constexpr bool has_key(const Location& row, std::size_t parent, FirstItem) {
  return row.parent == parent && row.first_item;
}
constexpr bool has_key(const Key& row, std::size_t location, const schema::Value& value) {
  return row.location == location && is_same(row.value, value);
}
constexpr bool has_key(const Key& row, std::size_t location, std::string_view text) {
  return row.location == location && row.value.is_string() && row.value.text() == text;
}

/// Whether the row before has the same key, so that it stands for both.
constexpr bool follows_same_key(const Location&, const Location&) { return false; }
constexpr bool follows_same_key(const Key& before, const Key& row) {
  return has_key(row, before.location, before.value);
}

}  // namespace index

/// A slot holds the number of a row, from 1, or 0; rows go to the first free slot from that of
/// their hash on. At most half of the slots are taken.
template <std::size_t N>
struct Index {
  static constexpr std::size_t kSize = std::bit_ceil(2 * N);

  std::uint32_t slots[kSize] = {};

  template <class Row>
  explicit constexpr Index(const Row (&rows)[N]) {
    std::uint64_t before = 0;
    for (std::size_t i = 0; i < N; ++i) {
      const std::uint64_t hash = index::hash(rows[i]);
      const bool may_follow = i != 0 && hash == before;
      before = hash;
      if (may_follow && index::follows_same_key(rows[i - 1], rows[i])) continue;
      std::size_t slot = hash & (kSize - 1);
      while (slots[slot] != 0) slot = (slot + 1) & (kSize - 1);
      slots[slot] = static_cast<std::uint32_t>(i + 1);
    }
  }
};

template <class Row, std::size_t N>
Index(const Row (&)[N]) -> Index<N>;

/// The first row with this location and member, or location and value; kUnknown: there is none.
template <class Row, class Key>
std::size_t find_row(const schema::List<Row>& rows, const schema::List<std::uint32_t>& slots,
                     std::size_t location, const Key& key) {
  if (slots.empty()) return kUnknown;
  const std::size_t mask = slots.size() - 1;
  std::size_t slot = index::hash(location, key) & mask;
  for (; slots[slot] != 0; slot = (slot + 1) & mask) {
    if (index::has_key(rows[slots[slot] - 1], location, key)) return slots[slot] - 1;
  }
  return kUnknown;
}

}  // namespace eventc::route
