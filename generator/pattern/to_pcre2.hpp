// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "pattern/regex.hpp"

namespace eventc::compiler::pattern_syntax {

/// A tree as a pattern of PCRE2 (10.40 or newer) that matches the same texts, when it is searched
/// for anywhere in them with PCRE2_UTF, PCRE2_MATCH_UNSET_BACKREF and no other option (`$`, `.`,
/// `\s` and the like, which options change, are never written). It is printable ASCII without a
/// `"`, so that `R"(…)"` holds it.
///
/// Refused is what PCRE2 has no pattern for: counts past 65535, lookbehind without a limit (see
/// with_fixed_lengths()), some references into repeated groups (see plan_captures()), and what its
/// compiler finds too large. `source` is quoted in refusals.
[[nodiscard]] std::variant<std::string, Refusal> to_pcre2(const Regex& regex,
                                                          std::string_view source);

}  // namespace eventc::compiler::pattern_syntax
