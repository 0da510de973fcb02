// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "explain/fate_rules.hpp"
#include "only_branch.hpp"

// Keywords that apply schemas to the same value.

namespace eventc::compiler {
namespace {

/// How a reader finds the alternative.
KeywordFate fate_of_selection(const std::optional<BranchSelector>& select) {
  if (!select) return {Fate::Selects, "by trying one after another"};
  if (!select->by_property.empty())
    return {Fate::Selects, fmt::format("by the member \"{}\"", select->property)};
  if (select->by_member.empty()) return {Fate::Selects, "by the value's type"};
  std::vector<std::string> names;
  for (const OwnMember& own : select->by_member) names.push_back("\"" + own.name + "\"");
  return {Fate::Selects, fmt::format("by which member there is: {}", fmt::join(names, ", "))};
}

/// Whether the union is no variant, and its type that of its branches.
bool is_of_one_type(const FateInput& in) {
  if (in.reading.by == ReadBy::Struct) return false;
  const bool is_of_parts = in.reading.by == ReadBy::Shape || in.reading.by == ReadBy::Content;
  return in.type<StructType>() != nullptr ||
         (is_of_parts && only_branch(in.facts.emission.form, in.node));
}

/// Whether some values are read as the union's alternatives.
bool makes_variant(const FateInput& in) {
  const std::vector<Reading>& all = in.facts.readings[in.node.id].readings;
  return std::any_of(all.begin(), all.end(), [&](const Reading& reading) {
    const auto* const type = in.facts.emission.model.as<UnionType>(reading.type);
    return type != nullptr && type->node == in.node.id;
  });
}

/// Of what makes alternatives of a union.
Fates fates_of_choice(const FateInput& in, const UnionType& type,
                      const std::optional<BranchSelector>& select) {
  Fates fates{{Fate::InType, fmt::format("std::variant of {}", type.alternatives.size())},
              fate_of_selection(select)};
  if (in.reading.is_on_span) fates.push_back({Fate::Span});
  return fates;
}

/// The union of which the conditions of the schema are a part.
const UnionType* find_choice_by_condition(const FateInput& in) {
  const auto* const type = in.type<UnionType>();
  if (type == nullptr || !type->by_condition) return nullptr;
  return contains(type->decided, in.node.id) ? type : nullptr;
}

Fates fate_of_condition(const FateInput& in) {
  // The readings of the union tell of it.
  if (in.is_decided() || in.is_in_alternatives()) return {};
  return fate_of_walk(in, kAnyType);
}

}  // namespace

Fates fate_of_reference(const FateInput& in) {
  return {{Fate::Reference, in.place_of(*in.node.ref)}};
}

Fates fate_of_dynamic_reference(const FateInput& in) {
  Fates fates{{Fate::Reference, in.place_of(*in.node.dynamic_ref)}};
  if (!find_idle(in, kAnyType)) fates.push_back({Fate::Span});
  return fates;
}

Fates fate_of_all_of(const FateInput& in) {
  Fates fates = fate_in_type(in, kAnyType, "merged");
  const bool is_inline_codec = in.reading.by == ReadBy::Codec && in.node.asserts_itself() &&
                               fates.front().fate == Fate::InType;
  if (is_inline_codec) fates.push_back({Fate::Span});
  return fates;
}

Fates fate_of_union(const FateInput& in) {
  if (const auto idle = find_idle(in, kAnyType)) return {*idle};
  if (in.reading.by == ReadBy::NullUnion) return {{Fate::InType, "std::optional"}};
  if (const auto* const type = in.type<UnionType>(); type != nullptr && type->node == in.node.id) {
    return fates_of_choice(in, *type, in.facts.emission.plan.unions.at(in.node.id).selector);
  }
  if (is_of_one_type(in)) return {{Fate::InType, "all branches are of one type"}, {Fate::Span}};
  // The readings of the union tell of it.
  if (in.is_decided() || in.is_in_alternatives()) return {};
  if (makes_variant(in)) return {{Fate::Span}};
  return {{Fate::Span, "its branches make no types of their own"}};
}

Fates fate_of_not(const FateInput& in) { return fate_of_walk(in, kAnyType); }

Fates fate_of_if(const FateInput& in) {
  if (!in.node.if_) return {{Fate::NoEffect, "there is no \"then\" and no \"else\""}};
  if (const UnionType* const type = find_choice_by_condition(in))
    return fates_of_choice(in, *type, type->by_condition);
  Fates fates = fate_of_condition(in);
  const bool leads_nowhere = !in.node.then_ && !in.node.else_;
  if (leads_nowhere && !fates.empty() && fates.front().fate == Fate::Span)
    fates.front().why = "for what it evaluates";
  return fates;
}

Fates fate_of_consequence(const FateInput& in) {
  const auto& consequence = in.keyword == "then" ? in.node.then_ : in.node.else_;
  if (!consequence) return {{Fate::NoEffect, "there is no \"if\""}};
  if (find_choice_by_condition(in) != nullptr) return fate_in_type(in, kAnyType, "an alternative");
  return fate_of_condition(in);
}

}  // namespace eventc::compiler
