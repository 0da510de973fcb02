// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace eventc {

/// Why a reader stopped.
enum class Failure : std::uint8_t {
  None,
  NotJson,           ///< RFC 8259, or a member given twice.
  Refused,           ///< The schema. What refused it is worked out on the cold path.
  NotRepresentable,  ///< The C++ type.
  TooDeep,           ///< Options::max_depth.
  MatchLimit,        ///< A pattern gave up: the text is neither known to be valid nor not to be.
};

}  // namespace eventc
