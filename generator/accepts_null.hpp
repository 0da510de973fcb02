// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "normalize/normal_form.hpp"

namespace eventc::compiler {

/// Whether null is valid under all schemas of the pack, of what applies in place too ("not", "if",
/// "oneOf", …). types_of() does not look that far.
[[nodiscard]] bool accepts_null(const NormalForm& form, const std::vector<NodeId>& pack);

}  // namespace eventc::compiler
