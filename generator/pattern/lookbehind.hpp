// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <variant>

#include "pattern/regex.hpp"

namespace eventc::compiler::pattern_syntax {

/// What a lookbehind holds, in alternatives of which each takes one number of characters, and whose
/// groups do, too: all that PCRE2 (before 10.43) looks behind for. ECMA-262 has no such limit.
///
/// Refused: repeats without a limit, back-references, and what comes to more than 256 alternatives
/// or 65535 characters. `source` is quoted in refusals.
[[nodiscard]] std::variant<Disjunction, Refusal> with_fixed_lengths(const Disjunction& lookbehind,
                                                                    std::string_view source);

}  // namespace eventc::compiler::pattern_syntax
