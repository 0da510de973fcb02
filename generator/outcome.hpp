// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "normalize/normal_form.hpp"
#include "pattern/pattern.hpp"

namespace eventc::compiler {

/// What can stand at a location under some schemas. It may say too much, never too little: where
/// two outcomes do not overlap, no value belongs to both.
struct Outcome {
  /// Nothing may stand there.
  bool absent = false;
  TypeSet types = kAnyType;
  /// The only values: scalars that are compared exactly. None: any of the types.
  std::optional<std::vector<Json>> values = {};
  /// Of a string; never one that PCRE2 decides.
  std::optional<Pattern> pattern = {};

  bool operator==(const Outcome&) const = default;
};

/// Whether the values of an enumeration that `x-eventc` calls open are all that there are. A reader
/// keeps others; a payload with another is not told by it to be this event.
enum class OpenEnums { MayHoldOthers, AreClosed };

/// The types that the first byte of a value cannot tell from these: it does not say whether a
/// number has a fraction.
[[nodiscard]] TypeSet visible(TypeSet types);

/// Whether something is possible under both: nothing, or the same value. Strings are known to
/// differ by their values and by their patterns, which may have no text in common.
[[nodiscard]] bool overlap(const Outcome& left, const Outcome& right);

/// A value to which all schemas of the pack apply.
[[nodiscard]] Outcome outcome_of_value(const NormalForm& form, const std::vector<NodeId>& pack,
                                       OpenEnums open_enums);

/// The member of an object to which all schemas of the pack apply. One that none of them declares
/// can be anything, unless one refuses it.
[[nodiscard]] Outcome outcome_of_member(const NormalForm& form, const std::vector<NodeId>& pack,
                                        const std::string& name);

/// Whether the node refuses every member that it does not declare.
[[nodiscard]] bool is_closed(const NormalForm& form, const Node& node);

}  // namespace eventc::compiler
