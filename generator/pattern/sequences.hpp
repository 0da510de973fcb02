// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pattern/pattern.hpp"
#include "pattern/regex.hpp"

/// A pattern while it is read: groups become lists of plain sequences, any of which may match.
namespace eventc::compiler::pattern_syntax {

inline constexpr std::size_t kMaxSequences = 16;
inline constexpr std::size_t kMaxPieces = 4096;

/// One item of a sequence and the bytes of the pattern that it was read from. A plain character is
/// a Repeat of one.
struct Piece {
  std::variant<Pattern::Repeat, Pattern::Alternatives, Anchor> what;
  std::size_t begin = 0;
  std::size_t end = 0;
};

using Sequence = std::vector<Piece>;
using Sequences = std::vector<Sequence>;

/// The words of a refusal; its offset is known to the caller.
using Reason = std::string;

/// The text that a sequence of single characters stands for; nothing if it holds anything else.
[[nodiscard]] std::optional<std::string> literal_text(const Sequence& sequence);

/// Every sequence of the left followed by every one of the right.
[[nodiscard]] std::variant<Sequences, Reason> concatenate(Sequences left, const Sequences& right);

/// The same choice in fewer sequences: single characters and classes become one class, texts
/// between the same anchors one Alternatives.
[[nodiscard]] Sequences collapse(Sequences choice);

/// A group under a quantifier, from one byte of the pattern to another.
[[nodiscard]] std::variant<Sequences, Reason> repeat_group(const Sequences& group,
                                                           Quantifier quantifier, std::size_t begin,
                                                           std::size_t end);

}  // namespace eventc::compiler::pattern_syntax
