// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "eventc/error.hpp"
#include "eventc/schema.hpp"

/// How the events of a bundle are told apart: tables that emitted code holds, and the scanner that
/// reads a payload for them.
namespace eventc::route {

/// A place in payloads that is looked at, or passed on the way to one.
struct Location {
  /// An index of Table::locations. Of the payload itself, which is the first: 0.
  std::size_t parent = 0;
  std::string_view member = {};
  /// The first item of the array above, instead of a member.
  bool first_item = false;
  /// The locations right below: [begin, end) of Table::locations. Members by the bytes of their
  /// names, then the first item.
  std::size_t children_begin = 0;
  std::size_t children_end = 0;
};

/// Something stands at a location, and it is of these types; it is one of the values where there
/// are any; it matches the pattern where there is one.
struct Fact {
  std::size_t location = 0;
  schema::Types types = schema::kAny;
  schema::List<schema::Value> values = {};
  const schema::Pattern* pattern = nullptr;
};

/// A payload is the event when all facts hold. An event may have several alternatives.
struct Alternative {
  /// An index of Table::event_names.
  std::size_t event = 0;
  schema::List<Fact> facts = {};
  /// No payload of an alternative before this one has all of these facts, as far as members are
  /// declared: once they hold, the answer is known.
  bool alone = false;
};

/// All events of a bundle. Of the alternatives whose facts hold, the first in this list decides;
/// but one that is `alone` decides as soon as its facts are read.
struct Table {
  schema::List<Location> locations = {};
  schema::List<Alternative> alternatives = {};
  schema::List<std::string_view> event_names = {};
};

inline constexpr std::size_t kUnknown = static_cast<std::size_t>(-1);

/// The event that a payload is: an index of Table::event_names. kUnknown for a payload that is
/// none, and for one that turns out, before the answer is known, not to be JSON or to be over a
/// limit.
///
/// Reads the payload once, looks only at the table's locations, passes what is between them, and
/// stops at the answer: what follows may be anything. A location that a payload has twice is what
/// it is first. Allocates only for names and values with escapes, and for tables of more than 64
/// alternatives or 256 locations.
[[nodiscard]] std::size_t classify(std::string_view text, const Table& table,
                                   const Options& options = {});

}  // namespace eventc::route
