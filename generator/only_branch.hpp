// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "normalize/normal_form.hpp"

namespace eventc::compiler {

/// The schemas of a union's only branch beside null, flattened; branches that say the same are one.
/// Such a union makes no variant: its type is the branch's. None for other nodes.
[[nodiscard]] std::optional<std::vector<NodeId>> only_branch(const NormalForm& form,
                                                             const Node& node);

/// The schemas of a pack, and what the only branches of its unions say, each once.
[[nodiscard]] std::vector<NodeId> with_only_branches(const NormalForm& form,
                                                     std::vector<NodeId> pack);

}  // namespace eventc::compiler
