// SPDX-License-Identifier: Apache-2.0
#include "normalize/rules.hpp"

namespace eventc::compiler {
namespace {

/// What the two keywords below were once in one: a list of names, or a schema, for each name.
void read_dependencies(const RuleInput& in, const Json& dependencies, Node& node) {
  node.is_dependencies = true;
  for (const auto& [name, one] : dependencies.items()) {
    if (one.is_array()) {
      node.dependent_required.push_back({name, one.get<std::vector<std::string>>()});
    } else {
      node.dependent_schemas.push_back(
          {name, in.child("/dependencies/" + escape_pointer_token(name))});
    }
  }
}

}  // namespace

void normalize_dependencies(const RuleInput& in, Node& node) {
  if (const Json* const dependencies = in.find("dependencies"))
    read_dependencies(in, *dependencies, node);
  if (const Json* const required = in.find("dependentRequired")) {
    for (const auto& [name, names] : required->items())
      node.dependent_required.push_back({name, names.get<std::vector<std::string>>()});
  }
  for (NodeProperty& dependent : in.find_properties("dependentSchemas"))
    node.dependent_schemas.push_back(std::move(dependent));
}

}  // namespace eventc::compiler
