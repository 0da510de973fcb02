// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "normalize/normal_form.hpp"
#include "plan_union.hpp"

namespace eventc::compiler {

/// One of the ways that the conditions of a pack go together.
struct ConditionWay {
  /// What applies to an object that goes it: the schemas of the pack, those in "if" that it
  /// satisfies, and what it takes of "then" and "else". A schema that is a condition and nothing
  /// else is left out.
  std::vector<NodeId> pack;
  /// Of these, the ones whose condition is decided.
  std::vector<NodeId> decided;
  /// A value of the member that leads here; "other" where all do that no condition names.
  std::string name = "other";
};

struct ConditionPlan {
  std::vector<ConditionWay> ways;
  /// By the member: which way an object goes.
  BranchSelector selector;
  /// The conditions that the ways decide.
  std::vector<NodeId> conditions;
};

/// How "if" decides on an object by a member that is a constant or one of several, where that gives
/// it members of its own:
///     {"if": {"properties": {"kind": {"const": "card"}}},
///      "then": {"properties": {"number": {"type": "string"}}}}
/// Conditions on the same member, in "allOf" or one in the "else" of the other, are decided
/// together. None where no condition is of this kind. `decided` are conditions that no longer
/// count.
[[nodiscard]] std::optional<ConditionPlan> plan_conditions(const NormalForm& form,
                                                           const std::vector<NodeId>& pack,
                                                           const std::vector<NodeId>& decided);

}  // namespace eventc::compiler
