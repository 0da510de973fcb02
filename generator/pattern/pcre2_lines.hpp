// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace eventc::compiler::pattern_syntax {

/// A pattern that to_pcre2() wrote, in pieces of at most so many characters, cut between terms
/// where that is possible. Together they are the pattern.
[[nodiscard]] std::vector<std::string_view> pcre2_lines(std::string_view text, std::size_t width);

}  // namespace eventc::compiler::pattern_syntax
