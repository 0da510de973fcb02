// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

namespace eventc::compiler {

/// The candidate that a misspelled word most likely means: the one with the smallest edit distance,
/// if that is at most a third of the word, or 1 for a word of two letters. Empty when none is so
/// close, or the word is longer than anybody types. Of equals the first.
[[nodiscard]] std::string_view suggest(std::string_view word,
                                       const std::vector<std::string_view>& candidates);

}  // namespace eventc::compiler
