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

std::vector<NodeId> with_only_branches(const NormalForm& form, std::vector<NodeId> pack) {
  for (std::size_t i = 0; i < pack.size(); ++i) {
    if (const auto branch = only_branch(form, form[pack[i]])) add_missing(*branch, pack);
  }
  return pack;
}

}  // namespace eventc::compiler
