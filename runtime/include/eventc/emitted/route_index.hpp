// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "eventc/emitted/same_text.hpp"
#include "eventc/emitted/word.hpp"
#include "eventc/route.hpp"

/// Hash tables over the rows of a route::Table, made when the program is compiled.
namespace eventc::route {

/// What the first item of an array is looked up by, in place of a member's name.
struct FirstItem {};

namespace index {

// Compilers bound the steps of a constant expression, and all rows of a table are one: hence
// pointers where a string_view reads better, and few statements.

using Byte = unsigned char;

/// Eight bytes, as a little-endian number.
constexpr std::uint64_t load(const char* text) {
  if (!std::is_constant_evaluated()) return load_word(text);
  return std::uint64_t{Byte(text[0])} | std::uint64_t{Byte(text[1])} << 8 |
         std::uint64_t{Byte(text[2])} << 16 | std::uint64_t{Byte(text[3])} << 24 |
         std::uint64_t{Byte(text[4])} << 32 | std::uint64_t{Byte(text[5])} << 40 |
         std::uint64_t{Byte(text[6])} << 48 | std::uint64_t{Byte(text[7])} << 56;
}

constexpr std::uint64_t load_four(const char* text) {
  if (!std::is_constant_evaluated()) return load_word<std::uint32_t>(text);
  return std::uint64_t{Byte(text[0])} | std::uint64_t{Byte(text[1])} << 8 |
         std::uint64_t{Byte(text[2])} << 16 | std::uint64_t{Byte(text[3])} << 24;
}

/// Eight at the most: another number for each text of this size.
constexpr std::uint64_t load(const char* text, std::size_t size) {
  if (size >= 4) return load_four(text) | load_four(text + size - 4) << 32;
  if (size == 0) return 0;
  return std::uint64_t{Byte(text[0])} | std::uint64_t{Byte(text[size / 2])} << 8 |
         std::uint64_t{Byte(text[size - 1])} << 16;
}

/// The factor is 2^64 divided by the golden ratio: it spreads numbers that are close (Knuth, The
/// Art of Computer Programming, section 6.4).
constexpr std::uint64_t mix(std::uint64_t hash, std::uint64_t word) {
  const std::uint64_t product = (hash ^ word) * 0x9E3779B97F4A7C15U;
  return product ^ (product >> 32);
}

constexpr std::uint64_t hash(std::size_t location, std::string_view text) {
  const char* at = text.data();
  const std::size_t size = text.size();
  std::uint64_t hash = (location + 1) * 0xD6E8FEB86659FD93U + size;
  if (size <= 8) return mix(hash, load(at, size));
  const char* const last = at + size - 8;  // which may overlap with those before
  for (; at < last; at += 8) hash = mix(hash, load(at));
  return mix(hash, load(last));
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

constexpr bool is_same(std::string_view left, std::string_view right) {
  return std::is_constant_evaluated() ? left == right : is_same_text(left, right);
}
constexpr bool is_same(const schema::Value& left, const schema::Value& right) {
  return left.kind() == right.kind() && left.integer() == right.integer() &&
         left.text() == right.text();
}

constexpr bool has_key(const Location& row, std::size_t parent, std::string_view member) {
  return row.parent == parent && is_same(row.member, member) && !row.first_item;
}
constexpr bool has_key(const Location& row, std::size_t parent, FirstItem) {
  return row.parent == parent && row.first_item;
}
constexpr bool has_key(const Key& row, std::size_t location, const schema::Value& value) {
  return row.location == location && is_same(row.value, value);
}
constexpr bool has_key(const Key& row, std::size_t location, std::string_view text) {
  return row.location == location && row.value.is_string() && is_same(row.value.text(), text);
}

/// Whether the row before has the same key, so that it stands for both.
constexpr bool follows_same_key(const Location&, const Location&) { return false; }
constexpr bool follows_same_key(const Key& before, const Key& row) {
  return has_key(row, before.location, before.value);
}

}  // namespace index

/// A slot holds the number of a row, from 1, or 0; rows go to the first free slot from that of
/// their hash on. At most a quarter of the slots are taken: most names of a payload lead nowhere,
/// and are compared with few.
template <std::size_t N>
struct Index {
  static constexpr std::size_t kSize = std::bit_ceil(4 * N);

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
[[gnu::always_inline]] inline std::size_t find_row(const schema::List<Row>& rows,
                                                   const schema::List<std::uint32_t>& slots,
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
