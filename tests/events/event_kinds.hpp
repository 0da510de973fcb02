// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <eventc/event.hpp>
#include <events/bundle.hpp>
#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

/// The events of the test bundle, seen alike, and the fixtures of each.
namespace eventc::test {

struct EventKind {
  /// The folder of its fixtures: "kinesis-event".
  std::string folder;
  /// Of the type: "KinesisEvent".
  std::string name;
  /// None: a type for writing.
  std::optional<events::Bundle::Event> event;
  std::function<std::optional<Error>(std::string_view)> parse;
  std::function<Report(std::string_view)> validate;
  /// Of a view: parse() into an arena, and whether it succeeds. None: it owns what it holds.
  std::function<bool(std::string_view, Arena&)> parse_into;
  /// What parse() of to_json() of parse() has to be equal to; in words, when it is not.
  std::function<std::string(std::string_view)> round_trip;

  /// For the names of tests.
  friend std::ostream& operator<<(std::ostream& out, const EventKind& kind) {
    return out << kind.name;
  }
};

/// Those of the catalog and OrderCreated.
[[nodiscard]] const std::vector<EventKind>& event_kinds();

struct Fixture {
  std::string path;
  std::string text;
};

/// The JSON files of a folder below tests/events, sorted.
[[nodiscard]] std::vector<Fixture> fixtures(const std::string& folder);

/// What an outcome of classify() is called.
[[nodiscard]] std::string event_name(const std::optional<events::Bundle::Event>& event);

}  // namespace eventc::test
