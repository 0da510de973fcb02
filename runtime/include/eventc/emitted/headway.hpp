// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "eventc/schema.hpp"

namespace eventc {

/// How far a reader had come in an array or an object when it met a part that its schema refuses,
/// or its end: all parts before are accepted, but for those that it met so.
struct Headway {
  const schema::Schema* schema;
  const char* inside;  ///< Behind the bracket.
  /// In front of the part: a comma, the bracket before the first, or what ends it all. Null where
  /// there is no array or object.
  const char* stop;
  /// Of an array how many items came before; of an object a bit for each member that did, in the
  /// order of its MemberTable.
  std::uint64_t accepted;

  [[nodiscard]] bool is_at_first() const { return stop < inside; }
};

/// What a reader was refused, in the text's order: it goes on behind, and the walk that tells why
/// need not look again at what was accepted.
class Headways {
 public:
  /// Not by default: `Headways()` would fill its room with zeros.
  Headways() {}  // NOLINT(modernize-use-equals-default)

  /// False where there is no room: the reader is to stop then.
  bool add(const Headway& headway) {
    if (size_ == all_.size()) return false;
    all_[size_++] = headway;
    return true;
  }
  /// The first in that array or object, or the next behind `last`; null where the reader had not
  /// come further.
  [[nodiscard]] const Headway* find(const schema::Schema& schema, const char* inside,
                                    const Headway* last = nullptr) const {
    for (std::size_t i = 0; i < size_; ++i) {
      const Headway& one = all_[i];
      const bool is_there = one.inside == inside && one.schema == &schema;
      if (is_there && (last == nullptr || one.stop > last->stop)) return &one;
    }
    return nullptr;
  }

 private:
  static constexpr std::size_t kMost = 32;

  std::array<Headway, kMost> all_;  ///< So many of them are set.
  std::size_t size_ = 0;
};

}  // namespace eventc
