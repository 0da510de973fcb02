// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "pattern/pattern.hpp"
#include "view/emission.hpp"

namespace eventc::compiler {

/// A pattern's function and the table that points to it: matches_SUFFIX and pattern_of_SUFFIX. For
/// the "patterns" of the templates "schema_table" and "bundle_source".
[[nodiscard]] View view_pattern(const Pattern& pattern, const std::string& suffix);

}  // namespace eventc::compiler
