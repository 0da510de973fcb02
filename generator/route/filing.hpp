// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "route/plan_route.hpp"
#include "route/routed_event.hpp"

namespace eventc::compiler {

/// A candidate in its order.
struct RankedCandidate {
  const Candidate* candidate = nullptr;
  std::size_t rank = 0;
  /// Candidates of other events with a lesser rank which a payload of this one may be as well.
  std::vector<const Candidate*> rivals;
};

/// The tree that a payload is led through: each alternative is filed under the one of its facts
/// that the fewest others share, so that a payload is compared with few of them, and of these at
/// the location where most are filed, so that few locations are asked about. Under a fact with
/// values it is found by the value, under any other by a test. Fills all of the plan but its events
/// and pairs; gives the alternative that each of the ranked candidates became.
std::vector<std::size_t> file_alternatives(const std::vector<RankedCandidate>& candidates,
                                           const std::vector<RoutedEvent>& events, RoutePlan& plan);

}  // namespace eventc::compiler
