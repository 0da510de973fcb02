// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "explain/reading_finder.hpp"
#include "only_branch.hpp"

// The way of read_value() through the codecs of types that emitted code gives no reader of their
// own.

namespace eventc::compiler {
namespace {

/// What a value of the type is read as once it is there and is not null.
TypeId without_boxes(const Model& model, TypeId type) {
  if (const auto* const alias = model.as<AliasType>(type))
    return without_boxes(model, alias->target);
  if (const auto* const box = model.as<BoxType>(type)) return without_boxes(model, box->value);
  return type;
}

/// Of a union of null and one other branch, that branch.
std::optional<NodeId> without_null(const Emission& emission, NodeId id) {
  const Node& node = emission.form[id];
  if (!node.is_union() || node.branches().size() != 2) return std::nullopt;
  const auto null_branch = emission.plan.unions.at(id).null_branch;
  return null_branch ? std::optional(node.branches()[1 - *null_branch]) : std::nullopt;
}
ReadingSchema without_null(const Emission& emission, const ReadingSchema& schema) {
  const auto* const node = std::get_if<NodeId>(&schema);
  const auto branch = node == nullptr ? std::nullopt : without_null(emission, *node);
  return branch ? ReadingSchema(follow(emission.form, *branch)) : schema;
}

}  // namespace

void ReadingFinder::visit_value(TypeId type, const std::vector<NodeId>& declared,
                                const ReadingSchema& schema) {
  if (declared.empty()) return;  // anything, under no schema
  read({type, schema, applied_with(declared), declared.front()});
}

void ReadingFinder::read(Value value) {
  value.type = without_boxes(model_, value.type);
  if (const auto* const type = model_.as<OptionalType>(value.type)) {
    if (!holds_null(form_, model_, table_of(without_null(emission_, value.schema)), type->value))
      return read_optional(value, type->value);
    return read({type->value, value.schema, value.applied, value.at});
  }
  if (const auto* const type = model_.as<NullableType>(value.type))
    return read_optional(value, type->value);
  note_readings(value);
  if (!read_.insert({value.type, key_of(value.schema)}).second) return;
  if (reads_content(form_, model_, table_of(value.schema), value.type)) return read_content(value);
  const Definition& definition = model_.types[value.type].definition;
  if (const auto* const type = std::get_if<ListType>(&definition)) read_list(value, *type);
  if (const auto* const type = std::get_if<TupleType>(&definition)) read_tuple(value, *type);
  if (const auto* const type = std::get_if<MapType>(&definition)) read_map(value, *type);
  if (const auto* const type = std::get_if<UnionType>(&definition)) read_union(value, *type);
  if (const auto* const type = std::get_if<Scalar>(&definition); type && *type == Scalar::Json)
    read_json(value);
  const EmittedTable& table = table_of(value.schema);
  if (table.has("adds_checks")) return recheck(value, RereadingCause::BesideStruct);
  if (!checks_all(model_, value.type) && has_in_place(table))
    recheck(value, RereadingCause::InPlace);
}

void ReadingFinder::read_optional(const Value& value, TypeId inside) {
  if (const auto* const node = std::get_if<NodeId>(&value.schema)) {
    const auto branch = without_null(emission_, *node);
    if (!branch) return read({inside, value.schema, value.applied, value.at});
    const TypeSet types = types_of(form_, flatten(form_, value.applied));
    for (const NodeId id : value.applied)
      add_reading(id, {.by = ReadBy::NullUnion, .type = inside, .types = types, .at = value.at});
    note_null_branch(*node);
    hold({*branch}, {.type = inside});
    read({inside, follow(form_, *branch), applied_with({*branch}), *branch});
    if (has_checks_beside_union(table_of(value.schema)))
      recheck(value, RereadingCause::BesideUnion);
    return;
  }
  read({inside, value.schema, value.applied, value.at});
}

void ReadingFinder::read_content(const Value& value) {
  const auto* const ref = std::get_if<ShapeRef>(&value.schema);
  const std::vector<NodeId> declared =
      children(described_by(value), [](const Node& node) { return node.content_schema; });
  hold(declared, {.type = value.type});
  visit_value(value.type, declared,
              part_of(value, declared.front(),
                      ref == nullptr ? std::nullopt : emission_.plan.shapes[ref->shape].content));
  if (has_in_place(table_of(value.schema))) recheck(value, RereadingCause::InPlace);
}

void ReadingFinder::read_list(const Value& value, const ListType& type) {
  const auto* const ref = std::get_if<ShapeRef>(&value.schema);
  const std::vector<NodeId> declared =
      children(described_by(value), [](const Node& node) { return node.items; });
  hold(declared, {.type = type.item});
  if (declared.empty()) return;
  visit_value(type.item, declared,
              part_of(value, declared.front(),
                      ref == nullptr ? std::nullopt : emission_.plan.shapes[ref->shape].items));
}

void ReadingFinder::read_tuple(const Value& value, const TupleType& type) {
  const auto* const ref = std::get_if<ShapeRef>(&value.schema);
  const std::vector<NodeId> described = described_by(value);
  const auto whole = std::find_if(described.begin(), described.end(),
                                  [this](NodeId id) { return !form_[id].prefix_items.empty(); });
  if (whole == described.end()) return;  // branches that are equal: the walker checks them
  const Node& node = form_[*whole];
  for (std::size_t i = 0; i < type.items.size(); ++i) {
    const NodeId item = node.prefix_items[i];
    hold({item}, {.type = type.items[i]});
    visit_value(
        type.items[i], {item},
        part_of(value, item,
                ref == nullptr ? std::nullopt
                               : std::optional(emission_.plan.shapes[ref->shape].prefix_items[i])));
  }
  if (!node.items) return;
  if (type.rest) {
    hold({*node.items}, {.type = *type.rest});
    return visit_value(
        *type.rest, {*node.items},
        part_of(value, node.items,
                ref == nullptr ? std::nullopt : emission_.plan.shapes[ref->shape].items));
  }
  read_again({*node.items}, node.id);
}

void ReadingFinder::read_map(const Value& value, const MapType& type) {
  const auto* const ref = std::get_if<ShapeRef>(&value.schema);
  const std::vector<NodeId> declared =
      children(described_by(value), [](const Node& node) -> std::optional<NodeId> {
        if (!node.pattern_properties.empty()) return node.pattern_properties[0].schema;
        return node.additional_properties;
      });
  hold(declared, {.type = type.value});
  for (const NodeId id : value.applied) {
    const Node& node = form_[id];
    if (node.pattern_properties.empty() || !types_additional(form_, node)) continue;
    hold({*node.additional_properties}, {.as = Held::As::Skipped});
  }
  if (!declared.empty()) {
    visit_value(
        type.value, declared,
        part_of(value, declared.front(),
                ref == nullptr ? std::nullopt : emission_.plan.shapes[ref->shape].map_values));
  }
  if (type.key) read_keys(value, *type.key);
}

void ReadingFinder::read_keys(const Value& value, TypeId key) {
  const std::vector<NodeId> declared =
      children(described_by(value), [](const Node& node) { return node.property_names; });
  hold(declared, {.type = key});
  visit_value(key, declared, *model_.types[key].node);
  if (has_in_place_beside_names(table_of(value.schema))) recheck(value, RereadingCause::InPlace);
}

void ReadingFinder::read_json(const Value& value) {
  const EmittedTable& table = table_of(value.schema);
  if (!table.says_anything() || table.types().empty()) return;  // refused before it is read
  add_rereading(value.at, {.cause = RereadingCause::Untyped, .schema = value.at});
  for (const NodeId id : value.applied) read_parts_again(id, value.at);
}

void ReadingFinder::recheck(const Value& value, RereadingCause cause) {
  const auto* const node = std::get_if<NodeId>(&value.schema);
  if (node == nullptr) {
    add_rereading(value.at, rereading_of_shape(value, cause));
    for (const NodeId id : value.applied) read_parts_again(id, value.at);
    return;
  }
  add_rereading(*node, {.cause = cause, .schema = *node});
  if (cause == RereadingCause::BesideUnion || table_of(value.schema).has("conditions"))
    return read_parts_again(*node, *node);
  std::vector<NodeId> in_place;
  for_each_in_place(form_[*node], [&in_place](NodeId part) { in_place.push_back(part); });
  read_again(std::move(in_place), *node);
}

Rereading ReadingFinder::rereading_of_shape(const Value& value, RereadingCause cause) const {
  const std::vector<NodeId> schemas = flatten(form_, value.applied);
  Rereading found{.cause = cause, .schema = follow(form_, value.at), .count = schemas.size()};
  if (const auto* const type = model_.as<UnionType>(value.type)) {
    found.schema = type->node.value_or(found.schema);
  } else if (schemas.size() == 1) {
    found.schema = schemas.front();
  }
  const bool is_choice = schemas.size() == 1 && form_[found.schema].is_union();
  if (is_choice && cause != RereadingCause::BesideUnion) {
    found.cause = RereadingCause::Choices;
  } else if (cause == RereadingCause::InPlace) {
    found.cause =
        schemas.size() > 1 ? RereadingCause::SeveralSchemas : RereadingCause::PartsOfSeveral;
  }
  return found;
}

ReadingSchema ReadingFinder::part_of(const Value& value, const std::optional<NodeId>& child,
                                     const std::optional<ReadingSchema>& of_shape) const {
  if (std::holds_alternative<ShapeRef>(value.schema))
    return of_shape.value_or(ReadingSchema(AnySchema{}));
  return child ? ReadingSchema(follow(form_, *child)) : ReadingSchema(AnySchema{});
}

void ReadingFinder::note_readings(const Value& value) {
  const auto* const wrapper = model_.as<WrapperType>(value.type);
  const TypeSet types = types_of(form_, flatten(form_, value.applied)) & value.seen_as;
  const bool is_content = reads_content(form_, model_, table_of(value.schema), value.type);
  for (const NodeId id : value.applied) {
    // The reader of the struct around the value tells of those that it knows.
    const bool is_inside = wrapper != nullptr && contains(wrapper->pack, id);
    if (is_inside) continue;
    const Reading reading = reading_of(value, id, types, is_content);
    add_reading(id, reading);
    if (reading.by == ReadBy::Struct || !form_[id].is_union()) continue;
    if (model_.as<StructType>(value.type) != nullptr) note_branches_of_one_type(value, id);
    if (std::holds_alternative<ShapeRef>(value.schema)) note_only_branch(value, id, reading);
  }
}

/// All branches of the union are the same struct.
void ReadingFinder::note_branches_of_one_type(const Value& value, NodeId id) {
  for (const NodeId branch : form_[id].branches()) {
    if (types_of(form_, flatten(form_, branch)) == kNull) continue;
    hold({branch}, {.type = value.type});
    read({value.type, follow(form_, branch), applied_with({branch}), branch});
  }
}

/// The union's only branch gives the value its type, and is checked with the union.
void ReadingFinder::note_only_branch(const Value& value, NodeId id, Reading reading) {
  if (model_.as<StructType>(value.type) != nullptr || !only_branch(form_, form_[id])) return;
  reading.is_on_span = true;
  for (const NodeId branch : form_[id].branches()) {
    if (types_of(form_, flatten(form_, branch)) == kNull) continue;
    hold({branch}, {.type = value.type});
    for (const NodeId part : applied_with({branch})) add_reading(part, reading);
  }
}

std::vector<NodeId> ReadingFinder::described_by(const Value& value) const {
  return with_only_branches(form_, value.applied);
}

Reading ReadingFinder::reading_of(const Value& value, NodeId id, TypeSet types,
                                  bool is_content) const {
  Reading reading{.by = ReadBy::Codec, .type = value.type, .types = types, .at = value.at};
  const auto* const ref = std::get_if<ShapeRef>(&value.schema);
  if (ref != nullptr) {
    const std::vector<NodeId>& by = emission_.plan.shapes[ref->shape].checked_by;
    reading.by = ReadBy::Shape;
    reading.is_on_span = contains(by, id);
  }
  if (is_content) {
    reading.by = ReadBy::Content;
  } else if (const auto* const type = model_.as<StructType>(value.type)) {
    const bool is_part = contains(type->pack, id);
    if (is_part || !form_[id].asserts_itself()) {
      reading.by = ReadBy::Struct;
      reading.is_on_span = false;  // but for trials
      reading.at = id;
    }
  }
  return reading;
}

}  // namespace eventc::compiler
