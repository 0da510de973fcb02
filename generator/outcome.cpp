// SPDX-License-Identifier: Apache-2.0
#include "outcome.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "pattern/automaton.hpp"

namespace eventc::compiler {
namespace {

bool share_value(const std::vector<Json>& left, const std::vector<Json>& right) {
  return std::any_of(left.begin(), left.end(), [&](const Json& value) {
    return std::find(right.begin(), right.end(), value) != right.end();
  });
}

/// Whether a value is possible where only types and a pattern are known.
bool allows(const Outcome& outcome, const Json& value) {
  if (!visible(type_of_value(value)).has(visible(outcome.types))) return false;
  return !value.is_string() || !outcome.pattern ||
         matches(*outcome.pattern, value.get_ref<const std::string&>()).value_or(true);
}

bool allows_any(const Outcome& outcome, const std::vector<Json>& values) {
  return std::any_of(values.begin(), values.end(),
                     [&](const Json& value) { return allows(outcome, value); });
}

bool share_text(const Outcome& left, const Outcome& right) {
  if (!left.pattern || !right.pattern) return true;
  if (left.pattern->source == right.pattern->source) return true;
  return find_common_text({*left.pattern, *right.pattern}).verdict != CommonText::Verdict::None;
}

/// Structured values and fractions have many texts: they tell nothing apart.
bool are_comparable(const std::vector<Json>& values) {
  return std::none_of(values.begin(), values.end(), [](const Json& value) {
    return value.is_structured() || value.is_number_float();
  });
}

}  // namespace

TypeSet visible(TypeSet types) { return types.has(kNumber) ? types | kNumber : types; }

bool overlap(const Outcome& left, const Outcome& right) {
  if (left.absent && right.absent) return true;
  if (left.values && right.values) return share_value(*left.values, *right.values);
  if (left.values) return allows_any(right, *left.values);
  if (right.values) return allows_any(left, *right.values);
  const TypeSet shared = visible(left.types) & visible(right.types);
  return shared == kString ? share_text(left, right) : !shared.empty();
}

Outcome outcome_of_value(const NormalForm& form, const std::vector<NodeId>& pack,
                         OpenEnums open_enums) {
  Outcome outcome{.absent = false, .types = types_of(form, pack)};
  for (const NodeId id : pack) {
    const Node& node = form[id];
    const bool holds_others = node.extension.open && open_enums == OpenEnums::MayHoldOthers;
    if (node.constant) outcome.values = std::vector<Json>{*node.constant};
    if (!node.enumeration.empty() && !holds_others && !outcome.values) {
      outcome.values = node.enumeration;
    }
    const bool is_known = node.pattern && !node.pattern->pcre2;  // nothing follows from the others
    if (is_known && !outcome.pattern) outcome.pattern = node.pattern;
  }
  if (outcome.values && !are_comparable(*outcome.values)) outcome.values.reset();
  return outcome;
}

Outcome outcome_of_member(const NormalForm& form, const std::vector<NodeId>& pack,
                          const std::string& name) {
  bool absent = true;
  bool refused = false;
  std::vector<NodeId> schemas;
  for (const NodeId id : pack) {
    const Node& node = form[id];
    const auto declared = std::find_if(node.properties.begin(), node.properties.end(),
                                       [&](const NodeProperty& p) { return p.name == name; });
    if (declared != node.properties.end()) {
      schemas.push_back(declared->schema);
    } else if (is_closed(form, node)) {
      refused = true;
    }
    if (std::find(node.required.begin(), node.required.end(), name) != node.required.end()) {
      absent = false;
    }
  }
  Outcome outcome = outcome_of_value(form, flatten(form, schemas), OpenEnums::MayHoldOthers);
  outcome.absent = absent;
  if (refused) outcome.types = {};
  return outcome;
}

bool is_closed(const NormalForm& form, const Node& node) {
  return node.additional_properties && node.pattern_properties.empty() &&
         types_of(form, flatten(form, *node.additional_properties)).empty();
}

}  // namespace eventc::compiler
