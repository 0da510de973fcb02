// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "eventc/schema.hpp"

namespace eventc {

class Reader;

/// How far a reader had come in an array or an object when it stopped: the walk that tells why need
/// not look again at the parts that it had accepted, and may ask it to read items behind.
struct Headway {
  /// Reads an item under the array's schema; gives where it ends.
  using ReadItem = const char*(Reader& in, const char* at);

  const schema::Schema* schema;
  const char* inside;  ///< Behind the bracket.
  /// In front of the part that it stopped in, the first that is not accepted: a comma, or what ends
  /// an object.
  const char* stop;
  /// Of an array how many items are; of an object a bit for each member, in the order of its
  /// MemberTable.
  std::uint64_t accepted;
  ReadItem* read_item = nullptr;  ///< Of an array.
};

/// Of the outermost arrays and objects around the place where a reader stopped.
class Headways {
 public:
  /// From inside out. Nothing where not even the first part is accepted.
  void add(const Headway& headway) {
    if (headway.accepted != 0) all_[added_++ % all_.size()] = headway;
  }
  /// Null where the reader had not come to that.
  [[nodiscard]] const Headway* find(const schema::Schema& schema, const char* inside) const {
    for (std::size_t i = 0; i < all_.size() && i < added_; ++i) {
      if (all_[i].inside == inside && all_[i].schema == &schema) return &all_[i];
    }
    return nullptr;
  }

 private:
  static constexpr std::size_t kMost = 8;

  std::array<Headway, kMost> all_;  ///< So many of them are set.
  std::size_t added_ = 0;
};

}  // namespace eventc
