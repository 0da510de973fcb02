// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "pattern/pattern.hpp"

namespace eventc::compiler {

/// A pattern of a schema, or nothing, and the error. `what` names it: `"pattern"`. Warns of what
/// was most likely meant otherwise.
[[nodiscard]] std::optional<Pattern> read_pattern(const std::string& source,
                                                  const Location& location, std::string_view what,
                                                  Diagnostics& diagnostics);

}  // namespace eventc::compiler
