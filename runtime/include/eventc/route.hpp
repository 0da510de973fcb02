// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "eventc/error.hpp"
#include "eventc/schema.hpp"

/// How the events of a bundle are told apart: tables that emitted code holds, and the scanner that
/// reads a payload for them.
///
/// The tables are a tree. Its inner nodes are locations in payloads; at a location a value, or a
/// test of what stands there, leads to the alternatives that it speaks for; and of an alternative
/// the facts that remain are looked at. However many events a bundle has, a payload is asked about
/// the locations that it has, and compared with the alternatives that it may be.
namespace eventc::route {

/// No event, or no row of a table.
inline constexpr std::size_t kUnknown = static_cast<std::size_t>(-1);

/// A place in payloads that is looked at, or passed on the way to one.
struct Location {
  /// An index of Table::locations. kUnknown for the payload itself, which is the first.
  std::size_t parent = kUnknown;
  std::string_view member = {};
  /// The first item of the array above, instead of a member.
  bool first_item = false;
  /// There are locations below.
  bool inner = false;
  /// There are keys of values that may stand here.
  bool keyed = false;
  /// The alternatives that are filed here and under no key: [begin, end) of Table::alternatives.
  /// Their first facts are tested one by one.
  std::size_t tests_begin = 0;
  std::size_t tests_end = 0;
};

/// A string, an integer, a boolean or null that stands at a location, and an alternative that it
/// speaks for. Those of several stand one behind the other.
struct Key {
  std::size_t location = 0;
  schema::Value value;
  std::size_t alternative = 0;
};

/// Something stands at a location, and it is of these types; it is one of the values where there
/// are any; it matches the pattern, which never gives up, where there is one.
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
  /// Of several alternatives whose facts hold when the answer is given, the one with the least
  /// rank is it.
  std::size_t rank = 0;
  /// The first is the one that the alternative is filed under.
  schema::List<Fact> facts = {};
  /// Locations that have to be settled before this can be the answer: those of alternatives with a
  /// lesser rank which a payload with all of these facts may be as well, as far as members are
  /// declared. Mostly none: once the facts hold, the answer is known.
  schema::List<std::size_t> waits_for = {};
};

/// All events of a bundle.
struct Table {
  schema::List<Location> locations = {};
  schema::List<Key> keys = {};
  schema::List<Alternative> alternatives = {};
  schema::List<std::string_view> event_names = {};
  /// Where a location stands by its parent and member, and a key by its location and value: see
  /// emitted/route_index.hpp.
  schema::List<std::uint32_t> location_index = {};
  schema::List<std::uint32_t> key_index = {};
};

/// The event that a payload is: an index of Table::event_names. kUnknown for a payload that is
/// none, and for one that turns out, before the answer is known, not to be JSON or to be over a
/// limit.
///
/// Reads the payload once, looks only at the table's locations, passes what is between them, and
/// stops at the answer: what follows may be anything. A location that a payload has twice is what
/// it is first. Allocates only for names and values with escapes, for payloads with more than 32 of
/// the table's locations, and for tables with more than 1024.
[[nodiscard]] std::size_t classify(std::string_view text, const Table& table,
                                   const Options& options = {});

/// The event that an unknown payload comes closest to, and a fact of it that does not hold.
struct Closest {
  /// An index of Table::event_names.
  std::size_t event = kUnknown;
  /// Its instance_location is that of the fact, even where nothing stands there: then its message
  /// is "missing", and offset, line and column are those of what is there above it. Otherwise:
  /// `expected "aws:sqs", found "aws:ses"`.
  Error difference;
};

/// Works out why classify() gave kUnknown; meant for messages, and slow. Nothing: the payload has
/// nothing in common with any event, or as much with several; or it is not JSON, or over a limit.
[[nodiscard]] std::optional<Closest> find_closest(std::string_view text, const Table& table,
                                                  const Options& options = {});

}  // namespace eventc::route
