// SPDX-License-Identifier: Apache-2.0
#include "route/separation.hpp"

#include <algorithm>
#include <cassert>
#include <set>
#include <tuple>
#include <utility>

namespace eventc::compiler {
namespace {

bool names_values(const Outcome& outcome) { return outcome.values || outcome.pattern; }

/// Values tell more than types, and what is near the root is read first.
bool tells_more(const Difference& one, const Difference& other) {
  const auto rank = [](const Difference& difference) {
    const bool both = names_values(difference.left) && names_values(difference.right);
    const bool either = names_values(difference.left) || names_values(difference.right);
    return std::tuple(!both, !either, difference.path.size());
  };
  return std::tuple(rank(one), one.path) < std::tuple(rank(other), other.path);
}

Difference swapped(Difference difference) {
  std::swap(difference.left, difference.right);
  return difference;
}

/// Of the facts of one, the one that tells the most and that payloads of the other can't have.
std::optional<Difference> find_obstacle(const Candidate& other, const PathFacts& facts) {
  std::optional<Difference> best;
  for (const PathFact& fact : facts) {
    if (other.can_hold(fact)) continue;
    Difference one{fact.path, fact.outcome, other.what_stands_at(fact.path)};
    if (!best || tells_more(one, *best)) best = std::move(one);
  }
  return best;
}

/// Whether every payload of the one is recognised as the other, too.
bool is_special_case(const Candidate& one, const Candidate& other) {
  return includes(one.required(), other.routing()) || includes(one.routing(), other.routing());
}

/// The fact of the special case that tells the most and that the general one does not require.
Difference find_narrower(const Candidate& special, const Candidate& general) {
  std::optional<Difference> best;
  for (const PathFact& fact : special.routing()) {
    if (includes(general.required(), {fact}) && includes(general.routing(), {fact})) continue;
    Difference one{fact.path, fact.outcome, general.what_stands_at(fact.path)};
    if (!best || tells_more(one, *best)) best = std::move(one);
  }
  assert(best);  // or the general one would be a special case as well
  return *std::move(best);
}

/// Whether payloads of one at least cannot have the facts of the other.
bool is_decided_by_requirements(const Separation& pair) {
  return pair.kind == SeparationKind::Apart ||
         (pair.kind != SeparationKind::Overlap && pair.reason == PrecedenceReason::Required);
}

class Separator {
 public:
  Separator(const std::vector<RoutedEvent>& events, std::vector<Candidate>& candidates)
      : events_(events), candidates_(candidates) {}

  std::vector<Separation> run() {
    std::vector<Separation> pairs;
    for (std::size_t left = 0; left < candidates_.size(); ++left) {
      for (std::size_t right = left + 1; right < candidates_.size(); ++right) {
        if (candidates_[left].event() != candidates_[right].event())
          pairs.push_back(separate(left, right));
      }
    }
    add_separating_facts(pairs);
    return pairs;
  }

 private:
  [[nodiscard]] Separation separate(std::size_t left, std::size_t right) const {
    const Candidate& one = candidates_[left];
    const Candidate& other = candidates_[right];
    Separation pair{.left = left, .right = right};
    const bool one_as_other = one.can_be_taken_for(other);
    const bool other_as_one = other.can_be_taken_for(one);
    if (one_as_other && other_as_one) {
      decide_overlap(pair);
    } else if (!one_as_other && !other_as_one) {
      pair.kind = SeparationKind::Apart;
    } else {
      pair.kind = other_as_one ? SeparationKind::RightFirst : SeparationKind::LeftFirst;
    }
    return pair;
  }

  void decide_overlap(Separation& pair) const {
    const Candidate& one = candidates_[pair.left];
    const Candidate& other = candidates_[pair.right];
    const bool one_is_special = is_special_case(one, other);
    const bool other_is_special = is_special_case(other, one);
    const double one_priority = events_[one.event()].priority;
    const double other_priority = events_[other.event()].priority;
    if (one_is_special != other_is_special) {
      pair.kind = one_is_special ? SeparationKind::LeftFirst : SeparationKind::RightFirst;
      pair.reason = PrecedenceReason::MoreSpecific;
    } else if (one_priority != other_priority) {
      pair.kind =
          one_priority > other_priority ? SeparationKind::LeftFirst : SeparationKind::RightFirst;
      pair.reason = PrecedenceReason::Priority;
    }
  }

  /// Facts that are added for one pair may tell others apart as well.
  void add_separating_facts(std::vector<Separation>& pairs) {
    std::set<std::size_t> changed;
    std::vector<std::pair<std::size_t, PathFact>> added;
    for (Separation& pair : pairs) {
      if (is_decided_by_requirements(pair)) continue;
      for (const auto& [one, other] :
           {std::pair(pair.left, pair.right), std::pair(pair.right, pair.left)}) {
        const auto difference = find_obstacle(candidates_[other], candidates_[one].required());
        if (!difference) continue;
        added.emplace_back(one, PathFact{difference->path, difference->left});
        changed.insert(one);
        pair.is_added = true;
      }
    }
    for (auto& [candidate, fact] : added) candidates_[candidate].add_routing_fact(std::move(fact));
    for (Separation& pair : pairs) {
      if (!changed.contains(pair.left) && !changed.contains(pair.right)) continue;
      const bool is_added = pair.is_added;
      pair = separate(pair.left, pair.right);
      pair.is_added = is_added;
    }
  }

  const std::vector<RoutedEvent>& events_;
  std::vector<Candidate>& candidates_;
};

}  // namespace

std::vector<Separation> separate(const std::vector<RoutedEvent>& events,
                                 std::vector<Candidate>& candidates) {
  return Separator(events, candidates).run();
}

std::optional<Difference> find_difference(const Separation& pair,
                                          const std::vector<Candidate>& candidates) {
  const Candidate& left = candidates[pair.left];
  const Candidate& right = candidates[pair.right];
  if (!is_decided_by_requirements(pair)) {
    if (pair.reason != PrecedenceReason::MoreSpecific) return std::nullopt;
    return pair.kind == SeparationKind::LeftFirst ? find_narrower(left, right)
                                                  : swapped(find_narrower(right, left));
  }
  // What keeps payloads of the right from being taken for the left, and the other way round.
  std::optional<Difference> of_left = find_obstacle(right, left.routing());
  std::optional<Difference> of_right = find_obstacle(left, right.routing());
  if (of_right) of_right = swapped(*std::move(of_right));
  if (!of_left || !of_right) return of_left ? of_left : of_right;
  return tells_more(*of_right, *of_left) ? of_right : of_left;
}

}  // namespace eventc::compiler
