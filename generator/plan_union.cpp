// SPDX-License-Identifier: Apache-2.0
#include "plan_union.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "outcome.hpp"

namespace eventc::compiler {
namespace {

/// A case of a selector names types and values, no patterns.
Outcome selectable_outcome(const NormalForm& form, const std::vector<NodeId>& pack,
                           const std::string& name) {
  Outcome outcome = outcome_of_member(form, pack, name);
  outcome.pattern.reset();
  return outcome;
}

class UnionPlanner {
 public:
  /// What stands beside the union holds in every branch, and helps to tell them apart.
  UnionPlanner(const NormalForm& form, const Node& node) : form_(form) {
    const std::vector<NodeId> beside = flatten(form, node.id);
    TypeSet types_beside = kAnyType;
    for (const NodeId id : beside) types_beside = types_beside & form[id].types;
    for (const NodeId branch : node.branches()) {
      const std::vector<NodeId> pack = flatten(form, branch);
      const TypeSet types = types_of(form, pack);
      if (types == kNull) null_branch_ = types_.size();
      types_.push_back(types & types_beside);
      packs_.push_back(beside);
      packs_.back().insert(packs_.back().end(), pack.begin(), pack.end());
    }
  }

  UnionPlan run() {
    UnionPlan plan{.selector = by_type(), .null_branch = null_branch_};
    if (!plan.selector) plan.selector = by_property();
    if (!plan.selector) plan.selector = by_member();
    return plan;
  }

 private:
  std::optional<BranchSelector> by_type() const {
    if (!disjoint(kAnyType)) return std::nullopt;
    BranchSelector selector;
    for (std::size_t i = 0; i < types_.size(); ++i) {
      if (types_[i].empty()) continue;  // no value belongs to it
      selector.by_type.push_back({visible(types_[i]), false, {}, i});
    }
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
    std::set<std::string> tried;
    for (const std::vector<NodeId>& pack : packs_) {
      for (const NodeId id : pack) {
        for (const NodeProperty& property : form_[id].properties) {
          if (!tried.insert(property.name).second) continue;
          if (auto selector = by_property(property.name)) return selector;
        }
      }
    }
    return std::nullopt;
  }

  std::optional<BranchSelector> by_property(const std::string& name) const {
    BranchSelector selector{.by_type = by_other_types(), .property = name};
    std::vector<Outcome> outcomes;
    for (std::size_t i = 0; i < packs_.size(); ++i) {
      if (!types_[i].has(kObject)) continue;
      const Outcome outcome = selectable_outcome(form_, packs_[i], name);
      if (std::any_of(outcomes.begin(), outcomes.end(),
                      [&](const Outcome& other) { return overlap(outcome, other); })) {
        return std::nullopt;
      }
      outcomes.push_back(outcome);
      add_cases(outcome, i, selector.by_property);
    }
    return selector;
  }

  /// Cases for what is no object.
  std::vector<BranchCase> by_other_types() const {
    std::vector<BranchCase> cases;
    for (std::size_t i = 0; i < types_.size(); ++i) {
      const TypeSet others = types_[i].without(kObject);
      if (!others.empty()) cases.push_back({visible(others), false, {}, i});
    }
    return cases;
  }

  std::optional<BranchSelector> by_member() const {
    if (!disjoint(kAnyType.without(kObject))) return std::nullopt;
    std::map<std::size_t, std::vector<std::string>> required;  // of branches that hold objects
    std::map<std::string, std::size_t> required_by;            // by how many of them
    for (std::size_t i = 0; i < packs_.size(); ++i) {
      if (!types_[i].has(kObject)) continue;
      required[i] = required_members(form_, packs_[i]);
      for (const std::string& name : required[i]) ++required_by[name];
    }
    BranchSelector selector{.by_type = by_other_types()};
    for (const auto& [branch, names] : required) {
      const auto own = std::find_if(names.begin(), names.end(), [&](const std::string& name) {
        return required_by.at(name) == 1;
      });
      if (own == names.end()) return std::nullopt;
      selector.by_member.push_back({*own, branch});
    }
    return selector;
  }

  static void add_cases(const Outcome& outcome, std::size_t branch,
                        std::vector<BranchCase>& cases) {
    if (!outcome.values) {
      if (outcome.types.empty() && !outcome.absent) return;
      cases.push_back({visible(outcome.types), outcome.absent, {}, branch});
      return;
    }
    for (const Json& value : *outcome.values) cases.push_back({{}, false, value, branch});
    if (outcome.absent) cases.push_back({{}, true, {}, branch});
  }

  const NormalForm& form_;
  std::vector<std::vector<NodeId>> packs_;
  std::vector<TypeSet> types_;
  std::optional<std::size_t> null_branch_;
};

}  // namespace

UnionPlan plan_union(const NormalForm& form, const Node& node) {
  return UnionPlanner(form, node).run();
}

BranchSelector select_by_type(TypeSet types) {
  BranchSelector selector;
  for (const TypeSet category : kCategories) {
    if (types.has(category))
      selector.by_type.push_back({category, false, {}, selector.by_type.size()});
  }
  return selector;
}

BranchSelector without_branch(BranchSelector selector, std::optional<std::size_t> removed) {
  if (!removed) return selector;
  for (auto* const cases : {&selector.by_type, &selector.by_property}) {
    std::erase_if(*cases, [&](const BranchCase& one) { return one.branch == *removed; });
    for (BranchCase& one : *cases) one.branch -= one.branch > *removed ? 1 : 0;
  }
  std::erase_if(selector.by_member, [&](const OwnMember& one) { return one.branch == *removed; });
  for (OwnMember& one : selector.by_member) one.branch -= one.branch > *removed ? 1 : 0;
  return selector;
}

}  // namespace eventc::compiler
