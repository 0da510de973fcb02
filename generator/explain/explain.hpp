// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "explain/explanation.hpp"
#include "resolve.hpp"
#include "view/emission.hpp"

namespace eventc::compiler {

/// What became of the given schemas, keyword by keyword. Requires what emitted code is made from,
/// without errors.
[[nodiscard]] Explanation explain_schemas(const Resolved& resolved, const Emission& emission);

}  // namespace eventc::compiler
