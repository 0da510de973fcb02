// SPDX-License-Identifier: Apache-2.0
#include "plan_union.hpp"

#include <algorithm>

namespace eventc::compiler {
namespace {

/// The first byte of a number does not tell whether it has a fraction.
TypeSet visible(TypeSet types) { return types.has(kNumber) ? types | kNumber : types; }

/// What a member can be in the objects of a branch.
struct Outcome {
  bool absent = true;
  TypeSet types = kAnyType;
  /// The only values; none: any of the types.
  std::optional<std::vector<Json>> values;
};

bool has_value_of(const std::vector<Json>& values, TypeSet types) {
  return std::any_of(values.begin(), values.end(), [types](const Json& v) { return visible(type_of_value(v)).has(types); });
}

bool share_value(const std::vector<Json>& left, const std::vector<Json>& right) {
  return std::any_of(left.begin(), left.end(),
                     [&](const Json& v) { return std::find(right.begin(), right.end(), v) != right.end(); });
}

bool overlap(const Outcome& left, const Outcome& right) {
  if (left.absent && right.absent) return true;
  if (left.values && right.values) return share_value(*left.values, *right.values);
  if (left.values) return has_value_of(*left.values, visible(right.types));
  if (right.values) return has_value_of(*right.values, visible(left.types));
  return visible(left.types).has(visible(right.types));
}

/// Whether it refuses every member that it does not declare.
bool is_closed(const NormalForm& form, const Node& node) {
  return node.additional_properties && node.pattern_properties.empty() &&
         types_of(form, flatten(form, *node.additional_properties)).empty();
}

Outcome outcome_of(const NormalForm& form, const std::vector<NodeId>& pack, const std::string& name) {
  Outcome outcome;
  std::vector<NodeId> schemas;
  for (const NodeId id : pack) {
    const Node& node = form[id];
    const auto declared = std::find_if(node.properties.begin(), node.properties.end(),
                                       [&](const NodeProperty& p) { return p.name == name; });
    if (declared != node.properties.end()) schemas.push_back(declared->schema);
    if (declared == node.properties.end() && is_closed(form, node)) outcome.types = {};
    if (std::find(node.required.begin(), node.required.end(), name) != node.required.end()) outcome.absent = false;
  }
  const std::vector<NodeId> member = flatten(form, schemas);
  outcome.types = outcome.types & types_of(form, member);
  for (const NodeId id : member) {
    const Node& node = form[id];
    if (node.constant) outcome.values = std::vector<Json>{*node.constant};
    if (!node.enumeration.empty() && !node.extension.open && !outcome.values) outcome.values = node.enumeration;
  }
  const bool comparable = outcome.values && std::none_of(outcome.values->begin(), outcome.values->end(), [](const Json& v) {
    return v.is_structured() || v.is_number_float();
  });
  if (!comparable) outcome.values.reset();
  return outcome;
}

class UnionPlanner {
 public:
  UnionPlanner(const NormalForm& form, const Node& node) : form_(form) {
    for (const NodeId branch : node.branches()) {
      packs_.push_back(flatten(form, branch));
      types_.push_back(types_of(form, packs_.back()));
    }
  }

  UnionPlan run() {
    UnionPlan plan;
    for (std::size_t i = 0; i < types_.size(); ++i) {
      if (types_[i] == kNull) plan.null_branch = i;
    }
    plan.selector = by_type();
    if (!plan.selector) plan.selector = by_property();
    return plan;
  }

 private:
  std::optional<BranchSelector> by_type() const {
    if (!disjoint(kAnyType)) return std::nullopt;
    BranchSelector selector;
    for (std::size_t i = 0; i < types_.size(); ++i) selector.by_type.push_back({visible(types_[i]), false, {}, i});
    return selector;
  }

  /// Whether no two branches have a type in common, of those looked at.
  bool disjoint(TypeSet looked_at) const {
    TypeSet seen;
    for (const TypeSet types : types_) {
      const TypeSet these = visible(types) & looked_at;
      if (these.has(seen)) return false;
      seen = seen | these;
    }
    return true;
  }

  std::optional<BranchSelector> by_property() const {
    if (!disjoint(kAnyType.without(kObject))) return std::nullopt;
    for (const std::vector<NodeId>& pack : packs_) {
      for (const NodeId id : pack) {
        for (const NodeProperty& property : form_[id].properties) {
          if (auto selector = by_property(property.name)) return selector;
        }
      }
    }
    return std::nullopt;
  }

  std::optional<BranchSelector> by_property(const std::string& name) const {
    BranchSelector selector{.by_type = {}, .property = name, .by_property = {}};
    std::vector<Outcome> outcomes;
    for (std::size_t i = 0; i < packs_.size(); ++i) {
      if (const TypeSet others = types_[i].without(kObject); !others.empty()) {
        selector.by_type.push_back({visible(others), false, {}, i});
      }
      if (!types_[i].has(kObject)) continue;
      const Outcome outcome = outcome_of(form_, packs_[i], name);
      if (std::any_of(outcomes.begin(), outcomes.end(), [&](const Outcome& other) { return overlap(outcome, other); })) {
        return std::nullopt;
      }
      outcomes.push_back(outcome);
      add_cases(outcome, i, selector.by_property);
    }
    return selector;
  }

  static void add_cases(const Outcome& outcome, std::size_t branch, std::vector<BranchCase>& cases) {
    if (!outcome.values) {
      cases.push_back({visible(outcome.types), outcome.absent, {}, branch});
      return;
    }
    for (const Json& value : *outcome.values) cases.push_back({{}, false, value, branch});
    if (outcome.absent) cases.push_back({{}, true, {}, branch});
  }

  const NormalForm& form_;
  std::vector<std::vector<NodeId>> packs_;
  std::vector<TypeSet> types_;
};

}  // namespace

UnionPlan plan_union(const NormalForm& form, const Node& node) { return UnionPlanner(form, node).run(); }

}  // namespace eventc::compiler
