// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "route/routed_event.hpp"

/// Why a payload is one event and not another.
namespace eventc::compiler {

/// A fact of one candidate, and what stands at the same path in payloads of the other.
struct Difference {
  Path path;
  Outcome left;
  Outcome right;
};

enum class SeparationKind {
  Apart,       ///< No payload of one has the facts of the other.
  LeftFirst,   ///< A payload may have the facts of both, and is the left then.
  RightFirst,  ///< The same, and it is the right.
  Overlap,     ///< Nothing tells them apart.
};

enum class PrecedenceReason {
  Required,      ///< Only its payloads can have the facts of both.
  MoreSpecific,  ///< All that it requires makes a payload the other as well, and not the reverse.
  Priority,      ///< The schemas say so.
};

/// Of two candidates of different events.
struct Separation {
  std::size_t left = 0;
  std::size_t right = 0;
  SeparationKind kind = SeparationKind::Overlap;
  /// Unless Apart or Overlap.
  PrecedenceReason reason = PrecedenceReason::Required;
  /// The facts that tell them apart are none of their marks: they were added for this pair.
  bool is_added = false;
};

/// For each pair of candidates of different events, in their order. Where the facts by which two
/// are recognised do not tell them apart and what else they require does, that is added to both.
[[nodiscard]] std::vector<Separation> separate(const std::vector<RoutedEvent>& events,
                                               std::vector<Candidate>& candidates);

/// Where the two differ; nothing where they overlap or the priority decides. Of several places the
/// one that tells the most: values more than types, and what is near the root.
[[nodiscard]] std::optional<Difference> find_difference(const Separation& pair,
                                                        const std::vector<Candidate>& candidates);

}  // namespace eventc::compiler
