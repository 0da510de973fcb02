// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/diagnostic.hpp"
#include "normalize/normal_form.hpp"
#include "resolve.hpp"

namespace eventc::compiler {

struct NormalizeOptions {
  /// Whether "format" is checked where the dialect does not ask for it.
  bool format_assertion = false;
};

/// All dialects into the normal form, one rule for each of JSON Schema's vocabularies (rules.hpp).
/// Requires schemas that check_keywords() has passed without an error. Reports patterns that cannot
/// be compiled, and schemas that refer to themselves without a step into the value.
[[nodiscard]] NormalForm normalize(const Resolved& resolved, const NormalizeOptions& options,
                                   Diagnostics& diagnostics);

}  // namespace eventc::compiler
