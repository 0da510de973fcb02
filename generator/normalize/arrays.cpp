// SPDX-License-Identifier: Apache-2.0
#include "normalize/rules.hpp"

namespace eventc::compiler {
namespace {

void read_prefix(const RuleInput& in, const std::string& keyword, Node& node) {
  for (std::size_t i = 0; i < in.find(keyword)->size(); ++i) {
    node.prefix_items.push_back(in.child("/" + keyword + "/" + std::to_string(i)));
  }
}

}  // namespace

void normalize_arrays(const RuleInput& in, Node& node) {
  node.min_items = in.find_count("minItems").value_or(0);
  node.max_items = in.find_count("maxItems");
  const Json* const items = in.find("items");
  if (items != nullptr && items->is_array()) {  // draft-07: what 2020-12 calls prefixItems
    read_prefix(in, "items", node);
    if (in.find("additionalItems") != nullptr) node.items = in.child("/additionalItems");
    return;
  }
  if (items != nullptr) node.items = in.child("/items");
  if (in.dialect == Dialect::Draft202012 && in.find("prefixItems") != nullptr)
    read_prefix(in, "prefixItems", node);
}

}  // namespace eventc::compiler
