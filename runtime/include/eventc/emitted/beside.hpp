// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "eventc/emitted/reader.hpp"

namespace eventc {

class Beside;

/// How a member of an object lies in the text, in bytes from where the one before it ends.
struct MemberSpan {
  std::size_t member;    ///< Its place in the object's MemberTable; its size for others.
  std::ptrdiff_t value;  ///< Behind the colon.
  std::ptrdiff_t end;    ///< Of the value.
  Beside* parts;         ///< Of the value, where it is an object; or null.
};

/// Reads the text of an object beside that of the one before it, which is of the same schema and
/// was accepted: where the texts are the same, so is what they say.
///
/// It keeps in step with the object before as long as its members are the same ones in the same
/// order, and tells of each where its value begins, or that all of it is as it was. What stands
/// between members, white space included, need not be looked at.
///
/// There is one for all items of a list, and one for each part of theirs. It lies in a BesideRoom:
/// what reads an object holds its address alone, so that all else stays in registers.
class Beside {
 public:
  /// An object begins at this brace.
  void begin(const Reader& in, const char* object);

  /// The member before ends at `at`. To be told before anything of the next is asked.
  [[gnu::always_inline]] void go_on(const Reader& in, const char* at) {
    if (open_ != nullptr) close(in, at);
  }
  /// Whether all of the next member, which is behind `at`, is as it was.
  [[nodiscard, gnu::always_inline]] bool is_same(const char* at) const {
    return next_->end < same_end_ - at;  // a number's end shows in what follows
  }
  /// Whether its name is, and all that stands in front of its value.
  [[nodiscard, gnu::always_inline]] bool has_same_name(const char* at) const {
    return next_->value <= same_end_ - at;
  }
  [[nodiscard]] const MemberSpan& next() const { return *next_; }
  /// The next member is all as it was.
  [[gnu::always_inline]] void pass_same() { ++next_; }
  /// Its value will be read: another, behind the same name.
  [[gnu::always_inline]] void open(const char* at) {
    begin_ = at;
    end_before_ = at - shift_ + next_->end;
    open_ = next_++;
  }
  /// The next member, behind `at`, was not known: this is what it was found to be.
  void add(std::size_t member, const char* at, const char* value);
  /// That of the value that is to be read, or null.
  [[nodiscard]] Beside** parts() const { return open_ == nullptr ? nullptr : &open_->parts; }

  /// The object ends at `at`. Where it was accepted, the next will be read beside it.
  void finish(const Reader& in, const char* at);

 private:
  friend class BesideRoom;

  [[nodiscard]] bool is_in_step() const { return next_ < last_; }
  void close(const Reader& in, const char* at);
  /// `before` is to the object before what `at` is to this one.
  void compare(const Reader& in, const char* at, const char* before);
  /// Nothing is known of what follows.
  void lose_step() {
    last_ = first_;
    same_end_ = nullptr;
  }

  MemberSpan* first_;
  MemberSpan* room_end_;   ///< There is room for one more, whose `end` ends a search.
  MemberSpan* known_end_;  ///< Of those that are of a whole object, and accepted.
  const char* object_;
  std::ptrdiff_t size_;  ///< Of the object that is whole.

  // Of the object that is being read:
  MemberSpan* next_;  ///< Of the object before, to become this one's.
  MemberSpan* last_;  ///< Behind the last of the object before; first_ when out of step.
  MemberSpan* open_;  ///< The one whose value is being read, or null.
  const char* begin_;             ///< Of the open one: where the member before it ends.
  const char* end_before_;        ///< Of the open one, in the object before.
  const char* object_end_before_;
  const char* same_end_;  ///< Up to here the texts are the same; null when out of step.
  std::ptrdiff_t shift_;  ///< From there in the object before.
  std::size_t refusals_;
};

/// The memory of those that a document needs at once. There is room for as many members as items of
/// events have; others are read without.
class BesideRoom {
 public:
  /// Not by default: `BesideRoom()` would fill it with zeros.
  BesideRoom() {}  // NOLINT(modernize-use-equals-default)
  BesideRoom(const BesideRoom&) = delete;
  BesideRoom& operator=(const BesideRoom&) = delete;

  /// For so many members; null where there is not as much room.
  [[nodiscard]] Beside* take(std::size_t members);

  struct Used {
    std::size_t objects = 0;
    std::size_t members = 0;
  };
  [[nodiscard]] Used used() const { return used_; }
  /// All that was taken since.
  void give_back(Used before) { used_ = before; }

 private:
  static constexpr std::size_t kObjects = 8;
  static constexpr std::size_t kMembers = 96;

  Used used_;
  std::array<Beside, kObjects> objects_;
  std::array<MemberSpan, kMembers> members_;
};

}  // namespace eventc
