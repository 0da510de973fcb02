// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "eventc/emitted/key_index.hpp"
#include "eventc/emitted/key_text.hpp"
#include "eventc/emitted/member_table.hpp"
#include "eventc/emitted/reader.hpp"

namespace eventc {

/// The names of a struct's members, as readers of all structs look for them in a text.
class MemberNames {
 public:
  template <const schema::Schema*... S>
  constexpr MemberNames(const MemberTable<S...>& members, const KeyText* keys, KeySlots slots)
      : keys_(keys), slots_(slots), order_(members.order()) {}

  [[nodiscard]] constexpr std::size_t unknown() const { return order_.size(); }
  [[nodiscard]] constexpr std::size_t end() const { return order_.size() + 1; }

  struct Step {
    const char* at;
    /// At the value of this one; at the name of one that is unknown(); or where the object ends.
    std::size_t member;
  };
  /// Steps to the next member, with white space around it or without, in whatever order they are:
  /// `expected` is tried first. `separator` is what is at `at`: a brace before the first.
  [[nodiscard]] Step step(Reader& in, const char* at, std::size_t expected, char separator) const;

 private:
  /// Where Reader::find_name() finds none.
  [[nodiscard]] Step step_slowly(Reader& in, const char* at, std::size_t expected,
                                 char separator) const;
  /// The member whose name is there.
  [[nodiscard]] Step find(Reader& in, const char* at) const;
  [[nodiscard]] Step look_up(Reader& in, const char* at) const;

  const KeyText* keys_;
  KeySlots slots_;
  MemberOrder order_;
};

}  // namespace eventc
