// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace eventc::batch::detail {

/// An exception, told to people.
struct Thrown {
  /// what(), and behind colons what() of the exceptions that are nested in it.
  std::string reason;
  /// Its type's name, as C++ spells it where the compiler tells.
  std::string type;
};

/// To be called in a catch block.
[[nodiscard]] Thrown describe_thrown();

}  // namespace eventc::batch::detail
