// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "model/builder.hpp"
#include "model/conditional.hpp"
#include "outcome.hpp"

namespace eventc::compiler {

TypeId ModelBuilder::make_struct(const std::vector<NodeId>& pack, const Context& context) {
  const NodeId told_of = pack.size() == 1 ? pack[0] : context.itself.value_or(pack.back());
  const TypeId id =
      add({StructType{}, context.document, candidates(pack.back(), context), told_of});
  model_.types[id].definition = StructType{.pack = pack, .decided = context.decided};
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
    for (DeclaredMember& member : declared_members(type.pack))
      type.fields.push_back(make_field(std::move(member), inside));
    for (std::string& name : conditional_members(type))
      type.fields.push_back({.json_name = std::move(name),
                             .type = wrap_optional(scalar(Scalar::Json)),
                             .is_conditional = true});
    type.maps = make_maps(type.pack, inside);
    model_.types[id].definition = std::move(type);
  }
}

std::vector<ModelBuilder::DeclaredMember> ModelBuilder::declared_members(
    const std::vector<NodeId>& pack) const {
  std::vector<DeclaredMember> members;
  std::unordered_map<std::string_view, std::size_t> places;  // of names in the form
  const auto member = [&](const std::string& name) -> DeclaredMember& {
    const auto [place, is_new] = places.emplace(name, members.size());
    if (is_new) members.push_back({.name = name});
    return members[place->second];
  };
  for (const NodeId id : pack) {
    for (const NodeProperty& property : form_[id].properties)
      member(property.name).schemas.push_back(property.schema);
    for (const std::string& name : form_[id].required) member(name).required = true;
  }
  return members;
}

Field ModelBuilder::make_field(DeclaredMember member, const Context& inside) {
  const std::vector<NodeId>& schemas = member.schemas;
  Field field{.json_name = std::move(member.name), .required = member.required};
  if (!schemas.empty()) field.node = schemas.front();
  field.pack = flatten(form_, schemas);
  const TypeSet types = types_of(form_, field.pack);
  if (types.empty()) {
    field.kind = Field::Kind::Forbidden;
  } else if (const auto constant = fixed_value(field)) {
    field.kind = Field::Kind::Constant;
    field.constant = *constant;
  } else {
    field.type = type_of(field.pack, {inside.document, inside.parent, field.json_name});
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

std::vector<MemberMap> ModelBuilder::make_maps(const std::vector<NodeId>& pack,
                                               const Context& inside) {
  std::vector<MemberMap> maps = maps_by_pattern(pack);
  for (MemberMap& map : maps)
    map.value = type_of(map.pack, {inside.document, inside.parent, map.name + " value"});
  const bool keeps_unknown = std::any_of(
      pack.begin(), pack.end(), [this](NodeId id) { return form_[id].extension.keep_unknown; });
  if (std::vector<NodeId> values = values_of_others(pack); !values.empty()) {
    const TypeId value = type_of(values, {inside.document, inside.parent, "additional property"});
    maps.push_back({.value = value, .pack = std::move(values), .name = "additional properties"});
  } else if (keeps_unknown) {
    maps.push_back({.value = scalar(Scalar::Json), .name = "unknown members"});
  }
  return maps;
}

std::vector<MemberMap> ModelBuilder::maps_by_pattern(const std::vector<NodeId>& pack) const {
  std::vector<MemberMap> maps;
  std::vector<std::vector<NodeId>> schemas;
  const auto pattern_of = [this](const MemberMap::ByPattern& by) {
    return form_[by.schema].pattern_properties[by.index].pattern.source;
  };
  for (const NodeId id : pack) {
    for (std::size_t i = 0; i < form_[id].pattern_properties.size(); ++i) {
      const NodePatternProperty& property = form_[id].pattern_properties[i];
      const auto same = std::find_if(maps.begin(), maps.end(), [&](const MemberMap& map) {
        return pattern_of(*map.by_pattern) == property.pattern.source;
      });
      const auto index = static_cast<std::size_t>(same - maps.begin());
      if (same == maps.end()) {
        maps.push_back({.by_pattern = MemberMap::ByPattern{id, i}, .name = map_name(property)});
        schemas.emplace_back();
      }
      schemas[index].push_back(property.schema);
    }
  }
  for (std::size_t i = 0; i < maps.size(); ++i) maps[i].pack = flatten(form_, schemas[i]);
  // Members that are not allowed are not kept.
  std::erase_if(maps, [this](const MemberMap& map) { return types_of(form_, map.pack).empty(); });
  return maps;
}

std::string ModelBuilder::map_name(const NodePatternProperty& property) const {
  const std::string& title = form_[property.schema].annotations.title;
  if (!title.empty()) return title;
  std::string words;
  bool is_in_class = false;
  const std::string& source = property.pattern.source;
  for (std::size_t i = 0; i < source.size(); ++i) {
    const char c = source[i];
    if (c == '\\') ++i;
    if (c == '[') is_in_class = true;
    if (c == ']') is_in_class = false;
    const bool is_word = c == '_' || c == '-' || std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (is_word && !is_in_class) {
      words += c;
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  if (!words.empty() && words.back() != ' ') words += ' ';
  return words + "members";
}

std::vector<NodeId> ModelBuilder::values_of_others(const std::vector<NodeId>& pack) const {
  std::vector<NodeId> values;
  bool is_said = false;
  for (const NodeId id : pack) {
    const auto& additional = form_[id].additional_properties;
    if (!additional) continue;
    is_said = true;
    values.push_back(*additional);
  }
  std::vector<NodeId> unevaluated;
  for (const NodeId id : pack) {
    if (const auto& schema = form_[id].unevaluated_properties) unevaluated.push_back(*schema);
  }
  // It does not see what another one, or some branch, may have evaluated.
  if (!is_said && unevaluated.size() == 1 && !finds_parts_in_place(pack)) values = unevaluated;
  std::vector<NodeId> all = flatten(form_, values);
  if (types_of(form_, all).empty()) all.clear();
  return all;
}

std::vector<std::string> ModelBuilder::conditional_members(const StructType& type) const {
  const bool keeps_none_or_all = std::any_of(type.pack.begin(), type.pack.end(), [this](NodeId id) {
    return is_closed(form_, form_[id]) || form_[id].extension.keep_unknown;
  });
  if (keeps_none_or_all) return {};
  std::vector<std::string> names;
  for_each_conditional(form_, type.pack, type.decided, [&](const Node& node) {
    for (const NodeProperty& property : node.properties) {
      const bool is_known =
          std::find(names.begin(), names.end(), property.name) != names.end() ||
          std::any_of(type.fields.begin(), type.fields.end(),
                      [&](const Field& field) { return field.json_name == property.name; });
      if (!is_known && !types_of(form_, flatten(form_, property.schema)).empty())
        names.push_back(property.name);
    }
  });
  return names;
}

bool ModelBuilder::finds_parts_in_place(const std::vector<NodeId>& pack) const {
  bool found = false;
  for_each_conditional(form_, pack, {}, [&found](const Node& node) {
    found = found || !node.pattern_properties.empty() || node.additional_properties ||
            node.unevaluated_properties;
  });
  return found;
}

}  // namespace eventc::compiler
