// SPDX-License-Identifier: Apache-2.0
#include "route/filing.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace eventc::compiler {
namespace {

bool is_key(const Json& value) {
  if (value.is_number_unsigned())
    return value.get<std::uint64_t>() <= static_cast<std::uint64_t>(INT64_MAX);
  return value.is_string() || value.is_number_integer() || value.is_boolean() || value.is_null();
}

/// Whether a value that stands at the path leads to the fact.
bool has_keys(const PathFact& fact) {
  return fact.outcome.values && !fact.outcome.values->empty() &&
         std::all_of(fact.outcome.values->begin(), fact.outcome.values->end(), is_key);
}

class Filing {
 public:
  Filing(const std::vector<RankedCandidate>& candidates, const std::vector<RoutedEvent>& events,
         RoutePlan& plan)
      : candidates_(candidates), events_(events), plan_(plan) {}

  std::vector<std::size_t> run() {
    count_facts();
    choose_facts();
    add_locations();
    const std::vector<std::size_t> order = filed_order();
    std::vector<std::size_t> alternatives(candidates_.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      alternatives[order[i]] = i;
      add_alternative(order[i]);
    }
    std::sort(plan_.keys.begin(), plan_.keys.end(), [](const RouteKey& l, const RouteKey& r) {
      return std::tie(l.location, l.value, l.alternative) <
             std::tie(r.location, r.value, r.alternative);
    });
    return alternatives;
  }

 private:
  /// What the candidates say of a path.
  struct Use {
    std::map<Json, std::size_t> keys = {};
    std::size_t keyed = 0;
    std::size_t tested = 0;
  };

  void count_facts() {
    for (const RankedCandidate& one : candidates_) {
      for (const PathFact& fact : one.candidate->routing()) {
        Use& use = uses_[fact.path];
        if (!has_keys(fact)) {
          ++use.tested;
          continue;
        }
        ++use.keyed;
        for (const Json& value : *fact.outcome.values) ++use.keys[value];
      }
    }
  }

  /// With how many others it would be compared.
  [[nodiscard]] std::size_t crowd_of(const PathFact& fact) const {
    const Use& use = uses_.at(fact.path);
    if (!has_keys(fact)) return use.tested;
    std::size_t crowd = 0;
    for (const Json& value : *fact.outcome.values) crowd = std::max(crowd, use.keys.at(value));
    return crowd;
  }

  void choose_facts() {
    for (const RankedCandidate& one : candidates_) {
      const PathFacts& facts = one.candidate->routing();
      assert(!facts.empty());
      filed_.push_back(*std::min_element(
          facts.begin(), facts.end(), [this](const PathFact& left, const PathFact& right) {
            const auto rank = [this](const PathFact& fact) {
              return std::tuple(crowd_of(fact), !has_keys(fact),
                                -static_cast<std::ptrdiff_t>(uses_.at(fact.path).keyed),
                                !fact.outcome.pattern, fact.outcome.types == kAnyType,
                                fact.path.size());
            };
            return std::tuple(rank(left), left.path) < std::tuple(rank(right), right.path);
          }));
    }
  }

  void add_locations() {
    std::set<std::pair<std::size_t, Path>> paths{{0, {}}};
    for (const auto& [used, use] : uses_) {
      for (Path path = used; !path.empty(); path.pop_back()) paths.emplace(path.size(), path);
    }
    for (const auto& [depth, path] : paths) {
      RouteLocation location;
      if (depth != 0) {
        location.member = path.back().member;
        location.first_item = path.back().first_item;
        Path parent = path;
        parent.pop_back();
        location.parent = locations_.at(parent);
        plan_.locations[location.parent].inner = true;
      }
      locations_.emplace(path, plan_.locations.size());
      plan_.locations.push_back(std::move(location));
    }
  }

  /// By location, what is tested there first; then by rank.
  [[nodiscard]] std::vector<std::size_t> filed_order() const {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < candidates_.size(); ++i) order.push_back(i);
    const auto rank = [this](std::size_t i) {
      return std::tuple(locations_.at(filed_[i].path), has_keys(filed_[i]), candidates_[i].rank);
    };
    std::sort(order.begin(), order.end(),
              [&](std::size_t left, std::size_t right) { return rank(left) < rank(right); });
    return order;
  }

  void add_alternative(std::size_t index) {
    const RankedCandidate& one = candidates_[index];
    const RoutedEvent& event = events_[one.candidate->event()];
    RouteAlternative alternative{.event = event.type,
                                 .document = event.document,
                                 .rank = one.rank,
                                 .facts = facts_of(index),
                                 .waits_for = waits_of(one)};
    const std::size_t number = plan_.alternatives.size();
    const RouteFact& first = alternative.facts.front();
    if (has_keys(filed_[index])) {
      for (const Json& value : first.values) plan_.keys.push_back({first.location, value, number});
    } else {
      RouteLocation& location = plan_.locations[first.location];
      if (location.tests_begin == location.tests_end) location.tests_begin = number;
      location.tests_end = number + 1;
    }
    plan_.alternatives.push_back(std::move(alternative));
  }

  [[nodiscard]] std::vector<RouteFact> facts_of(std::size_t index) const {
    std::vector<RouteFact> facts;
    for (const PathFact& fact : candidates_[index].candidate->routing()) {
      RouteFact& added = facts.emplace_back();
      added.location = locations_.at(fact.path);
      added.types = fact.outcome.types;
      if (fact.outcome.values) {
        added.values = *fact.outcome.values;  // which say all that a pattern could
      } else {
        added.pattern = fact.outcome.pattern;
      }
    }
    const std::size_t first = locations_.at(filed_[index].path);
    std::sort(facts.begin(), facts.end(), [first](const RouteFact& l, const RouteFact& r) {
      return std::tuple(l.location != first, l.location) <
             std::tuple(r.location != first, r.location);
    });
    return facts;
  }

  /// Where it has a fact itself, its own tells all.
  [[nodiscard]] std::vector<std::size_t> waits_of(const RankedCandidate& one) const {
    std::set<std::size_t> locations;
    for (const Candidate* const rival : one.rivals) {
      for (const PathFact& fact : rival->routing()) locations.insert(locations_.at(fact.path));
    }
    for (const PathFact& fact : one.candidate->routing()) locations.erase(locations_.at(fact.path));
    return {locations.begin(), locations.end()};
  }

  const std::vector<RankedCandidate>& candidates_;
  const std::vector<RoutedEvent>& events_;
  RoutePlan& plan_;
  std::map<Path, Use> uses_;
  /// The fact that each candidate is filed under.
  std::vector<PathFact> filed_;
  std::map<Path, std::size_t> locations_;
};

}  // namespace

std::vector<std::size_t> file_alternatives(const std::vector<RankedCandidate>& candidates,
                                           const std::vector<RoutedEvent>& events,
                                           RoutePlan& plan) {
  return Filing(candidates, events, plan).run();
}

}  // namespace eventc::compiler
