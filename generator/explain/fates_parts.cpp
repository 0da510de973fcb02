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
  if (type != nullptr && !type->node) return Fates{};
  if (type == nullptr && in.reading.by != ReadBy::NullUnion) return std::nullopt;
  return Fates{{fate, "in each alternative"}};
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
  const auto* const type = in.type<StructType>();
  if (type == nullptr || in.reading.by != ReadBy::Struct) return {{Fate::Span}};
  std::vector<std::string> names;
  for (std::size_t i = 0; i < type->maps.size(); ++i) {
    const auto& by = type->maps[i].by_pattern;
    if (by && by->schema == in.node.id)
      names.push_back(in.facts.emission.names.member_maps.at(in.reading.type)[i]);
  }
  if (names.empty()) return {{Fate::Span}};
  return {{Fate::InType, fmt::format("{}", fmt::join(names, ", "))}, {Fate::Span}};
}

Fates fate_of_additional_properties(const FateInput& in) {
  if (const auto idle = find_idle(in, kObject)) return {*idle};
  const Emission& emission = in.facts.emission;
  const bool allows_none = in.value == false;
  if (allows_anything(in, in.node.additional_properties))
    return {{Fate::NoEffect, "it allows everything"}};
  if (const auto* const type = in.type<StructType>();
      type != nullptr && in.reading.by == ReadBy::Struct) {
    if (map_of_others(*type) != nullptr && !allows_none)
      return {{Fate::InType, emission.names.member_maps.at(in.reading.type).back()}};
    const bool is_closed = allows_none && in.node.pattern_properties.empty();
    return {{is_closed ? Fate::Inline : Fate::Span}};
  }
  if (in.type<MapType>() != nullptr) {
    if (in.node.pattern_properties.empty()) return fate_in_type(in, kObject, "a map");
    if (allows_none) return {{Fate::Inline}};
    return {{Fate::Span, "members that the map's pattern does not match are not stored"}};
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

Fates fate_of_object_walk(const FateInput& in) {
  const bool is_empty_map = in.value.is_object() && in.value.empty() &&
                            (in.keyword == "dependentRequired" ||
                             in.keyword == "dependentSchemas" || in.keyword == "dependencies");
  if (is_empty_map) return {{Fate::NoEffect, "it is empty"}};
  return fate_of_walk(in, kObject);
}

}  // namespace eventc::compiler
