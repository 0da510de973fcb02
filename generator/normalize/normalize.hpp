// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/diagnostic.hpp"
#include "normalize/normal_form.hpp"
#include "resolve.hpp"

namespace eventc::compiler {

/// All dialects into the normal form, one rule for each of JSON Schema's vocabularies (rules.hpp).
/// Requires schemas that check_keywords() has passed without an error. Reports patterns that cannot
/// be compiled, contents of an encoding that is not known, and schemas that refer to themselves
/// without a step into the value.
[[nodiscard]] NormalForm normalize(const Resolved& resolved, Diagnostics& diagnostics);

}  // namespace eventc::compiler
