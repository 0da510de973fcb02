// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "explain/fate_rules.hpp"
#include "explain/runtime_rules.hpp"

// Keywords of arrays and objects.

namespace eventc::compiler {
namespace {

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

/// The parts of a schema that stands beside a union are parts of each of its alternatives. Those of
/// a list of types are parts of the alternative for arrays or objects alone, which has a reading of
/// its own.
std::optional<Fates> find_in_alternatives(const FateInput& in, Fate fate) {
  const auto* const type = in.type<UnionType>();
  if (type != nullptr && type->is_list_of_types()) return Fates{};
  if (type == nullptr && in.reading.by != ReadBy::NullUnion) return std::nullopt;
  return Fates{{fate, "in each alternative"}};
}

/// The struct whose reader the schema is a part of.
const StructType* struct_of(const FateInput& in) {
  return in.reading.by == ReadBy::Struct ? in.type<StructType>() : nullptr;
}

/// What a struct calls the map of members that are neither declared nor match a pattern.
const std::string& name_of_others(const FateInput& in) {
  return in.facts.emission.names.member_maps.at(in.reading.type).back();
}

/// What the struct calls its maps for the patterns of the schema, which others may have, too.
std::vector<std::string> maps_by_pattern(const FateInput& in, const StructType& type) {
  const Emission& emission = in.facts.emission;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < type.maps.size(); ++i) {
    const auto& by = type.maps[i].by_pattern;
    if (!by) continue;
    const std::string& source =
        emission.form[by->schema].pattern_properties[by->index].pattern.source;
    const auto& own = in.node.pattern_properties;
    const bool is_own = std::any_of(
        own.begin(), own.end(),
        [&](const NodePatternProperty& property) { return property.pattern.source == source; });
    if (is_own) names.push_back(emission.names.member_maps.at(in.reading.type)[i]);
  }
  return names;
}

bool allows_anything(const FateInput& in, const std::optional<NodeId>& child) {
  return child && flatten(in.facts.emission.form, *child).empty();
}

}  // namespace

Fates fate_of_items(const FateInput& in) {
  if (const auto idle = find_idle(in, kArray)) return {*idle};
  if (in.value.is_array() && in.value.empty()) return {{Fate::NoEffect, "it is empty"}};
  if (in.type<TupleType>() != nullptr) {
    if (in.keyword != "prefixItems" && !in.node.is_items_list) return fate_of_further_items(in);
    return fate_in_type(in, kArray, "std::tuple");
  }
  if (in.type<ListType>() != nullptr) return fate_in_type(in, kArray, "std::vector");
  if (const auto inside = find_in_alternatives(in, Fate::InType)) return *inside;
  return {{Fate::Span}};
}

Fates fate_of_further_items(const FateInput& in) {
  if (in.keyword == "additionalItems" && !in.node.is_items_list)
    return {{Fate::NoEffect, "\"items\" is no list beside it"}};
  if (const auto idle = find_idle(in, kArray)) return {*idle};
  if (allows_anything(in, in.node.items)) return {{Fate::NoEffect, "it allows everything"}};
  const auto* const type = in.type<TupleType>();
  if (type == nullptr) return {{Fate::Span}};
  if (type->rest) return fate_in_type(in, kArray, "eventc::Rest");
  if (in.value == false) return {{Fate::Inline}};
  return {{Fate::Span}};  // "maxItems" lets there be none, but reports tell of them
}

Fates fate_of_item_count(const FateInput& in) {
  if (in.keyword == "minItems" && in.node.min_items == 0)
    return {{Fate::NoEffect, "0 is no limit"}};
  return fate_of_check(in, kArray);
}

Fates fate_of_contains(const FateInput& in) { return fate_of_walk(in, kArray); }

Fates fate_of_contained_count(const FateInput& in) {
  if (!in.node.contains) return {{Fate::NoEffect, "there is no \"contains\""}};
  return fate_of_walk(in, kArray);
}

Fates fate_of_unique_items(const FateInput& in) {
  if (in.value == false) return {{Fate::NoEffect, "false is what holds without it"}};
  Fates fates = fate_of_walk(in, kArray);
  if (fates.front().fate == Fate::Span) fates.front().why = "items are compared with each other";
  return fates;
}

Fates fate_of_unevaluated_items(const FateInput& in) { return fate_of_walk(in, kArray); }

Fates fate_of_properties(const FateInput& in) {
  if (const auto idle = find_idle(in, kObject)) return {*idle};
  if (in.node.properties.empty()) return {{Fate::NoEffect, "it is empty"}};
  if (in.reading.by == ReadBy::Struct)
    return {{Fate::InType, counted(in.node.properties.size(), "member")}};
  if (const auto inside = find_in_alternatives(in, Fate::InType)) return *inside;
  return {{Fate::Span}};
}

Fates fate_of_required(const FateInput& in) {
  if (in.node.required.empty()) return {{Fate::NoEffect, "it is empty"}};
  if (const auto idle = find_idle(in, kObject)) return {*idle};
  if (const auto inside = find_in_alternatives(in, Fate::Inline)) return *inside;
  return fate_of_check(in, kObject);
}

Fates fate_of_pattern_properties(const FateInput& in) {
  if (const auto idle = find_idle(in, kObject)) return {*idle};
  if (in.node.pattern_properties.empty()) return {{Fate::NoEffect, "it is empty"}};
  if (in.type<MapType>() != nullptr) return fate_in_type(in, kObject, "a map by pattern");
  const auto* const type = struct_of(in);
  if (type == nullptr) return {{Fate::Span}};
  const std::vector<std::string> names = maps_by_pattern(in, *type);
  if (names.empty()) return {{Fate::Span}};
  return {{Fate::InType, fmt::format("{}", fmt::join(names, ", "))}, {Fate::Span}};
}

Fates fate_of_additional_properties(const FateInput& in) {
  if (const auto idle = find_idle(in, kObject)) return {*idle};
  const bool allows_none = !types_additional(in.facts.emission.form, in.node);
  if (allows_anything(in, in.node.additional_properties))
    return {{Fate::NoEffect, "it allows everything"}};
  if (const auto* const type = struct_of(in)) {
    const bool is_closed = allows_none && in.node.pattern_properties.empty();
    if (allows_none || map_of_others(*type) == nullptr)
      return {{is_closed ? Fate::Inline : Fate::Span}};
    const bool several =
        type->pack.size() > 1 || in.facts.emission.plan.kept.contains(in.reading.type);
    Fates fates{{Fate::InType, name_of_others(in)}};
    if (several) fates.push_back({Fate::Span});
    return fates;
  }
  if (in.type<MapType>() != nullptr) {
    if (in.node.pattern_properties.empty()) return fate_in_type(in, kObject, "a map");
    return {{in.reading.is_on_span ? Fate::Span : Fate::Inline}};
  }
  if (const auto inside = find_in_alternatives(in, Fate::Inline)) return *inside;
  return {{Fate::Span}};
}

Fates fate_of_property_names(const FateInput& in) {
  const auto* const map = in.type<MapType>();
  if (map == nullptr || !map->key) return fate_of_walk(in, kObject);
  return fate_in_type(in, kObject, "the map's keys");
}

Fates fate_of_member_count(const FateInput& in) {
  if (in.keyword == "minProperties" && in.node.min_properties == 0)
    return {{Fate::NoEffect, "0 is no limit"}};
  return fate_of_check(in, kObject);
}

Fates fate_of_dependents(const FateInput& in) {
  if (in.value.empty()) return {{Fate::NoEffect, "it is empty"}};
  return fate_of_walk(in, kObject);
}

Fates fate_of_unevaluated_properties(const FateInput& in) {
  Fates fates = fate_of_walk(in, kObject);
  const auto* const type = struct_of(in);
  const MemberMap* const others = type == nullptr ? nullptr : map_of_others(*type);
  if (others == nullptr || fates.front().fate != Fate::Span) return fates;
  const NormalForm& form = in.facts.emission.form;
  const bool is_additional = std::any_of(type->pack.begin(), type->pack.end(), [&form](NodeId id) {
    return form[id].additional_properties.has_value();
  });
  if (!is_additional) fates.insert(fates.begin(), {Fate::InType, name_of_others(in)});
  return fates;
}

}  // namespace eventc::compiler
