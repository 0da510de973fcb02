// SPDX-License-Identifier: Apache-2.0
#include "only_branch.hpp"

#include <utility>

namespace eventc::compiler {

std::optional<std::vector<NodeId>> only_branch(const NormalForm& form, const Node& node) {
  if (!node.any_of.empty() && !node.one_of.empty()) return std::nullopt;
  std::optional<std::vector<NodeId>> only;
  for (const NodeId branch : node.branches()) {
    std::vector<NodeId> pack = flatten(form, branch);
    if (types_of(form, pack) == kNull) continue;
    if (only && *only != pack) return std::nullopt;
    only = std::move(pack);
  }
  return only;
}

}  // namespace eventc::compiler
