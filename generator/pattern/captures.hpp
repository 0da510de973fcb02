// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <variant>

#include "pattern/regex.hpp"

namespace eventc::compiler::pattern_syntax {

/// The groups that a pattern for PCRE2 has numbers for, so that its references find what those of
/// ECMA-262 would. Numbers count from 1, in the order in which the groups are written.
///
/// What differs is what a group is remembered to have taken. In ECMA-262 every turn of a repeated
/// group begins without any memory of the turns before (22.2.2.3.1, step 4), in PCRE2 they stay.
/// Where a reference could see the difference, the repeated group is written as a subroutine, whose
/// calls forget what they captured.
struct CapturePlan {
  /// Of a group that is referred to, by its number in ECMA-262. Other groups capture nothing.
  std::map<std::size_t, std::size_t> captures;
  /// Of a repeated group that is written as a subroutine, by the byte where it begins.
  std::map<std::size_t, std::size_t> subroutines;
};

/// Refused: a reference from outside of a repeated group into it, where a turn need not set what it
/// refers to; and where it depends on the order in which choices are tried whether a turn that
/// takes nothing counts (it does not in ECMA-262).
[[nodiscard]] std::variant<CapturePlan, Refusal> plan_captures(const Regex& regex);

}  // namespace eventc::compiler::pattern_syntax
