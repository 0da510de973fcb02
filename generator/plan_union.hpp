// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "normalize/normal_form.hpp"

namespace eventc::compiler {

/// What a value must be to belong to a branch: of these types (or absent), or this one.
struct BranchCase {
  TypeSet types;
  bool absent = false;
  std::optional<Json> value;
  std::size_t branch = 0;
};

/// The proof that no value belongs to two branches of a union: how to tell which it belongs to.
struct BranchSelector {
  /// By the value's own type, or
  std::vector<BranchCase> by_type;
  /// for an object by this member.
  std::string property;
  std::vector<BranchCase> by_property;
};

struct UnionPlan {
  /// None: no proof was found, and every branch has to be tried.
  std::optional<BranchSelector> selector;
  /// The branch that holds null alone.
  std::optional<std::size_t> null_branch;
};

/// How to find the branch of a node's "oneOf", or of its "anyOf" where it has no "oneOf". Branches
/// are told apart by type, or by the presence, the type or the fixed values of a member.
[[nodiscard]] UnionPlan plan_union(const NormalForm& form, const Node& node);

}  // namespace eventc::compiler
