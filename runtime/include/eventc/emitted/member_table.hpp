// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "eventc/emitted/key_text.hpp"
#include "eventc/schema.hpp"

namespace eventc {

/// A member of a struct, as the subschemas of its object declare it.
struct Member {
  std::string_view name;
  const schema::Schema* schema = nullptr;  ///< The first that declares it.
  bool required = false;
  bool forbidden = false;  ///< Another subschema's "additionalProperties": false excludes it.
};

/// Members, and their places in the order of their names (schema::comes_before()).
class MemberOrder {
 public:
  constexpr MemberOrder(const Member* members, const std::uint32_t* sorted, std::size_t size)
      : members_(members), sorted_(sorted), size_(size) {}

  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  /// size() for a name that is not there.
  [[nodiscard]] constexpr std::size_t find(std::string_view name) const {
    const std::size_t rank = rank_of(name);
    return rank != size_ && members_[sorted_[rank]].name == name ? sorted_[rank] : size_;
  }
  /// How many members come before a name.
  [[nodiscard]] constexpr std::size_t rank_of(std::string_view name) const {
    std::size_t first = 0;
    for (std::size_t count = size_; count > 0;) {
      const std::size_t half = count / 2;
      if (schema::comes_before(members_[sorted_[first + half]].name, name)) {
        first += half + 1;
        count -= half + 1;
      } else {
        count = half;
      }
    }
    return first;
  }

 private:
  const Member* members_;
  const std::uint32_t* sorted_;
  std::size_t size_;
};

/// The members that one or several subschemas of the same object declare, each once, in their
/// order; at compile time, in few steps: compilers limit their number.
template <const schema::Schema*... S>
class MemberTable {
 public:
  static constexpr std::size_t kCapacity = (0 + ... + (S->properties.size() + S->required.size()));

  constexpr MemberTable() {
    (declare<S>(), ...);
    (exclude(*S), ...);
  }

  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  constexpr const Member& operator[](std::size_t index) const { return members_[index]; }
  [[nodiscard]] constexpr MemberOrder order() const {
    return {members_.data(), sorted_.data(), size_};
  }
  /// size() for a name that is not declared.
  [[nodiscard]] constexpr std::size_t find(std::string_view name) const {
    return order().find(name);
  }

 private:
  /// A name that is not there yet.
  constexpr void insert(std::size_t rank, std::string_view name, const schema::Schema* schema) {
    for (std::size_t i = size_; i > rank; --i) sorted_[i] = sorted_[i - 1];
    sorted_[rank] = static_cast<std::uint32_t>(size_);
    members_[size_++] = {.name = name, .schema = schema};
  }
  /// A name that was added before keeps its schema.
  constexpr void add(std::string_view name, const schema::Schema* schema, bool required) {
    const std::size_t rank = order().rank_of(name);
    const bool is_known = rank != size_ && members_[sorted_[rank]].name == name;
    if (!is_known) insert(rank, name, schema);
    if (required) members_[sorted_[rank]].required = true;
  }
  template <const schema::Schema* One>
  constexpr void declare() {
    if (One->by_name.empty()) {
      for (const schema::Property& property : One->properties)
        add(property.name, property.schema.schema, property.required);
    } else {
      merge<One>();
    }
    for (const std::string_view name : One->required) add(name, &schema::any, true);
  }
  /// Properties whose order is known: one walk through both orders.
  template <const schema::Schema* One>
  constexpr void merge() {
    constexpr std::size_t kCount = One->properties.size();
    std::array<bool, kCount> is_known{};
    std::array<std::size_t, kCount> rank{};
    std::size_t known = 0;
    for (const std::uint32_t place : One->by_name) {
      const std::string_view name = One->properties[place].name;
      while (known < size_ && schema::comes_before(members_[sorted_[known]].name, name)) ++known;
      is_known[place] = known < size_ && members_[sorted_[known]].name == name;
      rank[place] = known;
    }
    const std::size_t old_size = size_;
    std::array<std::uint32_t, kCount> index{};
    for (std::size_t place = 0; place < kCount; ++place) {
      const schema::Property& property = One->properties[place];
      index[place] = is_known[place] ? sorted_[rank[place]] : static_cast<std::uint32_t>(size_);
      if (!is_known[place])
        members_[size_++] = {.name = property.name, .schema = property.schema.schema};
      if (property.required) members_[index[place]].required = true;
    }
    // From behind, so that nothing is overwritten that is still to be moved.
    std::size_t to = size_;
    std::size_t from = old_size;
    for (std::size_t i = kCount; i > 0; --i) {
      const std::uint32_t place = One->by_name[i - 1];
      if (is_known[place]) continue;
      while (from > rank[place]) sorted_[--to] = sorted_[--from];
      sorted_[--to] = index[place];
    }
  }
  constexpr void exclude(const schema::Schema& schema) {
    const bool is_closed = schema.additional_properties.present() &&
                           schema.additional_properties.schema->types.empty() &&
                           schema.pattern_properties.empty();
    if (!is_closed || size_ == schema.properties.size()) return;
    std::array<bool, kCapacity> is_declared{};
    for (const schema::Property& property : schema.properties)
      is_declared[find(property.name)] = true;
    for (std::size_t i = 0; i < size_; ++i) {
      if (!is_declared[i]) members_[i].forbidden = true;
    }
  }

  std::array<Member, kCapacity> members_{};
  std::array<std::uint32_t, kCapacity> sorted_{};
  std::size_t size_ = 0;
};

/// What readers and writers of the same struct share.
template <const schema::Schema*... S>
inline constexpr MemberTable<S...> kMembersOf{};

/// Their names in JSON text.
template <const schema::Schema*... S>
inline constexpr std::array<KeyText, kMembersOf<S...>.size()> kKeysOf = [] {
  std::array<KeyText, kMembersOf<S...>.size()> keys{};
  for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = KeyText(kMembersOf<S...>[i].name);
  return keys;
}();

}  // namespace eventc
