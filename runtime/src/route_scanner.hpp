// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <forward_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "eventc/emitted/token.hpp"
#include "eventc/route.hpp"
#include "index_set.hpp"
#include "skimmer.hpp"

namespace eventc::route {

/// A vector whose first items take no allocation, and no time before they are there.
template <class T, std::size_t Few>
class SmallVector {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

 public:
  [[nodiscard]] std::size_t size() const { return size_; }
  T& operator[](std::size_t i) { return i < Few ? few()[i] : more_[i - Few]; }
  const T& operator[](std::size_t i) const { return i < Few ? few()[i] : more_[i - Few]; }

  /// An item at the end, to be written member by member: processors wait long for what is read in
  /// other pieces than it was just written in, as copies of structs are.
  [[nodiscard]] T& add() {
    T* const last = size_ < Few ? std::construct_at(few() + size_) : &more_.emplace_back();
    ++size_;
    return *last;
  }
  void pop_back() {
    if (size_ > Few) more_.pop_back();
    --size_;
  }
  const T& back() const { return (*this)[size_ - 1]; }

 private:
  [[nodiscard]] T* few() { return reinterpret_cast<T*>(storage_.data()); }
  [[nodiscard]] const T* few() const { return reinterpret_cast<const T*>(storage_.data()); }

  alignas(T) std::array<std::byte, Few * sizeof(T)> storage_;
  std::vector<T> more_;
  std::size_t size_ = 0;
};

/// What stands at one of the table's locations.
struct Sight {
  std::size_t location = 0;
  /// The byte where it begins.
  std::size_t offset = 0;
  schema::Types type = {};
  /// The characters of a string, or the text of a number, boolean or null.
  std::string_view text = {};
};

/// Whether a value of a type that the fact allows is one of its values, or matches its pattern.
[[nodiscard]] bool is_as_in(const Fact& fact, const Sight& sight);

[[nodiscard]] inline bool holds(const Fact& fact, const Sight& sight) {
  if (!fact.types.has(sight.type)) return false;
  const bool is_any_value = fact.values.empty() && fact.pattern == nullptr;
  return is_any_value || is_as_in(fact, sight);
}

/// Reads a payload for the locations of a table.
class Scanner {
 public:
  enum class Until { Answer, End };

  Scanner(std::string_view text, const Table& table, const Options& options, Until until);

  /// Once. The event, or kUnknown.
  std::size_t run();

  /// Whether the text, as far as it was read, is JSON within the limits.
  [[nodiscard]] bool ok() const { return in_.ok(); }
  /// What run() saw at a location; null: nothing stands there.
  [[nodiscard]] const Sight* sight_at(std::size_t location) const;

 private:
  /// An alternative that the payload may be: its first fact holds, and no fact is known not to.
  struct Candidate {
    std::size_t alternative = 0;
    /// How many facts are still to come.
    std::size_t open_facts = 0;
    bool is_out = false;
  };

  /// An array or an object around the place where the reader is.
  struct Level {
    std::size_t location = 0;
    bool is_object = true;
    std::size_t first_item = kUnknown;  ///< The location of an array's.
  };

  [[nodiscard]] std::size_t find_next();
  [[nodiscard]] std::size_t find_next_member(std::size_t parent);
  [[nodiscard]] std::size_t find_next_item(std::size_t first_item);
  [[nodiscard]] std::size_t find_member(std::size_t parent, StringToken key) const;
  [[nodiscard]] std::size_t find_escaped_member(std::size_t parent, StringToken key) const;
  [[nodiscard]] std::size_t find_first_item(std::size_t parent) const;
  void leave();
  void look_at(std::size_t location);
  void look_at_parts(std::size_t location, schema::Types type);
  void look_at_scalar(std::size_t location, schema::Types type);

  void see(std::size_t location, const char* at, schema::Types type, std::string_view text);
  void compare(const Sight& sight);
  void check_candidates(const Sight& sight);
  void find_by_key(const Sight& sight);
  [[nodiscard]] std::size_t find_row_of_other(const Sight& sight) const;
  void add_candidate(std::size_t alternative);
  void decide();
  [[nodiscard]] const Alternative* best() const;
  [[nodiscard]] bool is_settled(std::size_t location) const;
  [[nodiscard]] bool is_open(std::size_t location) const;

  Skimmer in_;
  const Table& table_;
  Until until_;
  IndexSet seen_;
  SmallVector<Sight, 32> sights_;
  SmallVector<Candidate, 8> candidates_;
  /// Outermost first.
  SmallVector<Level, 16> open_;
  /// Whether nothing of the innermost has been passed.
  bool is_first_ = false;
  /// Strings with escapes, unescaped: sights point to them.
  std::forward_list<std::string> unescaped_;
  bool is_any_complete_ = false;
  bool decided_ = false;
  std::size_t answer_ = kUnknown;
};

}  // namespace eventc::route
