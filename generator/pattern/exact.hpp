// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "pattern/sequences.hpp"

namespace eventc::compiler::pattern_syntax {

/// Sequences to branches that need no backtracking; `source` is quoted in refusals.
///
/// A step has a choice where it may take more or fewer characters. The choice is forced, "as many
/// as there are", when none of the characters that it could leave begins anything that can follow:
/// then whatever is left over can't be matched. Where it is not forced,
///  - a step before a tail of fixed length at an anchored end takes all but the tail;
///  - a choice among few is made into branches of one way each;
///  - anything else is refused.
[[nodiscard]] std::variant<std::vector<Pattern::Branch>, Refusal> exact_branches(
    const Sequences& sequences, std::string_view source);

}  // namespace eventc::compiler::pattern_syntax
