// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <variant>

#include "pattern/pattern.hpp"
#include "pattern/regex.hpp"

namespace eventc::compiler::pattern_syntax {

/// ECMA-262 (2023), 22.2.1 with the `u` flag: the text to its tree. A refusal says why it is no
/// regular expression. References are bound to their groups, and a name may be given to several
/// groups of which one text takes one at the most (as ECMA-262 of 2025 has it).
///
/// Schemas in the wild were written without the flag. What annex B has for those, and has one
/// meaning in every dialect, is read: a backslash before any character but ASCII letters and
/// digits; "]", "}" and a "{" that begins no count, standing for themselves; a "-" beside a class
/// within a class ("[\w-.]"); a count behind a lookahead. Octal escapes are not, nor is
/// "[[:alpha:]]", which is meant otherwise than it would be read.
[[nodiscard]] std::variant<Regex, Refusal> read_regex(std::string_view source);

}  // namespace eventc::compiler::pattern_syntax
