// SPDX-License-Identifier: Apache-2.0
#include "model/conditional.hpp"

#include <set>

namespace eventc::compiler {

void for_each_conditional(const NormalForm& form, const std::vector<NodeId>& pack,
                          const std::vector<NodeId>& decided,
                          const std::function<void(const Node&)>& visit) {
  std::set<NodeId> seen(pack.begin(), pack.end());
  std::vector<NodeId> open(pack.rbegin(), pack.rend());
  const auto push = [&](NodeId schema) {
    std::vector<NodeId> parts = flatten(form, schema);
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
      if (seen.insert(*part).second) open.push_back(*part);
    }
  };
  const std::set<NodeId> always(pack.begin(), pack.end());
  while (!open.empty()) {
    const NodeId id = open.back();
    const Node& node = form[id];
    open.pop_back();
    if (!always.contains(id)) visit(node);
    for (const NodeProperty& dependent : node.dependent_schemas) push(dependent.schema);
    if (contains(decided, id)) continue;
    for (const auto& next : {node.then_, node.else_}) {
      if (next) push(*next);
    }
    for (const auto* const branches : {&node.any_of, &node.one_of}) {
      for (const NodeId branch : *branches) push(branch);
    }
  }
}

}  // namespace eventc::compiler
