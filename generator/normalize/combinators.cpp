// SPDX-License-Identifier: Apache-2.0
#include "normalize/rules.hpp"

namespace eventc::compiler {
namespace {

std::vector<NodeId> read_list(const RuleInput& in, const std::string& keyword) {
  std::vector<NodeId> nodes;
  const Json* const schemas = in.find(keyword);
  if (schemas == nullptr) return nodes;
  for (std::size_t i = 0; i < schemas->size(); ++i)
    nodes.push_back(in.child("/" + keyword + "/" + std::to_string(i)));
  return nodes;
}

}  // namespace

void normalize_combinators(const RuleInput& in, Node& node) {
  node.all_of = read_list(in, "allOf");
  node.any_of = read_list(in, "anyOf");
  node.one_of = read_list(in, "oneOf");
}

}  // namespace eventc::compiler
