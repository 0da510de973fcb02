// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pattern/pattern.hpp"

/// What several patterns match together.
namespace eventc::compiler {

/// What is known of the texts that all of some patterns match.
struct CommonText {
  enum class Verdict {
    Found,      ///< `text` is one of the shortest.
    None,       ///< There is none.
    Undecided,  ///< Too many cases to try: counts are too large. Or PCRE2 decides one of them.
  };

  Verdict verdict = Verdict::None;
  std::string text = {};

  bool operator==(const CommonText&) const = default;
};

/// Searches the product of the patterns' automata, breadth first. Letters and digits are preferred
/// for what the patterns leave open. No patterns: the empty text.
[[nodiscard]] CommonText find_common_text(const std::vector<Pattern>& patterns);

/// Nothing: undecided, as above.
[[nodiscard]] std::optional<bool> matches(const Pattern& pattern, std::string_view text);

/// The pattern of texts with so many characters; no `max`: any more.
[[nodiscard]] Pattern length_pattern(std::size_t min, std::optional<std::size_t> max);

/// The pattern of one text.
[[nodiscard]] Pattern text_pattern(std::string_view text);

}  // namespace eventc::compiler
