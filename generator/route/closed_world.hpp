// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "normalize/normal_form.hpp"
#include "outcome.hpp"

/// Payloads that hold nothing but what their schema declares. Services add members without notice,
/// so payloads are not like that; but that two events differ can only be proved of what is
/// declared.
namespace eventc::compiler {

/// A step down into a payload: to a member, or to the first item of an array.
struct PathStep {
  bool first_item = false;
  std::string member = {};

  auto operator<=>(const PathStep&) const = default;
};

using Path = std::vector<PathStep>;

/// As JSON Pointer: "/Records/0/kinesis"; "the payload itself" for the root.
[[nodiscard]] std::string to_string(const Path& path);

/// The schemas that apply to one value together: see flatten().
using Pack = std::vector<NodeId>;

/// What "anyOf" and "oneOf" make of a pack: every value belongs to one of these packs at least, in
/// which a branch of each union stands beside it. Packs that no value has are left out. Nothing:
/// there would be more than 64.
[[nodiscard]] std::optional<std::vector<Pack>> possible_packs(const NormalForm& form,
                                                              const Pack& pack);

/// A value below another one.
struct Child {
  /// False: there is none.
  bool possible = true;
  bool may_be_absent = true;
  /// Its schemas. Empty: it can be anything.
  Pack pack = {};
};

/// What is below a value to which all schemas of the pack apply. Unions are not looked into: ask
/// for each of the possible packs.
[[nodiscard]] Child child_of(const NormalForm& form, const Pack& pack, const PathStep& step);

/// Those for each of "properties", in the order of the schemas.
[[nodiscard]] std::vector<std::pair<std::string, Child>> properties_of(const NormalForm& form,
                                                                       const Pack& pack);

/// What can be a value to which all schemas of the pack apply, unions looked into; enumerations are
/// closed.
[[nodiscard]] Outcome closed_outcome(const NormalForm& form, const Pack& pack);

/// What can stand at a path of a payload. An absent outcome without types: nothing ever does.
[[nodiscard]] Outcome outcome_at(const NormalForm& form, const Pack& root, const Path& path);

}  // namespace eventc::compiler
