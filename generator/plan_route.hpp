// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "model.hpp"
#include "normalize/normal_form.hpp"
#include "pattern/pattern.hpp"

namespace eventc::compiler {

/// A place in payloads that is looked at, or passed on the way to one.
struct RouteLocation {
  /// Of the payload itself: its own index, 0.
  std::size_t parent = 0;
  std::string member;
  /// The first item of the array above, instead of a member.
  bool first_item = false;
  /// Those right below it: [begin, end). Members by the bytes of their names, then the first item.
  std::size_t children_begin = 0;
  std::size_t children_end = 0;

  bool operator==(const RouteLocation&) const = default;
};

/// Something stands at the location, and it is of these types; it is one of the values where there
/// are any; it matches the pattern where there is one.
struct RouteFact {
  std::size_t location = 0;
  TypeSet types;
  std::vector<Json> values;
  std::optional<Pattern> pattern;

  bool operator==(const RouteFact&) const = default;
};

/// A payload is the event when all facts hold. An event may have several.
struct RouteAlternative {
  TypeId event = 0;
  std::size_t document = 0;
  /// By location, no two of the same.
  std::vector<RouteFact> facts;
  /// Whether no payload that holds only what its schema declares can be another event which is
  /// asked for before: once the facts hold, the answer is known.
  bool alone = false;

  bool operator==(const RouteAlternative&) const = default;
};

struct RoutePlan {
  /// The payload itself is the first; a parent stands before its children. None without events.
  std::vector<RouteLocation> locations;
  /// In the order in which they are asked for: the first whose facts hold decides.
  std::vector<RouteAlternative> alternatives;
  /// The root types, by name. Some may have no alternative.
  std::vector<TypeId> events;
};

/// By which facts the routed events are told apart. For each two of them it proves, for payloads of
/// which every member is declared, that no payload of the one has the facts of the other; or it
/// puts the one first whose payloads only can have both's facts, the one whose facts include the
/// other's, or the one with the higher priority, in this order. What can't be told apart is an
/// error at the first event by name, with a note at the other. An event that requires nothing is a
/// warning: it is not routed to. The order of the documents has no influence.
[[nodiscard]] RoutePlan plan_route(const NormalForm& form, const Model& model,
                                   Diagnostics& diagnostics);

}  // namespace eventc::compiler
