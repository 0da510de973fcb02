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
  return is_struct ? make_struct(pack, context) : make_map(pack, context);
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

TypeId ModelBuilder::make_struct(const std::vector<NodeId>& pack, const Context& context) {
  const NodeId told_of = pack.size() == 1 ? pack[0] : context.itself.value_or(pack.back());
  const TypeId id =
      add({StructType{}, context.document, candidates(pack.back(), context), told_of});
  model_.types[id].definition =
      StructType{.fields = {}, .unknown = std::nullopt, .pack = pack, .decided = context.decided};
  structs_to_fill_.push_back(id);
  return id;
}

void ModelBuilder::fill_structs() {
  while (!structs_to_fill_.empty()) {
    const TypeId id = structs_to_fill_.front();
    structs_to_fill_.pop_front();
    StructType type = std::get<StructType>(model_.types[id].definition);
    const Context inside{.document = model_.types[id].document,
                         .parent = model_.types[id].name_candidates.front()};
    for (const std::string& name : member_names(type.pack))
      type.fields.push_back(make_field(name, type.pack, inside));
    type.unknown = make_unknown(type.pack, inside);
    model_.types[id].definition = std::move(type);
  }
}

std::vector<std::string> ModelBuilder::member_names(const std::vector<NodeId>& pack) const {
  std::vector<std::string> names;
  const auto add_name = [&names](const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  };
  for (const NodeId id : pack) {
    for (const NodeProperty& property : form_[id].properties) add_name(property.name);
    for (const std::string& name : form_[id].required) add_name(name);
  }
  return names;
}

Field ModelBuilder::make_field(const std::string& name, const std::vector<NodeId>& pack,
                               const Context& inside) {
  Field field{.json_name = name, .constant = std::nullopt, .pack = {}, .node = std::nullopt};
  std::vector<NodeId> schemas;
  for (const NodeId id : pack) {
    const Node& node = form_[id];
    field.required = field.required || std::find(node.required.begin(), node.required.end(),
                                                 name) != node.required.end();
    for (const NodeProperty& property : node.properties) {
      if (property.name == name) schemas.push_back(property.schema);
    }
  }
  if (!schemas.empty()) field.node = schemas.front();
  field.pack = flatten(form_, schemas);
  const TypeSet types = types_of(form_, field.pack);
  if (types.empty()) {
    field.kind = Field::Kind::Forbidden;
  } else if (const auto constant = fixed_value(field)) {
    field.kind = Field::Kind::Constant;
    field.constant = *constant;
  } else {
    field.type = type_of(field.pack, {inside.document, inside.parent, name});
    if (is_null_distinct(schemas, field.pack)) {
      field.type = make_nullable(field.type);
    } else if (!field.required) {
      field.type = wrap_optional(field.type);
    }
  }
  return field;
}

std::optional<Json> ModelBuilder::fixed_value(const Field& field) const {
  if (!field.required) return std::nullopt;
  for (const NodeId id : field.pack) {
    const auto& constant = form_[id].constant;
    if (constant &&
        (constant->is_string() || constant->is_boolean() || constant->is_number_integer()))
      return constant;
  }
  return std::nullopt;
}

bool ModelBuilder::is_null_distinct(const std::vector<NodeId>& schemas,
                                    const std::vector<NodeId>& pack) const {
  const auto distinct = [this](NodeId id) { return form_[id].extension.null_is_distinct; };
  return types_of(form_, pack).has(kNull) &&
         (std::any_of(schemas.begin(), schemas.end(), distinct) ||
          std::any_of(pack.begin(), pack.end(), distinct));
}

std::optional<UnknownMembers> ModelBuilder::make_unknown(const std::vector<NodeId>& pack,
                                                         const Context& inside) {
  std::optional<NodeId> additional;
  for (const NodeId id : pack) {
    const Node& node = form_[id];
    if (node.extension.keep_unknown) return UnknownMembers{scalar(Scalar::Json), {}};
    if (!node.additional_properties || !says_something(*node.additional_properties)) continue;
    // Two typed sets of additional members: their types cannot be told by name. They are checked,
    // not kept.
    if (additional || !node.pattern_properties.empty()) return std::nullopt;
    additional = node.additional_properties;
  }
  if (!additional || pack.size() != 1) return std::nullopt;
  const std::vector<NodeId> values = flatten(form_, *additional);
  return UnknownMembers{type_of(values, {inside.document, inside.parent, "additional property"}),
                        values};
}

}  // namespace eventc::compiler
