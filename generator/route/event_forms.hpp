// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "normalize/normal_form.hpp"
#include "outcome.hpp"
#include "route/closed_world.hpp"

/// By what a payload is recognised.
namespace eventc::compiler {

/// Something stands at a path, and it is one of these.
struct PathFact {
  Path path;
  Outcome outcome;

  bool operator==(const PathFact&) const = default;
};

using PathFacts = std::vector<PathFact>;

/// One of the forms of an event, such as that with records and that without.
struct EventForm {
  /// Every payload of the form has all of these.
  PathFacts required;
  /// What is looked at; they have all of these as well. No two have the same path, none follows
  /// from another.
  PathFacts routing;
};

struct EventForms {
  std::vector<EventForm> forms;
  /// A branch of the event requires nothing that would tell its payloads from any other object: it
  /// has no form.
  bool lacks_branch = false;
};

/// The forms of an event, of which each of its payloads that can be recognised has one at least. In
/// all of them the required members are there, down to eight levels and of a thousand objects and
/// arrays.
///
/// A union ("anyOf", "oneOf") of objects makes a form of each branch; a branch in which the facts
/// of another are looked at, and more, is left to that one. Where nothing but lists that may be
/// empty is required, each of them makes a form with the facts of its first item, and a payload
/// without items is recognised by any of the optional members of its root that have fixed values or
/// a fixed begin; where there are none, not at all: nothing tells whose "Records" are missing.
///
/// None: the event requires nothing that would tell it from any other object.
[[nodiscard]] EventForms find_forms(const NormalForm& form, const Pack& root);

/// The facts by which a form is recognised. Its marks: fixed values, or where it has none patterns
/// with a fixed begin, and members that are objects; and beside the marks, that the required
/// members of the root are there. Where a value or begin marks it, the rest need only be there: a
/// payload that has the mark and a wrong type elsewhere is this event, and invalid. Without any
/// mark: all facts.
[[nodiscard]] PathFacts choose_routing_facts(const PathFacts& required);

/// Adds a fact, or puts it in the place of one with the same path. What follows from others goes.
void add_routing_fact(PathFacts& routing, PathFact fact);

/// Whether whatever has all facts of `more` has all of `less`.
[[nodiscard]] bool includes(const PathFacts& more, const PathFacts& less);

}  // namespace eventc::compiler
