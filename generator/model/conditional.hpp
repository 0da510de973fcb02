// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "normalize/normal_form.hpp"

namespace eventc::compiler {

/// Calls visit for each schema that may apply to a value of the pack, and need not: in branches of
/// unions, behind "then" and "else", in "dependentSchemas". `decided` are those of the pack whose
/// choice among schemas has been made.
void for_each_conditional(const NormalForm& form, const std::vector<NodeId>& pack,
                          const std::vector<NodeId>& decided,
                          const std::function<void(const Node&)>& visit);

}  // namespace eventc::compiler
