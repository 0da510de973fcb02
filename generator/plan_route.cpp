// SPDX-License-Identifier: Apache-2.0
#include "plan_route.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "route_facts.hpp"

namespace eventc::compiler {
namespace {

struct RoutedEvent {
  std::string name;
  TypeId type = 0;
  std::size_t document = 0;
  Pack root;
  Location location;
  double priority = 0;
};

/// A form of an event, among those of all events.
struct Candidate {
  std::size_t event = 0;
  EventForm form;
  /// What can stand at a path in its payloads, once it has been asked for.
  std::map<Path, Outcome> outcomes = {};
};

/// Which of two candidates has to be asked for first.
enum class Order { Any, LeftFirst, RightFirst, Unknown };

std::vector<RoutedEvent> routed_events(const NormalForm& form, const Model& model) {
  std::vector<RoutedEvent> events;
  for (const Event& event : model.events) {
    if (!event.is_routed || !event.root) continue;
    const Node& root = form[form.roots[event.document]];
    events.push_back({.name = model.types[*event.root].name_candidates.front(),
                      .type = *event.root,
                      .document = event.document,
                      .root = flatten(form, form.roots[event.document]),
                      .location = root.location,
                      .priority = root.extension.priority});
  }
  std::sort(events.begin(), events.end(), [](const RoutedEvent& left, const RoutedEvent& right) {
    return std::tie(left.name, left.location) < std::tie(right.name, right.location);
  });
  return events;
}

/// Values tell more than types, and what is near the root is read first.
bool tells_more(const PathFact& left, const PathFact& right) {
  const auto rank = [](const PathFact& fact) {
    return std::tuple(!fact.outcome.values, !fact.outcome.pattern, fact.path.size());
  };
  return std::tuple(rank(left), left.path) < std::tuple(rank(right), right.path);
}

class RoutePlanner {
 public:
  RoutePlanner(const NormalForm& form, const Model& model, Diagnostics& diagnostics)
      : form_(form), diagnostics_(diagnostics), events_(routed_events(form, model)) {}

  RoutePlan run() {
    find_candidates();
    add_separating_facts();
    order_pairs();
    if (!overlaps_.empty()) report_overlaps();
    RoutePlan plan;
    for (const RoutedEvent& event : events_) plan.events.push_back(event.type);
    if (events_.empty()) return plan;
    add_locations(plan);
    for (const std::size_t candidate : ranked()) add_alternative(candidate, plan);
    set_alone(plan);
    return plan;
  }

 private:
  // ---- Facts

  void find_candidates() {
    for (std::size_t event = 0; event < events_.size(); ++event) {
      std::vector<EventForm> forms = find_forms(form_, events_[event].root);
      if (forms.empty()) warn_of_unroutable(events_[event]);
      for (EventForm& one : forms) candidates_.push_back({.event = event, .form = std::move(one)});
    }
  }

  void warn_of_unroutable(const RoutedEvent& event) {
    diagnostics_
        .warning(event.location,
                 event.name +
                     " is not routed: it requires nothing that would tell it from any other object")
        .notes.push_back({"require a member, best one with a \"const\"; or set "
                          "\"x-eventc\": {\"route\": false}"});
  }

  /// What can stand at a path in payloads of the candidate.
  const Outcome& outcome_of(Candidate& candidate, const Path& path) {
    const auto known = candidate.outcomes.find(path);
    if (known != candidate.outcomes.end()) return known->second;
    const PathFacts& facts = candidate.form.required;
    const auto fact = std::find_if(facts.begin(), facts.end(),
                                   [&](const PathFact& one) { return one.path == path; });
    const Outcome outcome = fact != facts.end()
                                ? fact->outcome
                                : outcome_at(form_, events_[candidate.event].root, path);
    return candidate.outcomes.emplace(path, outcome).first->second;
  }

  bool can_hold(const PathFact& fact, Candidate& in) {
    return overlap(fact.outcome, outcome_of(in, fact.path));
  }

  /// Whether a payload of `of` can have all facts by which `as` is recognised.
  bool can_be_taken(Candidate& of, const Candidate& as) {
    const PathFacts& facts = as.form.routing;
    return std::all_of(facts.begin(), facts.end(),
                       [&](const PathFact& fact) { return can_hold(fact, of); });
  }

  /// Where the marks of two events do not tell them apart, what else they require may.
  void add_separating_facts() {
    std::vector<std::pair<std::size_t, PathFact>> added;
    for_each_pair([&](std::size_t left, std::size_t right) {
      if (!can_be_taken(candidates_[left], candidates_[right]) ||
          !can_be_taken(candidates_[right], candidates_[left])) {
        return;
      }
      for (const auto& [one, other] : {std::pair(left, right), std::pair(right, left)}) {
        const auto fact = separating_fact(candidates_[one], candidates_[other]);
        if (fact) added.emplace_back(one, *fact);
      }
    });
    for (auto& [candidate, fact] : added) {
      add_routing_fact(candidates_[candidate].form.routing, std::move(fact));
    }
  }

  std::optional<PathFact> separating_fact(const Candidate& of, Candidate& from) {
    std::optional<PathFact> best;
    for (const PathFact& fact : of.form.required) {
      if (!can_hold(fact, from) && (!best || tells_more(fact, *best))) best = fact;
    }
    return best;
  }

  // ---- Pairs

  template <class Visit>
  void for_each_pair(const Visit& visit) {
    for (std::size_t left = 0; left < candidates_.size(); ++left) {
      for (std::size_t right = left + 1; right < candidates_.size(); ++right) {
        if (candidates_[left].event != candidates_[right].event) visit(left, right);
      }
    }
  }

  void order_pairs() {
    behind_.resize(candidates_.size());
    for_each_pair([&](std::size_t left, std::size_t right) {
      switch (order_of(candidates_[left], candidates_[right])) {
        case Order::Any:
          break;
        case Order::LeftFirst:
          behind_[left].push_back(right);
          break;
        case Order::RightFirst:
          behind_[right].push_back(left);
          break;
        case Order::Unknown:
          overlaps_.emplace(std::pair(candidates_[left].event, candidates_[right].event),
                            std::pair(left, right));
      }
    });
  }

  Order order_of(Candidate& left, Candidate& right) {
    const bool left_as_right = can_be_taken(left, right);
    const bool right_as_left = can_be_taken(right, left);
    if (!left_as_right && !right_as_left) return Order::Any;
    if (!left_as_right) return Order::RightFirst;
    if (!right_as_left) return Order::LeftFirst;
    const bool left_includes = includes(left.form.routing, right.form.routing);
    const bool right_includes = includes(right.form.routing, left.form.routing);
    if (left_includes != right_includes)
      return left_includes ? Order::LeftFirst : Order::RightFirst;
    const double left_priority = events_[left.event].priority;
    const double right_priority = events_[right.event].priority;
    if (left_priority == right_priority) return Order::Unknown;
    return left_priority > right_priority ? Order::LeftFirst : Order::RightFirst;
  }

  void report_overlaps() {
    for (const auto& [events, candidates] : overlaps_) {
      const Candidate& left = candidates_[candidates.first];
      const Candidate& right = candidates_[candidates.second];
      PathFacts facts = left.form.routing;
      facts.insert(facts.end(), right.form.routing.begin(), right.form.routing.end());
      std::set<std::string> places;
      for (const PathFact& fact : facts) places.insert(to_string(fact.path));
      report(events.first, events.second,
             fmt::format("a payload that has {} can be either", fmt::join(places, ", ")));
    }
  }

  void report(std::size_t first, std::size_t second, const std::string& why) {
    const RoutedEvent& one = events_[first];
    const RoutedEvent& other = events_[second];
    Diagnostic& error = diagnostics_.error(
        one.location, fmt::format("{} and {} can't be told apart: {}", one.name, other.name, why));
    error.notes.push_back({fmt::format("{} is this one", other.name), other.location});
    error.notes.push_back(
        {"require of one of them a constant that the other does not have, or give "
         "one a higher \"x-eventc\" priority"});
  }

  // ---- Rank

  /// What has to be first is; of what is free, the higher priority, then more facts, then the name.
  std::vector<std::size_t> ranked() {
    std::vector<std::size_t> waiting_for(candidates_.size(), 0);
    for (const auto& later : behind_) {
      for (const std::size_t candidate : later) ++waiting_for[candidate];
    }
    const auto rank = [this](std::size_t candidate) {
      const Candidate& one = candidates_[candidate];
      return std::tuple(-events_[one.event].priority, ~one.form.routing.size(), candidate);
    };
    const auto is_before = [&](std::size_t l, std::size_t r) { return rank(l) < rank(r); };
    std::set<std::size_t, decltype(is_before)> ready(is_before);
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (waiting_for[i] == 0) ready.insert(i);
    }
    std::vector<std::size_t> order;
    while (!ready.empty()) {
      const std::size_t next = *ready.begin();
      ready.erase(ready.begin());
      order.push_back(next);
      for (const std::size_t later : behind_[next]) {
        if (--waiting_for[later] == 0) ready.insert(later);
      }
    }
    if (order.size() != candidates_.size()) report_circle(waiting_for);
    return order;
  }

  /// Each of some events has to be asked for before the next, in a circle.
  void report_circle(const std::vector<std::size_t>& waiting_for) {
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (waiting_for[i] == 0) continue;
      for (const std::size_t later : behind_[i]) {
        if (waiting_for[later] == 0) continue;
        const auto events = std::minmax(candidates_[i].event, candidates_[later].event);
        report(events.first, events.second, "each can be taken for another, in a circle");
        return;
      }
    }
  }

  /// Once the facts of an alternative hold, payloads of those before it are out of the question, or
  /// not.
  void set_alone(RoutePlan& plan) {
    for (std::size_t i = 0; i < plan.alternatives.size(); ++i) {
      const Candidate& one = candidates_[order_[i]];
      plan.alternatives[i].alone = std::none_of(
          order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(i), [&](std::size_t before) {
            Candidate& other = candidates_[before];
            return other.event != one.event && can_be_taken(other, one);
          });
    }
  }

  // ---- Tables

  void add_locations(RoutePlan& plan) {
    std::set<std::pair<std::size_t, Path>> paths{{0, {}}};
    for (const Candidate& candidate : candidates_) {
      for (const PathFact& fact : candidate.form.routing) {
        for (Path path = fact.path; !path.empty(); path.pop_back())
          paths.emplace(path.size(), path);
      }
    }
    for (const auto& [depth, path] : paths) {
      const std::size_t index = plan.locations.size();
      locations_.emplace(path, index);
      RouteLocation location;
      if (depth != 0) {
        location.member = path.back().member;
        location.first_item = path.back().first_item;
        Path parent = path;
        parent.pop_back();
        location.parent = locations_.at(parent);
        RouteLocation& above = plan.locations[location.parent];
        if (above.children_end == 0) above.children_begin = index;
        above.children_end = index + 1;
      }
      plan.locations.push_back(std::move(location));
    }
  }

  void add_alternative(std::size_t candidate, RoutePlan& plan) {
    const Candidate& one = candidates_[candidate];
    const RoutedEvent& event = events_[one.event];
    RouteAlternative alternative{.event = event.type, .document = event.document, .facts = {}};
    for (const PathFact& fact : one.form.routing) {
      RouteFact& added = alternative.facts.emplace_back();
      added.location = locations_.at(fact.path);
      added.types = fact.outcome.types;
      if (fact.outcome.values) {
        added.values = *fact.outcome.values;  // which say all that a pattern could
      } else {
        added.pattern = fact.outcome.pattern;
      }
    }
    std::sort(alternative.facts.begin(), alternative.facts.end(),
              [](const RouteFact& l, const RouteFact& r) { return l.location < r.location; });
    plan.alternatives.push_back(std::move(alternative));
    order_.push_back(candidate);
  }

  const NormalForm& form_;
  Diagnostics& diagnostics_;
  std::vector<RoutedEvent> events_;
  /// By event.
  std::vector<Candidate> candidates_;
  /// Of each candidate, those that may be asked for only after it.
  std::vector<std::vector<std::size_t>> behind_;
  /// Events that can't be told apart, and the first candidates that show it.
  std::map<std::pair<std::size_t, std::size_t>, std::pair<std::size_t, std::size_t>> overlaps_;
  std::map<Path, std::size_t> locations_;
  /// The candidates of the plan's alternatives.
  std::vector<std::size_t> order_;
};

}  // namespace

RoutePlan plan_route(const NormalForm& form, const Model& model, Diagnostics& diagnostics) {
  return RoutePlanner(form, model, diagnostics).run();
}

}  // namespace eventc::compiler
