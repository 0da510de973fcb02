// SPDX-License-Identifier: Apache-2.0
#include "explain/runtime_rules.hpp"

#include <algorithm>
#include <array>

namespace eventc::compiler {
namespace {

bool has_any(const EmittedTable& schema, std::initializer_list<std::string_view> fields) {
  return std::any_of(fields.begin(), fields.end(),
                     [&schema](std::string_view field) { return schema.has(field); });
}

bool asks_beside_names(const Node& node, const Table::ChildExpression& child) {
  if (!node.property_names) return Table::of_node(node, nullptr, child, child).has("conditions");
  Node without_names = node;
  without_names.property_names.reset();
  return Table::of_node(without_names, nullptr, child, child).has("conditions");
}

}  // namespace

EmittedTable::EmittedTable(const Emission& emission, const ReadingSchema& schema) {
  // Where a table says what, and not whether, its name for other tables makes no difference.
  const auto child = [](NodeId) { return std::string(); };
  const auto reading = [](const ReadingSchema&) { return std::string(); };
  if (const auto* const id = std::get_if<NodeId>(&schema)) {
    const Node& node = emission.form[*id];
    const auto plan = emission.plan.unions.find(*id);
    const UnionPlan* const found = plan == emission.plan.unions.end() ? nullptr : &plan->second;
    table_ = Table::of_node(node, found, child, child);
    types_ = node.types;
    has_conditions_beside_names_ = asks_beside_names(node, child);
    if (found != nullptr) select_ = found->selector;
  } else if (const auto* const ref = std::get_if<ShapeRef>(&schema)) {
    const Shape& shape = emission.plan.shapes[ref->shape];
    table_ = Table::of_shape(shape, emission.form, child, reading);
    types_ = shape.types;
    select_ = shape.selector;
  }
}

bool checks_all(const Model& model, TypeId type) {
  if (const auto* const alias = model.as<AliasType>(type)) return checks_all(model, alias->target);
  if (const auto* const box = model.as<BoxType>(type)) return checks_all(model, box->value);
  if (const auto* const scalar = model.as<Scalar>(type)) return *scalar == Scalar::Json;
  if (const auto* const map = model.as<MapType>(type)) return map->key.has_value();
  return model.as<EnumType>(type) == nullptr && model.as<ListType>(type) == nullptr &&
         model.as<TupleType>(type) == nullptr;
}

bool has_in_place(const EmittedTable& schema) {
  return has_any(schema, {"ref", "all_of", "any_of", "one_of", "conditions"});
}

bool has_in_place_beside_names(const EmittedTable& schema) {
  return has_any(schema, {"ref", "all_of", "any_of", "one_of"}) ||
         schema.has_conditions_beside_names();
}

bool has_checks_beside_union(const EmittedTable& s) {
  const bool half_of_numbers = s.types().has(kInteger) != s.types().has(kFraction);
  const bool by_value =
      half_of_numbers || s.has("constant") || (s.has("enumeration") && !s.has("open"));
  const bool of_numbers =
      has_any(s, {"multiple_of", "minimum", "exclusive_minimum", "maximum", "exclusive_maximum"});
  const bool of_strings = has_any(
      s, {"min_length", "max_length", "pattern", "format", "content_encoding", "content_schema"});
  const bool of_counts = has_any(s, {"min_items", "max_items", "min_properties", "max_properties"});
  const bool in_place =
      has_any(s, {"ref", "all_of", "conditions"}) || (s.has("any_of") && s.has("one_of"));
  return by_value || of_numbers || of_strings || of_counts || in_place;
}

bool reads_content(const NormalForm& form, const Model& model, const EmittedTable& schema,
                   TypeId type) {
  const auto* const wrapper = model.as<WrapperType>(type);
  const bool is_wrapper_of_content =
      wrapper != nullptr && std::any_of(wrapper->pack.begin(), wrapper->pack.end(), [&](NodeId id) {
        return form[id].content_schema.has_value();
      });
  const bool holds_content = model.as<OptionalType>(type) == nullptr &&
                             model.as<NullableType>(type) == nullptr && !is_wrapper_of_content;
  const auto* const scalar = model.as<Scalar>(type);
  const bool is_json = scalar != nullptr && *scalar == Scalar::Json;
  return schema.has("content_schema") && holds_content &&
         (!is_json || schema.types() == kString || schema.types() == (kString | kNull));
}

bool holds_null(const NormalForm& form, const Model& model, const EmittedTable& without_null,
                TypeId type) {
  const auto* const scalar = model.as<Scalar>(type);
  if (scalar == nullptr) return false;
  return *scalar == Scalar::Null ||
         (*scalar == Scalar::Json && !reads_content(form, model, without_null, type));
}

/// Conditions::are_only_if.
bool are_only_if(const Node& node) {
  return node.if_ && !node.not_ && !node.dynamic_ref && !node.contains && !node.unique_items &&
         !node.unevaluated_items && !node.property_names && node.dependent_required.empty() &&
         node.dependent_schemas.empty() && !node.unevaluated_properties &&
         !(node.is_json && node.asserts_content && !node.content_schema);
}

bool types_additional(const NormalForm& form, const Node& node) {
  return node.additional_properties &&
         !form[follow(form, *node.additional_properties)].types.empty();
}

bool needs_all(const NormalForm& form, const Node& node, const EmittedTable& schema,
               bool is_decided, bool several) {
  const bool is_if_decided = is_decided && !node.is_union();
  const bool has_conditions = schema.has("conditions") && !(is_if_decided && are_only_if(node));
  return schema.has("pattern_properties") || has_conditions ||
         (several && types_additional(form, node));
}

bool needs_choices(const EmittedTable& schema, bool is_decided) {
  return !is_decided && has_any(schema, {"any_of", "one_of"});
}

}  // namespace eventc::compiler
