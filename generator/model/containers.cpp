// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "model/builder.hpp"

namespace eventc::compiler {

TypeId ModelBuilder::make_array(const std::vector<NodeId>& pack, const Context& context) {
  std::vector<NodeId> items;
  for (const NodeId id : pack) {
    const Node& node = form_[id];
    if (!node.prefix_items.empty())
      return pack.size() == 1 ? make_tuple(node, context) : scalar(Scalar::Json);
    if (node.items) items.push_back(*node.items);
  }
  const TypeId item = type_of(flatten(form_, items), context.inside("item"));
  return alias_of_definition(add({ListType{item}, context.document, {}, {}}), context);
}

TypeId ModelBuilder::make_tuple(const Node& node, const Context& context) {
  TupleType tuple;
  for (std::size_t i = 0; i < node.prefix_items.size(); ++i) {
    const std::vector<NodeId> pack = flatten(form_, node.prefix_items[i]);
    const TypeId item = type_of(pack, context.inside("item " + std::to_string(i + 1)));
    tuple.items.push_back(i < node.min_items ? item : wrap_optional(item));
  }
  return alias_of_definition(add({std::move(tuple), context.document, {}, {}}), context);
}

TypeId ModelBuilder::make_object(const std::vector<NodeId>& pack, const Context& context) {
  const bool is_struct = std::any_of(pack.begin(), pack.end(), [this](NodeId id) {
    return !form_[id].properties.empty() || !form_[id].required.empty() ||
           form_[id].extension.keep_unknown;
  });
  const std::size_t maps = maps_by_pattern(pack).size() + (values_of_others(pack).empty() ? 0 : 1);
  return is_struct || maps > 1 ? make_struct(pack, context) : make_map(pack, context);
}

std::optional<NodeId> ModelBuilder::map_values(const std::vector<NodeId>& pack,
                                               bool& ignore_case) const {
  std::optional<NodeId> values;
  for (const NodeId id : pack) {
    const Node& node = form_[id];
    ignore_case = ignore_case || node.extension.keys_ignore_case;
    if (node.pattern_properties.empty() && !node.additional_properties) continue;
    const bool only_pattern =
        node.pattern_properties.size() == 1 &&
        (!node.additional_properties || !says_something(*node.additional_properties));
    const bool only_additional =
        node.pattern_properties.empty() && says_something(*node.additional_properties);
    if (values || (!only_pattern && !only_additional)) return std::nullopt;
    values = only_pattern ? node.pattern_properties[0].schema : *node.additional_properties;
  }
  return values;
}

bool ModelBuilder::says_something(NodeId id) const {
  const std::vector<NodeId> pack = flatten(form_, id);
  return !pack.empty() && !types_of(form_, pack).empty();
}

TypeId ModelBuilder::make_map(const std::vector<NodeId>& pack, const Context& context) {
  bool ignore_case = false;
  const auto values = map_values(pack, ignore_case);
  if (!values) return scalar(Scalar::Json);
  const TypeId value = type_of(flatten(form_, *values), context.inside("value"));
  return alias_of_definition(add({MapType{value, ignore_case}, context.document, {}, {}}), context);
}

}  // namespace eventc::compiler
