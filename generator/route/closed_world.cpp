// SPDX-License-Identifier: Apache-2.0
#include "route/closed_world.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/location.hpp"

namespace eventc::compiler {
namespace {

constexpr std::size_t kMostPacks = 64;

/// Each of the packs with each of the branches that leaves it a value.
std::vector<Pack> with_branches(const NormalForm& form, const std::vector<Pack>& packs,
                                const std::vector<NodeId>& branches) {
  if (branches.empty()) return packs;
  std::vector<Pack> all;
  for (const Pack& pack : packs) {
    for (const NodeId branch : branches) {
      Pack one = pack;
      add_missing(flatten(form, branch), one);
      if (!types_of(form, one).empty()) all.push_back(std::move(one));
    }
  }
  return all;
}

/// Whether the node says anything of members or of items: otherwise they are free.
bool describes_members(const Node& node) {
  return !node.properties.empty() || !node.required.empty() || node.additional_properties ||
         !node.pattern_properties.empty();
}

/// What one node says of a member.
struct Declaration {
  std::optional<NodeId> schema;
  bool refused = false;
  bool free = false;
};

/// `schema` is that of "properties", if it has the member.
Declaration declaration_of(const NormalForm& form, const Node& node, std::optional<NodeId> schema) {
  if (schema) return {.schema = schema};
  if (!node.pattern_properties.empty()) return {.schema = {}, .refused = false, .free = true};
  if (is_closed(form, node)) return {.schema = {}, .refused = true};
  if (!node.additional_properties) return {};
  // `true` declares nothing: it is what an absent "additionalProperties" means, too.
  const bool is_typed = !flatten(form, *node.additional_properties).empty();
  return is_typed ? Declaration{.schema = *node.additional_properties} : Declaration{};
}

/// The members that one node names.
struct NamedMembers {
  std::unordered_map<std::string_view, NodeId> properties;
  std::unordered_set<std::string_view> required;
};

NamedMembers named_members(const Node& node) {
  NamedMembers members;
  for (const NodeProperty& property : node.properties)
    members.properties.emplace(property.name, property.schema);
  members.required.insert(node.required.begin(), node.required.end());
  return members;
}

/// The same of one name alone.
NamedMembers named_members(const Node& node, const std::string& name) {
  NamedMembers members;
  const auto property = std::find_if(node.properties.begin(), node.properties.end(),
                                     [&](const NodeProperty& one) { return one.name == name; });
  if (property != node.properties.end()) members.properties.emplace(name, property->schema);
  const auto& required = node.required;
  if (std::find(required.begin(), required.end(), name) != required.end())
    members.required.insert(name);
  return members;
}

/// `named` are those of the pack's nodes.
Child member_of(const NormalForm& form, const Pack& pack, const std::vector<NamedMembers>& named,
                const std::string& name) {
  const TypeSet types = types_of(form, pack);
  if (!types.has(kObject)) return {.possible = false};
  bool required = false;
  bool described = false;
  bool free = false;
  bool refused = false;
  std::vector<NodeId> schemas;
  for (std::size_t i = 0; i < pack.size(); ++i) {
    const Node& node = form[pack[i]];
    const auto property = named[i].properties.find(name);
    const Declaration declaration = declaration_of(
        form, node,
        property == named[i].properties.end() ? std::nullopt : std::optional(property->second));
    if (declaration.schema) schemas.push_back(*declaration.schema);
    refused = refused || declaration.refused;
    required = required || named[i].required.contains(name);
    described = described || describes_members(node);
    free = free || declaration.free;
  }
  const bool declared = !schemas.empty() || required || free || !described;
  if (refused || !declared) return {.possible = false};
  return {.possible = true,
          .may_be_absent = !required || types != kObject,
          .pack = flatten(form, schemas)};
}

Child first_item_of(const NormalForm& form, const Pack& pack) {
  const TypeSet types = types_of(form, pack);
  if (!types.has(kArray)) return {.possible = false};
  bool may_be_empty = true;
  std::vector<NodeId> schemas;
  for (const NodeId id : pack) {
    const Node& node = form[id];
    if (node.max_items == 0U) return {.possible = false};
    if (node.min_items != 0) may_be_empty = false;
    if (!node.prefix_items.empty()) {
      schemas.push_back(node.prefix_items.front());
    } else if (node.items) {
      schemas.push_back(*node.items);
    }
  }
  return {.possible = true,
          .may_be_absent = may_be_empty || types != kArray,
          .pack = flatten(form, schemas)};
}

/// Null is a value, too: that of `{"type": "null"}`.
std::optional<std::vector<Json>> known_values(const Outcome& outcome) {
  if (!outcome.values && outcome.types == kNull) return std::vector<Json>{nullptr};
  return outcome.values;
}

std::optional<std::vector<Json>> join_values(const Outcome& outcome, const Outcome& other) {
  if (!outcome.values && !other.values) return std::nullopt;
  auto values = known_values(outcome);
  const auto more = known_values(other);
  if (!values || !more) return std::nullopt;
  for (const Json& value : *more) {
    if (std::find(values->begin(), values->end(), value) == values->end()) values->push_back(value);
  }
  return values;
}

/// What is possible under either.
void join(Outcome& outcome, const Outcome& other) {
  outcome.absent = outcome.absent || other.absent;
  outcome.values = join_values(outcome, other);
  outcome.types = outcome.types | other.types;
  if (outcome.pattern != other.pattern) outcome.pattern.reset();
}

/// Without unions.
Outcome simple_outcome(const NormalForm& form, const Pack& pack) {
  Outcome outcome = outcome_of_value(form, pack, OpenEnums::AreClosed);
  if (outcome.values) {
    const TypeSet types = visible(outcome.types);
    std::erase_if(*outcome.values,
                  [types](const Json& v) { return !types.has(visible(type_of_value(v))); });
  }
  return outcome;
}

Outcome joined_outcome(const NormalForm& form, const std::vector<Pack>& packs) {
  std::optional<Outcome> joined;
  for (const Pack& pack : packs) {
    const Outcome one = simple_outcome(form, pack);
    if (joined) {
      join(*joined, one);
    } else {
      joined = one;
    }
  }
  return joined.value_or(Outcome{.absent = false, .types = {}});
}

}  // namespace

std::string to_string(const Path& path) {
  if (path.empty()) return "the payload itself";
  std::string text;
  for (const PathStep& step : path) {
    text += "/" + (step.first_item ? "0" : escape_pointer_token(step.member));
  }
  return text;
}

std::optional<std::vector<Pack>> possible_packs(const NormalForm& form, const Pack& pack) {
  std::vector<Pack> packs{pack};
  // Branches go behind what is there, so that nodes before `index` are done in every pack.
  for (std::size_t index = 0;; ++index) {
    std::vector<Pack> next;
    bool is_done = true;
    for (const Pack& one : packs) {
      std::vector<Pack> expanded{one};
      if (index < one.size()) {
        is_done = false;
        expanded = with_branches(form, expanded, form[one[index]].any_of);
        expanded = with_branches(form, expanded, form[one[index]].one_of);
      }
      next.insert(next.end(), expanded.begin(), expanded.end());
      if (next.size() > kMostPacks) return std::nullopt;
    }
    if (is_done) return packs;
    packs = std::move(next);
  }
}

Child child_of(const NormalForm& form, const Pack& pack, const PathStep& step) {
  if (step.first_item) return first_item_of(form, pack);
  std::vector<NamedMembers> named;
  for (const NodeId id : pack) named.push_back(named_members(form[id], step.member));
  return member_of(form, pack, named, step.member);
}

std::vector<std::pair<std::string, Child>> properties_of(const NormalForm& form, const Pack& pack) {
  std::vector<NamedMembers> named;
  for (const NodeId id : pack) named.push_back(named_members(form[id]));
  std::vector<std::pair<std::string, Child>> all;
  for (const NodeId id : pack) {
    for (const NodeProperty& property : form[id].properties)
      all.emplace_back(property.name, member_of(form, pack, named, property.name));
  }
  return all;
}

Outcome closed_outcome(const NormalForm& form, const Pack& pack) {
  const std::optional<std::vector<Pack>> packs = possible_packs(form, pack);
  return packs ? joined_outcome(form, *packs) : simple_outcome(form, pack);
}

Outcome outcome_at(const NormalForm& form, const Pack& root, const Path& path) {
  constexpr TypeSet kNothing;
  const Outcome anything{.absent = true, .types = kAnyType};
  auto packs = possible_packs(form, root);
  bool absent = false;
  for (const PathStep& step : path) {
    if (!packs) return anything;
    std::vector<Pack> below;
    for (const Pack& pack : *packs) {
      const Child child = child_of(form, pack, step);
      absent = absent || child.may_be_absent || !child.possible;
      if (!child.possible) continue;
      const auto possible = possible_packs(form, child.pack);
      if (!possible) return anything;
      below.insert(below.end(), possible->begin(), possible->end());
      if (below.size() > kMostPacks) return anything;
    }
    if (below.empty()) return {.absent = true, .types = kNothing};
    packs = std::move(below);
  }
  if (!packs) return anything;
  Outcome outcome = joined_outcome(form, *packs);
  outcome.absent = absent;
  return outcome;
}

}  // namespace eventc::compiler
