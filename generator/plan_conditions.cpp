// SPDX-License-Identifier: Apache-2.0
#include "plan_conditions.hpp"

#include <algorithm>

#include "outcome.hpp"

namespace eventc::compiler {
namespace {

/// What "if" asks for: a member that is one of these.
struct Test {
  std::string member;
  std::vector<Json> values;
  bool holds_if_absent = false;
};

bool can_be_selected(const Json& value) {
  return value.is_string() || value.is_boolean() || value.is_null() || value.is_number_integer();
}

/// The values of a schema that asks for nothing else.
std::optional<std::vector<Json>> only_values(const NormalForm& form, NodeId schema) {
  const std::vector<NodeId> pack = flatten(form, schema);
  if (pack.size() != 1) return std::nullopt;
  Node rest = form[pack.front()];
  std::vector<Json> values = std::move(rest.enumeration);
  if (rest.constant) values.assign(1, *rest.constant);
  const bool are_allowed = std::all_of(values.begin(), values.end(), [&](const Json& value) {
    return can_be_selected(value) && rest.types.has(type_of_value(value));
  });
  rest.types = kAnyType;
  rest.enumeration.clear();
  rest.constant.reset();
  if (values.empty() || !are_allowed || rest.asserts_itself()) return std::nullopt;
  return values;
}

std::optional<Test> test_of(const NormalForm& form, const Node& node) {
  if (!node.if_ || node.is_union() || (!node.then_ && !node.else_)) return std::nullopt;
  const std::vector<NodeId> pack = flatten(form, *node.if_);
  if (pack.size() != 1 || form[pack.front()].properties.size() != 1) return std::nullopt;
  Node rest = form[pack.front()];
  if (!rest.types.has(kObject)) return std::nullopt;
  const NodeProperty property = rest.properties.front();
  const auto values = only_values(form, property.schema);
  const bool is_required =
      std::find(rest.required.begin(), rest.required.end(), property.name) != rest.required.end();
  if (rest.required.size() != (is_required ? 1 : 0)) return std::nullopt;
  rest.types = kAnyType;
  rest.properties.clear();
  rest.required.clear();
  if (!values || rest.asserts_itself()) return std::nullopt;
  return Test{property.name, *values, !is_required};
}

/// What the member may be, as far as conditions tell it apart.
struct Class {
  bool absent = false;
  std::optional<Json> value = {};  ///< none, and not absent: any that no condition names

  [[nodiscard]] bool passes(const Test& test) const {
    if (absent) return test.holds_if_absent;
    return value && std::find(test.values.begin(), test.values.end(), *value) != test.values.end();
  }
};

class ConditionPlanner {
 public:
  ConditionPlanner(const NormalForm& form, const std::vector<NodeId>& pack, std::string member,
                   const std::vector<NodeId>& decided)
      : form_(form), pack_(pack), member_(std::move(member)), given_(decided) {}

  std::optional<ConditionPlan> run() {
    collect(pack_);
    for (const Class& one : classes()) file(one);
    const bool gives_members =
        std::any_of(plan_.ways.begin(), plan_.ways.end(),
                    [this](const ConditionWay& way) { return this->gives_members(way); });
    if (plan_.ways.size() < 2 || !gives_members) return std::nullopt;
    plan_.selector.property = member_;
    return std::move(plan_);
  }

 private:
  std::optional<Test> test(NodeId id) const {
    if (contains(given_, id)) return std::nullopt;
    std::optional<Test> found = test_of(form_, form_[id]);
    return found && found->member == member_ ? found : std::nullopt;
  }

  /// The conditions, and the values that they name.
  void collect(const std::vector<NodeId>& nodes) {
    for (const NodeId id : nodes) {
      const auto found = test(id);
      if (!found || contains(plan_.conditions, id)) continue;
      plan_.conditions.push_back(id);
      for (const Json& value : found->values) {
        if (std::find(values_.begin(), values_.end(), value) == values_.end())
          values_.push_back(value);
      }
      for (const auto& next : {form_[id].then_, form_[id].else_}) {
        if (next) collect(flatten(form_, *next));
      }
    }
  }

  /// Those that the pack allows; the most special come first.
  std::vector<Class> classes() const {
    const Outcome outcome = outcome_of_member(form_, pack_, member_);
    std::vector<Class> classes;
    for (const Json& value : outcome.values ? *outcome.values : values_)
      classes.push_back({.value = value});
    if (outcome.absent) classes.push_back({.absent = true});
    if (!outcome.values) classes.push_back({});
    return classes;
  }

  void file(const Class& one) {
    ConditionWay way;
    apply(pack_, way);
    follow_way(pack_, one, way);
    const bool is_named =
        one.value && std::find(values_.begin(), values_.end(), *one.value) != values_.end();
    if (is_named) {
      way.name = one.value->is_string() ? one.value->get<std::string>()
                                        : member_ + " " + one.value->dump();
    }
    const auto known =
        std::find_if(plan_.ways.begin(), plan_.ways.end(),
                     [&](const ConditionWay& other) { return other.pack == way.pack; });
    const auto index = static_cast<std::size_t>(known - plan_.ways.begin());
    if (known == plan_.ways.end()) plan_.ways.push_back(std::move(way));
    const TypeSet types = one.absent || one.value ? TypeSet() : kAnyType;
    plan_.selector.by_property.push_back({types, one.absent, one.value, index});
  }

  void apply(const std::vector<NodeId>& nodes, ConditionWay& way) const {
    for (const NodeId id : nodes) {
      const bool is_condition = test(id).has_value();
      const bool says_more = form_[id].types != kAnyType || form_[id].asserts_beside_choices();
      if (contains(way.pack, id) || (is_condition && !says_more)) continue;
      way.pack.push_back(id);
      if (is_condition) way.decided.push_back(id);
    }
  }

  /// What the conditions among the nodes lead to.
  void follow_way(const std::vector<NodeId>& nodes, const Class& one, ConditionWay& way) const {
    for (const NodeId id : nodes) {
      const auto found = test(id);
      if (!found) continue;
      const Node& node = form_[id];
      const bool passes = one.passes(*found);
      if (passes) apply(flatten(form_, *node.if_), way);
      const auto& next = passes ? node.then_ : node.else_;
      if (!next) continue;
      const std::vector<NodeId> consequences = flatten(form_, *next);
      apply(consequences, way);
      follow_way(consequences, one, way);
    }
  }

  bool gives_members(const ConditionWay& way) const {
    return std::any_of(way.pack.begin(), way.pack.end(), [&](NodeId id) {
      const std::vector<NodeProperty>& own = form_[id].properties;
      return !contains(pack_, id) &&
             std::any_of(own.begin(), own.end(), [&](const NodeProperty& property) {
               return property.name != member_ && is_new(property);
             });
    });
  }

  /// Whether the pack says nothing of a member that this has a schema for.
  bool is_new(const NodeProperty& property) const {
    const TypeSet types = types_of(form_, flatten(form_, property.schema));
    if (types.empty() || types == kAnyType) return false;
    return std::none_of(pack_.begin(), pack_.end(), [&](NodeId id) {
      return std::any_of(form_[id].properties.begin(), form_[id].properties.end(),
                         [&](const NodeProperty& declared) {
                           return declared.name == property.name &&
                                  !flatten(form_, declared.schema).empty();
                         });
    });
  }

  const NormalForm& form_;
  const std::vector<NodeId>& pack_;
  std::string member_;
  const std::vector<NodeId>& given_;
  std::vector<Json> values_;
  ConditionPlan plan_;
};

}  // namespace

std::optional<ConditionPlan> plan_conditions(const NormalForm& form,
                                             const std::vector<NodeId>& pack,
                                             const std::vector<NodeId>& decided) {
  std::vector<std::string> tried;
  for (const NodeId id : pack) {
    const auto test = contains(decided, id) ? std::nullopt : test_of(form, form[id]);
    if (!test || std::find(tried.begin(), tried.end(), test->member) != tried.end()) continue;
    tried.push_back(test->member);
    if (auto plan = ConditionPlanner(form, pack, test->member, decided).run()) return plan;
  }
  return std::nullopt;
}

}  // namespace eventc::compiler
