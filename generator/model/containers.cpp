// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "model/builder.hpp"

namespace eventc::compiler {
namespace {

/// Whether a text satisfies the schema if it is one of the values listed, and only then.
bool only_lists_values(const Node& node) {
  const bool lists = node.enumeration.empty() == node.constant.has_value();
  const bool of_strings = node.min_length != 0 || node.max_length || node.pattern ||
                          node.format_check != nullptr || node.is_base64 || node.is_json;
  const bool in_place = node.is_union() || node.not_ || node.if_;
  return lists && !node.extension.open && !of_strings && !in_place;
}

}  // namespace

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
  if (keeps_rest(node)) {
    const std::vector<NodeId> pack =
        node.items ? flatten(form_, *node.items) : std::vector<NodeId>();
    tuple.rest = type_of(pack, context.inside("item"));
  }
  return alias_of_definition(add({std::move(tuple), context.document, {}, {}}), context);
}

bool ModelBuilder::keeps_rest(const Node& node) const {
  const std::size_t prefix = node.prefix_items.size();
  const bool is_closed = node.items && types_of(form_, flatten(form_, *node.items)).empty();
  if (is_closed || node.max_items.value_or(prefix + 1) <= prefix) return false;
  return node.min_items > prefix || (node.items && says_something(*node.items));
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
  const auto names = ignore_case ? std::nullopt : map_names(pack);
  if (!values && !(names && allows_any_values(pack))) return scalar(Scalar::Json);
  MapType map{.ignore_case = ignore_case};
  if (names) map.key = make_key(*names, context.inside("key"));
  map.value =
      values ? type_of(flatten(form_, *values), context.inside("value")) : scalar(Scalar::Json);
  return alias_of_definition(add({map, context.document, {}, {}}), context);
}

bool ModelBuilder::allows_any_values(const std::vector<NodeId>& pack) const {
  return std::all_of(pack.begin(), pack.end(), [this](NodeId id) {
    const auto& additional = form_[id].additional_properties;
    return !additional || flatten(form_, *additional).empty();
  });
}

std::optional<NodeId> ModelBuilder::map_names(const std::vector<NodeId>& pack) const {
  std::optional<NodeId> names;
  for (const NodeId id : pack) {
    const Node& node = form_[id];
    // A pattern says which names have a type: those that it does not match are passed.
    if (!node.pattern_properties.empty() || (names && node.property_names)) return std::nullopt;
    if (node.property_names) names = node.property_names;
  }
  if (!names) return std::nullopt;
  const std::vector<NodeId> listed = flatten(form_, *names);
  const bool is_enumeration = listed.size() == 1 && only_lists_values(form_[listed[0]]) &&
                              types_of(form_, listed).has(kString);
  return is_enumeration ? std::optional(listed[0]) : std::nullopt;
}

TypeId ModelBuilder::make_key(NodeId names, const Context& context) {
  const std::vector<NodeId> pack{names};
  if (types_of(form_, pack).without(kNull) == kString)
    return type_without_null(type_of(pack, context));
  const Context owner = owner_of(pack, context);
  return make_strings(form_[names], owner.itself ? owner.inside("string") : owner);
}

}  // namespace eventc::compiler
