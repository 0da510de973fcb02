// SPDX-License-Identifier: Apache-2.0
#include "route/routed_event.hpp"

#include <algorithm>

namespace eventc::compiler {

const Outcome& Candidate::what_stands_at(const Path& path) const {
  const auto known = outcomes_.find(path);
  if (known != outcomes_.end()) return known->second;
  const auto fact = std::find_if(form_.required.begin(), form_.required.end(),
                                 [&](const PathFact& one) { return one.path == path; });
  const Outcome outcome =
      fact != form_.required.end() ? fact->outcome : outcome_at(*schemas_, *root_, path);
  return outcomes_.emplace(path, outcome).first->second;
}

bool Candidate::can_be_taken_for(const Candidate& other) const {
  return std::all_of(other.routing().begin(), other.routing().end(),
                     [&](const PathFact& fact) { return can_hold(fact); });
}

}  // namespace eventc::compiler
