// SPDX-License-Identifier: Apache-2.0
#include "route/plan_route.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "route/discriminator.hpp"
#include "route/event_forms.hpp"
#include "route/filing.hpp"
#include "route/report_separations.hpp"
#include "route/routed_event.hpp"

namespace eventc::compiler {
namespace {

/// What a diagnostic about an event underlines.
Location location_of(const Node& root) {
  return root.annotations.title.empty() ? root.location : root.location.child("title");
}

std::vector<RoutedEvent> routed_events(const NormalForm& form, const Model& model) {
  std::vector<RoutedEvent> events;
  for (const Event& event : model.events) {
    if (!event.is_routed || !event.root) continue;
    const Node& root = form[form.roots[event.document]];
    events.push_back({.name = model.types[*event.root].name_candidates.front(),
                      .type = *event.root,
                      .document = event.document,
                      .root = flatten(form, form.roots[event.document]),
                      .root_location = root.location,
                      .location = location_of(root),
                      .priority = root.extension.priority,
                      .discriminators = root.extension.discriminators});
  }
  std::sort(events.begin(), events.end(), [](const RoutedEvent& left, const RoutedEvent& right) {
    return std::tie(left.name, left.location) < std::tie(right.name, right.location);
  });
  return events;
}

std::vector<Candidate> find_candidates(const NormalForm& form,
                                       const std::vector<RoutedEvent>& events,
                                       Diagnostics& diagnostics) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const RoutedEvent& event = events[i];
    if (!event.discriminators.empty()) {
      candidates.emplace_back(form, event, i, form_by_discriminators(form, event, diagnostics));
      continue;
    }
    EventForms found = find_forms(form, event.root);
    if (found.forms.empty() || found.lacks_branch) report_unroutable(event, found, diagnostics);
    for (EventForm& one : found.forms) candidates.emplace_back(form, event, i, std::move(one));
  }
  return candidates;
}

/// The order in which candidates decide: those that have to be first; of what is free, the higher
/// priority, then more facts, then the name.
class Ranking {
 public:
  Ranking(const std::vector<RoutedEvent>& events, const std::vector<Candidate>& candidates,
          const std::vector<Separation>& separations)
      : events_(events),
        candidates_(candidates),
        behind_(candidates.size()),
        rivals_(candidates.size()) {
    for (const Separation& pair : separations) {
      if (pair.kind == SeparationKind::LeftFirst) put_first(pair.left, pair.right);
      if (pair.kind == SeparationKind::RightFirst) put_first(pair.right, pair.left);
    }
  }

  /// Those in a circle are left out: see circle().
  std::vector<RankedCandidate> run() {
    std::vector<std::size_t> waiting_for(candidates_.size(), 0);
    for (const auto& later : behind_) {
      for (const std::size_t candidate : later) ++waiting_for[candidate];
    }
    const auto rank = [this](std::size_t candidate) {
      const Candidate& one = candidates_[candidate];
      return std::tuple(-events_[one.event()].priority,
                        -static_cast<std::ptrdiff_t>(one.routing().size()), candidate);
    };
    const auto is_before = [&](std::size_t l, std::size_t r) { return rank(l) < rank(r); };
    std::set<std::size_t, decltype(is_before)> ready(is_before);
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (waiting_for[i] == 0) ready.insert(i);
    }
    std::vector<RankedCandidate> order;
    while (!ready.empty()) {
      const std::size_t next = *ready.begin();
      ready.erase(ready.begin());
      order.push_back({&candidates_[next], order.size(), rivals_[next]});
      for (const std::size_t later : behind_[next]) {
        if (--waiting_for[later] == 0) ready.insert(later);
      }
    }
    find_circle(waiting_for);
    return order;
  }

  /// Two events of several of which each has to be asked for before the next, in a circle.
  [[nodiscard]] const std::optional<std::pair<std::size_t, std::size_t>>& circle() const {
    return circle_;
  }

 private:
  void put_first(std::size_t first, std::size_t second) {
    behind_[first].push_back(second);
    rivals_[second].push_back(&candidates_[first]);
  }

  void find_circle(const std::vector<std::size_t>& waiting_for) {
    for (std::size_t i = 0; i < candidates_.size() && !circle_; ++i) {
      if (waiting_for[i] == 0) continue;
      for (const std::size_t later : behind_[i]) {
        if (waiting_for[later] != 0)
          circle_ = std::minmax(candidates_[i].event(), candidates_[later].event());
      }
    }
  }

  const std::vector<RoutedEvent>& events_;
  const std::vector<Candidate>& candidates_;
  /// Of each candidate, those that may be asked for only after it.
  std::vector<std::vector<std::size_t>> behind_;
  std::vector<std::vector<const Candidate*>> rivals_;
  std::optional<std::pair<std::size_t, std::size_t>> circle_;
};

}  // namespace

std::string place_of(const RoutePlan& plan, std::size_t location) {
  std::string place;
  for (; location != 0; location = plan.locations[location].parent) {
    const RouteLocation& here = plan.locations[location];
    place = "/" + (here.first_item ? "0" : escape_pointer_token(here.member)) + place;
  }
  return place.empty() ? "the payload" : place;
}

RoutePlan plan_route(const NormalForm& form, const Model& model, Diagnostics& diagnostics,
                     ExplainPairs explain_pairs) {
  RoutePlan plan;
  // 1. What is routed, and by what it may be recognised.
  const std::vector<RoutedEvent> events = routed_events(form, model);
  for (const RoutedEvent& event : events) plan.events.push_back(event.type);
  if (events.empty()) return plan;
  std::vector<Candidate> candidates = find_candidates(form, events, diagnostics);
  // 2. The proof that each two of them differ.
  const std::vector<Separation> separations = separate(events, candidates);
  report_overlaps(form, events, candidates, separations, diagnostics);
  // 3. Who goes before whom.
  Ranking ranking(events, candidates, separations);
  const std::vector<RankedCandidate> ranked = ranking.run();
  if (ranking.circle())
    report_circle(events[ranking.circle()->first], events[ranking.circle()->second], diagnostics);
  if (diagnostics.has_errors()) return plan;
  note_consequences(events, candidates, separations, diagnostics);
  // 4. The tree.
  const std::vector<std::size_t> filed = file_alternatives(ranked, events, plan);
  if (explain_pairs == ExplainPairs::No) return plan;
  std::vector<std::size_t> alternative_of(candidates.size());
  for (std::size_t i = 0; i < ranked.size(); ++i)
    alternative_of[static_cast<std::size_t>(ranked[i].candidate - candidates.data())] = filed[i];
  for (const Separation& pair : separations) {
    ExplainedPair& explained =
        plan.pairs.emplace_back(ExplainedPair{pair, find_difference(pair, candidates)});
    explained.separation.left = alternative_of[pair.left];
    explained.separation.right = alternative_of[pair.right];
  }
  return plan;
}

}  // namespace eventc::compiler
