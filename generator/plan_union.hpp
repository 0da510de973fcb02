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

/// A member that this branch requires, and no other branch does.
struct OwnMember {
  std::string name;
  std::size_t branch = 0;
};

/// How to tell which branch of a union a value belongs to.
struct BranchSelector {
  /// By the value's own type, or
  std::vector<BranchCase> by_type;
  /// for an object by this member. Both prove that no value belongs to two branches.
  std::string property = {};
  std::vector<BranchCase> by_property = {};
  /// Or by which of these the object has, a branch's own members in the branches' order. An object
  /// that has one of them can belong to its branch alone; one that has several has to be tried.
  std::vector<OwnMember> by_member = {};
};

struct UnionPlan {
  /// None: nothing tells the branches apart, and each has to be tried.
  std::optional<BranchSelector> selector;
  /// The branch that holds null alone.
  std::optional<std::size_t> null_branch;
};

/// How to find the branch of a node's "oneOf", or of its "anyOf" where it has no "oneOf". Branches
/// are told apart by type, by the presence, the type or the fixed values of a member, or by members
/// that each of them requires for itself.
[[nodiscard]] UnionPlan plan_union(const NormalForm& form, const Node& node);

/// Of a list of types, whose alternatives stand in the order of kCategories.
[[nodiscard]] BranchSelector select_by_type(TypeSet types);

/// The same where a branch is no alternative: those behind it move up.
[[nodiscard]] BranchSelector without_branch(BranchSelector selector,
                                            std::optional<std::size_t> removed);

}  // namespace eventc::compiler
