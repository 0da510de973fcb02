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
#include "route/separation.hpp"

namespace eventc::compiler {

/// A place in payloads that is looked at, or passed on the way to one.
struct RouteLocation {
  /// Of the payload itself: its own index, 0.
  std::size_t parent = 0;
  std::string member;
  /// The first item of the array above, instead of a member.
  bool first_item = false;
  /// There are locations below.
  bool inner = false;
  /// The alternatives that are filed here by what no key can say: [begin, end).
  std::size_t tests_begin = 0;
  std::size_t tests_end = 0;

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
  /// Of several whose facts hold, the least decides.
  std::size_t rank = 0;
  /// The first is the one it is filed under; the others are by location. No two have the same.
  std::vector<RouteFact> facts;
  /// Locations of facts of other events that a payload with all of these facts may be as well, and
  /// that go before. Without any, nothing that holds only what its schema declares can be another
  /// event which goes before: once the facts hold, the answer is known.
  std::vector<std::size_t> waits_for;

  bool operator==(const RouteAlternative&) const = default;
};

/// A value at a location, and an alternative that is filed under it.
struct RouteKey {
  std::size_t location = 0;
  Json value;
  std::size_t alternative = 0;

  bool operator==(const RouteKey&) const = default;
};

/// Left and right are indices of the plan's alternatives.
struct ExplainedPair {
  Separation separation;
  std::optional<Difference> difference;
};

struct RoutePlan {
  /// The payload itself is the first; a parent stands before its children, which stand together,
  /// members by the bytes of their names and then the first item. None without events.
  std::vector<RouteLocation> locations;
  /// By location and value.
  std::vector<RouteKey> keys;
  /// By the location that they are filed at.
  std::vector<RouteAlternative> alternatives;
  /// The root types, by name. Some may have no alternative.
  std::vector<TypeId> events;
  /// Why each two alternatives of different events are told apart. Empty unless asked for: there
  /// are as many as pairs.
  std::vector<ExplainedPair> pairs;
};

/// As JSON Pointer: "/Records/0/kinesis"; "the payload" for the payload itself.
[[nodiscard]] std::string place_of(const RoutePlan& plan, std::size_t location);

enum class ExplainPairs { No, Yes };

/// By which facts the routed events are told apart. For each two of them it proves, for payloads of
/// which every member is declared, that no payload of the one has the facts of the other; or it
/// puts the one first whose payloads only can have both's facts, the one whose facts include the
/// other's, or the one with the higher priority, in this order, and says so in a note. What can't
/// be told apart is an error at the first event by name, with a note at the other and a payload
/// that both accept. An event that requires nothing is a warning: it is not routed to. The order of
/// the documents has no influence.
[[nodiscard]] RoutePlan plan_route(const NormalForm& form, const Model& model,
                                   Diagnostics& diagnostics,
                                   ExplainPairs explain_pairs = ExplainPairs::No);

}  // namespace eventc::compiler
