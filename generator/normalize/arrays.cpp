// SPDX-License-Identifier: Apache-2.0
#include "normalize/rules.hpp"

namespace eventc::compiler {
namespace {

/// "items" and what stands before it. Until draft 2019-09, "items" lists were what "prefixItems" is
/// now, and "additionalItems" what "items" is behind them.
void read_items(const RuleInput& in, Node& node) {
  const Json* const items = in.find("items");
  node.is_items_list = items != nullptr && items->is_array();
  if (node.is_items_list) {
    node.prefix_items = in.find_children("items");
    node.items = in.find_child("additionalItems");
  } else {
    node.prefix_items = in.find_children("prefixItems");
    node.items = in.find_child("items");
  }
}

}  // namespace

void normalize_arrays(const RuleInput& in, Node& node) {
  read_items(in, node);
  node.min_items = in.find_least("minItems", 0);
  node.max_items = in.find_most("maxItems");
  node.contains = in.find_child("contains");
  if (node.contains) {
    node.min_contains = in.find_least("minContains", 1);
    node.max_contains = in.find_most("maxContains");
    node.contains_evaluates = in.dialect.draft >= Draft::Draft202012;
  }
  node.unique_items = in.is_true("uniqueItems");
  node.unevaluated_items = in.find_child("unevaluatedItems");
}

}  // namespace eventc::compiler
