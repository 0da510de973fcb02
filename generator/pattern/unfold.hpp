// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <variant>

#include "pattern/regex.hpp"
#include "pattern/sequences.hpp"

namespace eventc::compiler::pattern_syntax {

/// A tree to its sequences, any of which may match. Anchors stand wherever they stood. Nothing is
/// decided here about backtracking, but that what looks around or back, what needs Unicode's
/// tables, and groups without a limit have no sequences. `source` is quoted in refusals.
[[nodiscard]] std::variant<Sequences, Refusal> unfold(const Regex& regex, std::string_view source);

}  // namespace eventc::compiler::pattern_syntax
