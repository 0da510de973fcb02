// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <variant>

#include "pattern/sequences.hpp"

/// Rewrites of one sequence that keep what it matches.
namespace eventc::compiler::pattern_syntax {

/// A branch whose pieces are Repeat and Alternatives alone.
struct Draft {
  bool anchored_begin = false;
  bool anchored_end = false;
  Sequence pieces;
};

/// Refuses anchors that stand anywhere but at the two ends.
[[nodiscard]] std::variant<Draft, Refusal> without_anchors(const Sequence& sequence);

/// Whether a step can take nothing.
[[nodiscard]] bool can_be_empty(const Piece& piece);

/// Drops what takes nothing, joins repeats of one set, and trims what an end that is not anchored
/// makes idle. False: no text can match. Afterwards, at an end that is not anchored, the step there
/// can't be empty and takes one count only.
[[nodiscard]] bool simplify(Draft& draft);

/// The draft as it is emitted: single characters become literals, longer texts come before those
/// they begin with.
[[nodiscard]] Pattern::Branch finished(const Draft& draft);

}  // namespace eventc::compiler::pattern_syntax
