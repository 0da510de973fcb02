// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "explain/reading_finder.hpp"

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

}  // namespace

void ReadingFinder::visit_value(TypeId type, const std::vector<NodeId>& declared,
                                const ReadingSchema& schema) {
  if (declared.empty()) return;  // anything, under no schema
  read({type, schema, applied_with(declared), declared.front()});
}

void ReadingFinder::read(Value value) {
  value.type = without_boxes(model_, value.type);
  if (const auto* const type = model_.as<OptionalType>(value.type))
    return read_optional(value, type->value);
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
  if (table.has("adds_checks") || (!checks_all(model_, value.type) && has_in_place(table)))
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
      children(value.applied, [](const Node& node) { return node.content_schema; });
  hold(declared, {.type = value.type});
  visit_value(value.type, declared,
              part_of(value, declared.front(),
                      ref == nullptr ? std::nullopt : emission_.plan.shapes[ref->shape].content));
  if (has_in_place(table_of(value.schema))) recheck(value, RereadingCause::InPlace);
}

void ReadingFinder::read_list(const Value& value, const ListType& type) {
  const auto* const ref = std::get_if<ShapeRef>(&value.schema);
  const std::vector<NodeId> declared =
      children(value.applied, [](const Node& node) { return node.items; });
  hold(declared, {.type = type.item});
  if (declared.empty()) return;
  visit_value(type.item, declared,
              part_of(value, declared.front(),
                      ref == nullptr ? std::nullopt : emission_.plan.shapes[ref->shape].items));
}

void ReadingFinder::read_tuple(const Value& value, const TupleType& type) {
  const auto* const ref = std::get_if<ShapeRef>(&value.schema);
  const auto whole = std::find_if(value.applied.begin(), value.applied.end(),
                                  [this](NodeId id) { return !form_[id].prefix_items.empty(); });
  if (whole == value.applied.end()) return;  // a union's only branch is: the walker checks it
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
  read_again({*node.items}, node.id);
  if (!form_[*node.items].types.empty())
    add_rereading(node.id, {.cause = RereadingCause::BehindPrefix, .schema = node.id});
}

void ReadingFinder::read_map(const Value& value, const MapType& type) {
  const auto* const ref = std::get_if<ShapeRef>(&value.schema);
  std::vector<NodeId> declared;
  for (const NodeId id : value.applied) {
    const Node& node = form_[id];
    if (!node.pattern_properties.empty()) {
      declared.push_back(node.pattern_properties[0].schema);
      if (!node.additional_properties) continue;
      read_again({*node.additional_properties}, id);
      if (!form_[*node.additional_properties].types.empty())
        add_rereading(id, {.cause = RereadingCause::UnmatchedNames, .schema = id});
    } else if (node.additional_properties) {
      declared.push_back(*node.additional_properties);
    }
  }
  hold(declared, {.type = type.value});
  if (declared.empty()) return;
  visit_value(
      type.value, declared,
      part_of(value, declared.front(),
              ref == nullptr ? std::nullopt : emission_.plan.shapes[ref->shape].map_values));
}

void ReadingFinder::read_union(const Value& value, const UnionType& type) {
  const EmittedTable& table = table_of(value.schema);
  const NodeId node = type.node.value_or(value.at);
  if (!table.select()) {
    add_rereading(node, {.cause = RereadingCause::Trials, .schema = node});
    if (type.node) read_again(form_[node].branches(), node);
  } else if (!table.select()->by_property.empty()) {
    add_rereading(
        node,
        {.cause = RereadingCause::TagAhead, .schema = node, .name = table.select()->property});
  } else if (!table.select()->by_member.empty()) {
    add_rereading(node, {.cause = RereadingCause::OwnMemberAhead, .schema = node});
  }
  read_alternatives(value, type);
  if (has_checks_beside_union(table_of(value.schema))) recheck(value, RereadingCause::BesideUnion);
}

void ReadingFinder::read_alternatives(const Value& value, const UnionType& type) {
  const auto* const ref = std::get_if<ShapeRef>(&value.schema);
  std::vector<NodeId> branches;
  if (type.node) {
    const auto null_branch = emission_.plan.unions.at(*type.node).null_branch;
    for (std::size_t i = 0; i < form_[*type.node].branches().size(); ++i) {
      if (null_branch != i) branches.push_back(form_[*type.node].branches()[i]);
    }
    note_null_branch(*type.node);
  }
  for (std::size_t i = 0; i < type.alternatives.size(); ++i) {
    const TypeId alternative = type.alternatives[i].type;
    const std::optional<ReadingSchema> of_shape =
        ref == nullptr ? std::nullopt
                       : std::optional(emission_.plan.shapes[ref->shape].branches[i]);
    if (!type.node) {  // a list of types: the schema itself, seen as one of them
      read({alternative, of_shape.value_or(value.schema), value.applied, value.at});
      continue;
    }
    hold({branches[i]}, {.type = alternative});
    visit_value(alternative, {branches[i]}, part_of(value, branches[i], of_shape));
  }
}

void ReadingFinder::note_null_branch(NodeId node) {
  const auto null_branch = emission_.plan.unions.at(node).null_branch;
  if (!null_branch) return;
  const NodeId branch = form_[node].branches()[*null_branch];
  hold({branch}, {.as = Held::As::Null});
  for (const NodeId id : applied_with({branch}))
    add_reading(id, {.by = ReadBy::Null, .types = kNull, .at = branch});
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
    add_rereading(value.at, {.cause = cause_of_shape(value),
                             .schema = value.at,
                             .count = flatten(form_, value.applied).size()});
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

RereadingCause ReadingFinder::cause_of_shape(const Value& value) const {
  if (flatten(form_, value.applied).size() > 1) return RereadingCause::SeveralSchemas;
  const auto* const type = model_.as<UnionType>(value.type);
  return type != nullptr && !type->node ? RereadingCause::SeveralTypes
                                        : RereadingCause::PartsOfSeveral;
}

ReadingSchema ReadingFinder::part_of(const Value& value, const std::optional<NodeId>& child,
                                     const std::optional<ReadingSchema>& of_shape) const {
  if (std::holds_alternative<ShapeRef>(value.schema))
    return of_shape.value_or(ReadingSchema(AnySchema{}));
  return child ? ReadingSchema(follow(form_, *child)) : ReadingSchema(AnySchema{});
}

void ReadingFinder::note_readings(const Value& value) {
  const auto* const wrapper = model_.as<WrapperType>(value.type);
  const TypeSet types = types_of(form_, flatten(form_, value.applied));
  const bool is_content = reads_content(form_, model_, table_of(value.schema), value.type);
  for (const NodeId id : value.applied) {
    // The reader of the struct around the value tells of those that it knows.
    const bool is_inside =
        wrapper != nullptr &&
        std::find(wrapper->pack.begin(), wrapper->pack.end(), id) != wrapper->pack.end();
    if (is_inside) continue;
    const Reading reading = reading_of(value, id, types, is_content);
    add_reading(id, reading);
    const bool is_of_one_type =
        reading.by != ReadBy::Struct && model_.as<StructType>(value.type) != nullptr;
    if (is_of_one_type && form_[id].is_union()) note_branches_of_one_type(value, id);
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

Reading ReadingFinder::reading_of(const Value& value, NodeId id, TypeSet types,
                                  bool is_content) const {
  Reading reading{.by = ReadBy::Codec, .type = value.type, .types = types, .at = value.at};
  const auto* const ref = std::get_if<ShapeRef>(&value.schema);
  if (ref != nullptr) {
    const std::vector<NodeId>& by = emission_.plan.shapes[ref->shape].checked_by;
    reading.by = ReadBy::Shape;
    reading.is_on_span = std::find(by.begin(), by.end(), id) != by.end();
  }
  if (is_content) {
    reading.by = ReadBy::Content;
  } else if (const auto* const type = model_.as<StructType>(value.type)) {
    const bool is_part = std::find(type->pack.begin(), type->pack.end(), id) != type->pack.end();
    if (is_part || !form_[id].asserts_itself()) {
      reading.by = ReadBy::Struct;
      reading.is_on_span = false;  // but for trials
    }
  }
  return reading;
}

}  // namespace eventc::compiler
