// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <variant>

#include "pattern/sequences.hpp"

namespace eventc::compiler::pattern_syntax {

/// ECMA-262 (2023), 22.2.1 with the `u` flag: the text to its sequences, any of which may match.
/// Anchors stand wherever they stood. Nothing is decided here about backtracking.
[[nodiscard]] std::variant<Sequences, Refusal> read_pattern(std::string_view source);

}  // namespace eventc::compiler::pattern_syntax
