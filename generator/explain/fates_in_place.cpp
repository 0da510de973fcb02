// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "explain/fate_rules.hpp"
#include "explain/runtime_rules.hpp"

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

/// Of a struct that stands for the union: all its branches are that.
bool is_of_one_type(const FateInput& in) {
  return in.reading.by != ReadBy::Struct && in.type<StructType>() != nullptr;
}

/// Whether values are read as the union's alternatives.
bool makes_variant(const FateInput& in) {
  const std::vector<Reading>& all = in.facts.readings[in.node.id].readings;
  return std::any_of(all.begin(), all.end(), [&](const Reading& reading) {
    const auto* const type = in.facts.emission.model.as<UnionType>(reading.type);
    return type != nullptr && type->node == in.node.id;
  });
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
    const auto& plan = in.facts.emission.plan.unions.at(in.node.id);
    return {{Fate::InType, fmt::format("std::variant of {}", type->alternatives.size())},
            fate_of_selection(plan.selector)};
  }
  if (is_of_one_type(in)) return {{Fate::InType, "all branches are of one type"}, {Fate::Span}};
  // A part of the alternatives, which are read when the union has been decided.
  if (in.reading.by == ReadBy::Struct && makes_variant(in)) return {};
  return {{Fate::Span, "its branches make no types of their own"}};
}

Fates fate_of_not(const FateInput& in) { return fate_of_walk(in, kAnyType); }

Fates fate_of_if(const FateInput& in) {
  if (!in.node.if_) return {{Fate::NoEffect, "there is no \"then\" and no \"else\""}};
  Fates fates = fate_of_walk(in, kAnyType);
  if (!in.node.then_ && !in.node.else_ && fates.front().fate == Fate::Span)
    fates.front().why = "for what it evaluates";
  return fates;
}

Fates fate_of_consequence(const FateInput& in) {
  const auto& consequence = in.keyword == "then" ? in.node.then_ : in.node.else_;
  if (!consequence) return {{Fate::NoEffect, "there is no \"if\""}};
  return fate_of_walk(in, kAnyType);
}

}  // namespace eventc::compiler
