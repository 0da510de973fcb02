// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "eventc/schema.hpp"

namespace eventc {

/// Notes whether an object that is read as one branch of a union has another branch's own member,
/// too.
struct Watch {
  const schema::Selector* selector = nullptr;
  std::size_t branch = 0;
  std::size_t depth_left = static_cast<std::size_t>(-1);  ///< Reader's, at the object's members.
  bool is_of_declared = false;  ///< The branch may declare such a member itself.
  bool met_another = false;
  /// That of a union whose branch is this one's: of the same object, too. Null where there is none.
  Watch* around = nullptr;
};

}  // namespace eventc
