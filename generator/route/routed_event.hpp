// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/location.hpp"
#include "model.hpp"
#include "route/event_forms.hpp"

namespace eventc::compiler {

/// An event that payloads are routed to.
struct RoutedEvent {
  std::string name;
  TypeId type = 0;
  std::size_t document = 0;
  /// The schemas of a payload: see flatten().
  Pack root;
  Location root_location;
  /// What a diagnostic about the event underlines.
  Location location;
  /// Of two events that overlap, the higher is asked for first.
  double priority = 0;
  /// JSON Pointers of what tells the event, where its schema names it.
  std::vector<std::string> discriminators = {};
};

/// A form of an event, among those of all events.
class Candidate {
 public:
  Candidate(const NormalForm& schemas, const RoutedEvent& event, std::size_t event_index,
            EventForm form)
      : schemas_(&schemas), root_(&event.root), event_(event_index), form_(std::move(form)) {}

  /// An index of the events.
  [[nodiscard]] std::size_t event() const { return event_; }
  /// What every payload of the form has.
  [[nodiscard]] const PathFacts& required() const { return form_.required; }
  /// By what it is recognised.
  [[nodiscard]] const PathFacts& routing() const { return form_.routing; }
  void add_routing_fact(PathFact fact) {
    compiler::add_routing_fact(form_.routing, std::move(fact));
  }

  /// What can stand at a path in its payloads. Remembered, since every pair of events asks.
  [[nodiscard]] const Outcome& what_stands_at(const Path& path) const;

  /// Whether a payload of this form can have the fact.
  [[nodiscard]] bool can_hold(const PathFact& fact) const {
    return overlap(fact.outcome, what_stands_at(fact.path));
  }
  /// Whether a payload of this form can have all facts by which the other is recognised.
  [[nodiscard]] bool can_be_taken_for(const Candidate& other) const;

 private:
  const NormalForm* schemas_;
  const Pack* root_;
  std::size_t event_;
  EventForm form_;
  mutable std::map<Path, Outcome> outcomes_;
};

}  // namespace eventc::compiler
