// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "pattern/regex.hpp"

namespace eventc::compiler::pattern_syntax {

/// One character as PCRE2 reads it, in its UTF mode and without any other option: "a", "\.",
/// "[0-9a-f]", "\d", "\p{L}", "[^\x{e9}]". It is printable ASCII without a `"`.
[[nodiscard]] std::string pcre2_class(const CharacterClass& characters);

}  // namespace eventc::compiler::pattern_syntax
