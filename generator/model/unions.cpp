// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "model/builder.hpp"

namespace eventc::compiler {
namespace {

/// The time and memory that compilers take for a std::variant grow with the square of this.
constexpr std::size_t kMaxAlternatives = 100;

}  // namespace

std::optional<NodeId> ModelBuilder::find_union(const std::vector<NodeId>& pack,
                                               const std::vector<NodeId>& decided) const {
  std::optional<NodeId> found;
  for (const NodeId id : pack) {
    if (!form_[id].is_union() || contains(decided, id)) continue;
    if (found || (!form_[id].any_of.empty() && !form_[id].one_of.empty())) return std::nullopt;
    found = id;
  }
  return found;
}

bool ModelBuilder::describes_type(NodeId branch, TypeSet types) const {
  const std::vector<NodeId> pack = flatten(form_, branch);
  const bool has_parts = std::any_of(pack.begin(), pack.end(), [this](NodeId id) {
    const Node& node = form_[id];
    return !node.properties.empty() || node.items || !node.prefix_items.empty() ||
           !node.pattern_properties.empty() ||
           (node.additional_properties && says_something(*node.additional_properties)) ||
           !node.enumeration.empty() || node.constant || node.content_schema || node.is_base64 ||
           node.is_union();
  });
  return has_parts || (types_of(form_, pack) & types) != types;
}

TypeId ModelBuilder::make_union(const std::vector<NodeId>& pack, NodeId chosen, TypeSet types,
                                const Context& context) {
  const Node& node = form_[chosen];
  std::vector<NodeId> branches;
  for (const NodeId branch : node.branches()) {
    if (types_of(form_, flatten(form_, branch)) != kNull) branches.push_back(branch);
  }
  TypeSet around = kAnyType;
  std::vector<NodeId> rest;
  for (const NodeId id : pack) {
    if (id != chosen) rest.push_back(id);
    around = around & form_[id].types;
  }
  const bool describes = std::any_of(branches.begin(), branches.end(), [&](NodeId branch) {
    return describes_type(branch, around.without(kNull));
  });
  if (!describes) return make_plain(pack, types, context);
  if (branches.size() > kMaxAlternatives) return refuse_alternatives(node, branches.size());
  Context inside = context.part();
  inside.decided = context.decided;
  if (node.has_parts()) {
    rest.push_back(chosen);
    inside.decided.push_back(chosen);
  }

  UnionType type{.alternatives = {}, .node = chosen, .decided = {chosen}};
  for (std::size_t i = 0; i < branches.size(); ++i) {
    std::vector<NodeId> alternative = rest;
    add_missing(flatten(form_, branches[i]), alternative);
    if (branches.size() > 1)
      inside.member = context.inside(alternative_name(branches[i], i)).member;
    type.alternatives.push_back(make_alternative(std::move(alternative), inside));
  }
  const TypeId first = type.alternatives.front().type;
  const bool all_same = std::all_of(type.alternatives.begin(), type.alternatives.end(),
                                    [first](const Alternative& a) { return a.type == first; });
  if (all_same) return first;
  return add_union(std::move(type), pack, chosen, context);
}

TypeId ModelBuilder::refuse_alternatives(const Node& node, std::size_t count) {
  diagnostics_.warning(
      node.location.child(node.one_of.empty() ? "anyOf" : "oneOf").key(),
      fmt::format("these are {} alternatives, of which std::variant can be compiled with up to {}: "
                  "the C++ type is eventc::Json",
                  count, kMaxAlternatives));
  return scalar(Scalar::Json);
}

Alternative ModelBuilder::make_alternative(std::vector<NodeId> pack, const Context& inside) {
  const TypeId type = type_without_null(type_of(pack, inside));
  return {type, std::move(pack), inside.decided};
}

std::optional<ConditionPlan> ModelBuilder::find_conditions(
    const std::vector<NodeId>& pack, TypeSet types, const std::vector<NodeId>& decided) const {
  if (types != kObject) return std::nullopt;
  auto plan = plan_conditions(form_, pack, decided);
  return plan && plan->ways.size() <= kMaxAlternatives ? std::move(plan) : std::nullopt;
}

bool ModelBuilder::may_choose(const Context& context) {
  return context.decided.empty() || inner_choices_++ < form_.nodes.size();
}

TypeId ModelBuilder::make_conditional(const std::vector<NodeId>& pack, ConditionPlan plan,
                                      const Context& context) {
  UnionType type{.alternatives = {},
                 .node = std::nullopt,
                 .by_condition = std::move(plan.selector),
                 .decided = std::move(plan.conditions)};
  for (ConditionWay& way : plan.ways) {
    Context inside = context.inside(way.name);
    inside.decided = context.decided;
    inside.decided.insert(inside.decided.end(), way.decided.begin(), way.decided.end());
    type.alternatives.push_back(make_alternative(std::move(way.pack), inside));
  }
  return add_union(std::move(type), pack, pack.back(), context);
}

std::string ModelBuilder::alternative_name(NodeId branch, std::size_t index) const {
  for (const NodeId id : flatten(form_, branch)) {
    for (const NodeProperty& property : form_[id].properties) {
      const auto& constant = form_[property.schema].constant;
      if (constant && constant->is_string()) return constant->get<std::string>();
    }
  }
  const auto named = own_names_.find(follow(form_, branch));
  return named != own_names_.end() ? named->second : "alternative " + std::to_string(index + 1);
}

TypeId ModelBuilder::type_without_null(TypeId type) const {
  const auto* const optional = model_.as<OptionalType>(type);
  return optional == nullptr ? type : optional->value;
}

TypeId ModelBuilder::make_union_of_types(const std::vector<NodeId>& pack, TypeSet types,
                                         const Context& context) {
  UnionType type{.alternatives = {}, .node = std::nullopt};
  for (const TypeSet category : kCategories) {
    if (!types.has(category)) continue;
    const TypeId one = category == kObject   ? make_object(pack, context.inside("object"))
                       : category == kString ? make_plain(pack, kString, context.inside("string"))
                                             : make_plain(pack, types & category, context.part());
    type.alternatives.push_back({one, pack});
  }
  return add_union(std::move(type), pack, pack.back(), context);
}

TypeId ModelBuilder::add_union(UnionType type, const std::vector<NodeId>& pack, NodeId node,
                               const Context& context) {
  const TypeId id = add({std::move(type), context.document, {}, node});
  return add({AliasType{id, pack}, context.document, candidates(node, beside_root(context)), node});
}

}  // namespace eventc::compiler
