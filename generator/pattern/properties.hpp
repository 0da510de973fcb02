// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "pattern/regex.hpp"

namespace eventc::compiler::pattern_syntax {

/// What stands between the braces of `\p{…}`, as ECMA-262 (2023), 22.2.1 and its tables 67 to 69
/// have it: "Letter", "L", "General_Category=Letter", "Script=Greek", "scx=Grek", "Alphabetic",
/// "ASCII". Names are compared exactly, as there.
///
/// Properties of ASCII alone and `Any` are plain sets; others keep the name that PCRE2 knows them
/// by. What is no such property, or one that PCRE2 does not know, gives the reason. Values are
/// those of Unicode 14, which PCRE2 10.42 has.
[[nodiscard]] std::variant<CharacterClass, std::string> property_class(std::string_view text);

}  // namespace eventc::compiler::pattern_syntax
