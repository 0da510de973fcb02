// SPDX-License-Identifier: Apache-2.0
#include "explain/readings.hpp"

#include <algorithm>

#include "explain/reading_finder.hpp"
#include "model/conditional.hpp"

namespace eventc::compiler {
namespace {

template <class T>
void add_once(std::vector<T>& list, const T& one) {
  if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
}

}  // namespace

std::vector<SchemaReadings> ReadingFinder::run(std::size_t first_wrapper) {
  for (const Event& event : model_.events) visit_root(event);
  for (TypeId type = 0; type < first_wrapper; ++type) visit_type(type);
  TypeId wrapper = first_wrapper;
  for (std::size_t document = 0; document < model_.definitions.size(); ++document) {
    for (std::size_t i = 0; i < model_.definitions[document].size(); ++i)
      visit_definition(document, i, wrapper++);
  }
  return std::move(found_);
}

void ReadingFinder::visit_type(TypeId id) {
  if (const auto* const type = model_.as<StructType>(id)) visit_struct(id, *type);
  const auto* const type = model_.as<WrapperType>(id);
  if (type == nullptr) return;
  read({type->value, emission_.plan.values.at(id), applied_with(type->pack),
        *model_.types[id].node});
}

void ReadingFinder::visit_root(const Event& event) {
  if (!event.root) return;
  const NodeId root = form_.roots[event.document];
  hold({root}, {.type = *event.root});
  const auto* const wrapper = model_.as<WrapperType>(*event.root);
  if (wrapper == nullptr) return visit_value(*event.root, {root}, root);
  read({wrapper->value, emission_.plan.values.at(*event.root), applied_with({root}), root});
}

void ReadingFinder::visit_definition(std::size_t document, std::size_t index, TypeId wrapper) {
  const NodeId node = form_.definitions[document][index].second;
  const TypeId type = model_.definitions[document][index];
  const bool is_met = !found_[node].readings.empty() || found_[node].again_with;
  if (!is_met) visit_value(type, {node}, emission_.plan.values.at(wrapper));
  hold({node}, {.type = type});
}

void ReadingFinder::visit_struct(TypeId id, const StructType& type) {
  const TypeSet types = types_of(form_, type.pack);
  const std::size_t schemas = type.pack.size() + emission_.plan.kept.count(id);
  for (const NodeId node : type.pack) {
    add_reading(node, {.by = ReadBy::Struct, .type = id, .types = types, .at = node});
    const EmittedTable& table = table_of(node);
    const bool is_decided = contains(type.decided, node);
    if (needs_all(form_, form_[node], table, is_decided, schemas > 1)) {
      add_rereading(node, {.cause = RereadingCause::Members, .schema = node, .count = schemas});
      read_parts_again(node, node);
    } else if (needs_choices(table, is_decided)) {
      add_rereading(node, {.cause = RereadingCause::Choices, .schema = node});
      read_again(form_[node].any_of, node);
      read_again(form_[node].one_of, node);
    }
    hold_others(node, type);
  }
  visit_members(id, type);
  if (emission_.plan.kept.contains(id)) hold_kept(id, type);
}

/// Members that may be anything, by "additionalProperties" of one of the struct's schemas.
void ReadingFinder::hold_others(NodeId node, const StructType& type) {
  if (map_of_others(type) != nullptr || !types_additional(form_, form_[node])) return;
  const NodeId additional = *form_[node].additional_properties;
  const bool keeps_all = !type.maps.empty() && !type.maps.back().by_pattern;
  if (keeps_all) return hold({additional}, {.type = type.maps.back().value});
  hold({additional}, {.as = Held::As::Skipped});
}

void ReadingFinder::hold_kept(TypeId id, const StructType& type) {
  for_each_conditional(form_, type.pack, type.decided, [&](const Node& node) {
    for (const NodeProperty& property : node.properties) {
      const auto field = std::find_if(
          type.fields.begin(), type.fields.end(),
          [&](const Field& one) { return one.is_conditional && one.json_name == property.name; });
      if (field == type.fields.end()) continue;
      hold({property.schema}, {.as = Held::As::Kept,
                               .type = field->type,
                               .owner = id,
                               .field = static_cast<std::size_t>(field - type.fields.begin())});
    }
  });
}

void ReadingFinder::visit_members(TypeId id, const StructType& type) {
  std::map<std::string, std::vector<NodeId>> declared;
  for (const NodeId node : type.pack) {
    for (const NodeProperty& property : form_[node].properties)
      declared[property.name].push_back(property.schema);
  }
  for (std::size_t i = 0; i < type.fields.size(); ++i) {
    const Field& field = type.fields[i];
    if (field.kind == Field::Kind::Stored) {
      visit_member(id, i, declared[field.json_name]);
    } else {
      visit_compared_member(id, i, declared[field.json_name]);
    }
  }
  for (std::size_t i = 0; i < type.maps.size(); ++i)
    visit_map(type.maps[i], type.pack, emission_.plan.maps.at({id, i}));
}

void ReadingFinder::visit_member(TypeId id, std::size_t index,
                                 const std::vector<NodeId>& declared) {
  const Field& field = model_.as<StructType>(id)->fields[index];
  hold(declared, {.type = field.type, .owner = id, .field = index});
  // The reader's own choice is the first schema that declares the member.
  const auto planned = emission_.plan.fields.find({id, index});
  ReadingSchema schema = AnySchema{};
  if (planned != emission_.plan.fields.end()) {
    schema = planned->second;
  } else if (field.node) {
    schema = follow(form_, *field.node);
  }
  visit_value(field.type, declared, schema);
}

void ReadingFinder::visit_compared_member(TypeId id, std::size_t index,
                                          const std::vector<NodeId>& declared) {
  const Field& field = model_.as<StructType>(id)->fields[index];
  const bool is_constant = field.kind == Field::Kind::Constant;
  hold(declared,
       {.as = is_constant ? Held::As::Constant : Held::As::Forbidden, .owner = id, .field = index});
  if (declared.empty()) return;
  const Reading reading{.by = is_constant ? ReadBy::Constant : ReadBy::Forbidden,
                        .types = types_of(form_, field.pack),
                        .at = declared.front()};
  for (const NodeId node : applied_with(declared)) {
    add_reading(node, reading);
    read_parts_again(node, declared.front());
  }
  if (is_constant)
    add_rereading(declared.front(), {.cause = RereadingCause::Fixed, .schema = declared.front()});
}

void ReadingFinder::visit_map(const MemberMap& map, const std::vector<NodeId>& pack,
                              const ReadingSchema& schema) {
  if (map.pack.empty()) return;  // anything
  const auto schema_of = [&](const Node& node) -> std::optional<NodeId> {
    if (!map.by_pattern)
      return node.additional_properties ? node.additional_properties : node.unevaluated_properties;
    const auto& by = *map.by_pattern;
    const std::string& source = form_[by.schema].pattern_properties[by.index].pattern.source;
    for (const NodePatternProperty& property : node.pattern_properties) {
      if (property.pattern.source == source) return property.schema;
    }
    return std::nullopt;
  };
  const std::vector<NodeId> declared = children(pack, schema_of);
  hold(declared, {.type = map.value});
  visit_value(map.value, declared, schema);
}

// ---- Notes

std::vector<NodeId> ReadingFinder::applied_with(const std::vector<NodeId>& declared) const {
  std::vector<NodeId> applied;
  std::set<NodeId> seen;
  std::vector<NodeId> open(declared.rbegin(), declared.rend());
  while (!open.empty()) {
    const NodeId id = open.back();
    open.pop_back();
    if (!seen.insert(id).second) continue;
    applied.push_back(id);
    const Node& node = form_[id];
    open.insert(open.end(), node.all_of.rbegin(), node.all_of.rend());
    if (node.dynamic_ref) open.push_back(*node.dynamic_ref);
    if (node.ref) open.push_back(*node.ref);
  }
  return applied;
}

void ReadingFinder::hold(const std::vector<NodeId>& declared, const Held& held) {
  for (const NodeId id : declared) {
    add_once(found_[id].held, held);
    if (held.as != Held::As::Value && held.as != Held::As::Part) continue;
    for (const NodeId part : form_[id].all_of)
      hold({part}, {.as = Held::As::Part, .type = held.type});
  }
}

void ReadingFinder::add_reading(NodeId node, const Reading& reading) {
  std::vector<Reading>& all = found_[node].readings;
  const bool is_known = std::any_of(all.begin(), all.end(), [&](const Reading& known) {
    return known.by == reading.by && known.type == reading.type && known.types == reading.types &&
           known.is_on_span == reading.is_on_span;
  });
  if (!is_known) all.push_back(reading);
}

void ReadingFinder::add_rereading(NodeId node, Rereading rereading) {
  add_once(found_[node].rereadings, rereading);
}

void ReadingFinder::read_again(std::vector<NodeId> nodes, NodeId cause) {
  while (!nodes.empty()) {
    const NodeId id = nodes.back();
    nodes.pop_back();
    if (id == cause || found_[id].again_with) continue;
    found_[id].again_with = cause;
    for_each_child(form_[id], [&nodes](NodeId child) { nodes.push_back(child); });
  }
}

void ReadingFinder::read_parts_again(NodeId node, NodeId cause) {
  std::vector<NodeId> parts;
  for_each_child(form_[node], [&parts](NodeId child) { parts.push_back(child); });
  read_again(std::move(parts), cause);
}

ReadingFinder::SchemaKey ReadingFinder::key_of(const ReadingSchema& schema) {
  if (const auto* const node = std::get_if<NodeId>(&schema)) return {schema.index(), *node};
  if (const auto* const ref = std::get_if<ShapeRef>(&schema)) return {schema.index(), ref->shape};
  return {schema.index(), 0};
}

const EmittedTable& ReadingFinder::table_of(const ReadingSchema& schema) {
  const SchemaKey key = key_of(schema);
  const auto known = tables_.find(key);
  if (known != tables_.end()) return known->second;
  return tables_.emplace(key, EmittedTable(emission_, schema)).first->second;
}

std::vector<SchemaReadings> find_readings(const Emission& emission, std::size_t first_wrapper) {
  return ReadingFinder(emission).run(first_wrapper);
}

}  // namespace eventc::compiler
