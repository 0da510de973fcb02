// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "eventc/classify.hpp"
#include "eventc/error.hpp"
#include "eventc/event.hpp"
#include "eventc/route.hpp"

/// A command line that checks payloads with the validators and routes of a bundle, the very ones
/// that a program built with it runs. eventc_add_checker() makes the program; see eventc-checker(1)
/// for what it does.
namespace eventc::checker {

/// The root type of a schema. The views are of emitted code: they stay.
struct EventType {
  std::string_view name;    ///< "KinesisEvent"
  std::string_view schema;  ///< "kinesis-event.schema.json"
  Report (*validate)(std::string_view text, const Options& options) = nullptr;
};

/// A bundle, seen without its types.
struct CheckedBundle {
  /// The root types of all schemas, those that nothing is routed to included.
  std::vector<EventType> types;
  /// Those that payloads are routed to, in the order of routes->event_names.
  std::vector<EventType> events;
  const route::Table* routes = nullptr;
};

template <class... Ts>
[[nodiscard]] std::vector<EventType> describe_types(EventList<Ts...>) {
  return {EventType{EventTraits<Ts>::name, EventTraits<Ts>::schema, &EventTraits<Ts>::validate}...};
}

template <class Bundle>
[[nodiscard]] CheckedBundle describe_bundle() {
  return {describe_types(typename Bundle::Types{}), describe_types(typename Bundle::Events{}),
          &Bundle::routes()};
}

/// Runs the command line on the standard streams and gives the exit code: 0 all is as it should be,
/// 1 some document is not, 2 wrong usage or a fault of reading or writing. `program` is the name it
/// goes by in its messages. While it runs, SIGINT, SIGTERM and SIGHUP clean the terminal before
/// they end the process, and SIGPIPE is ignored.
[[nodiscard]] int run(int argc, const char* const* argv, std::string_view program,
                      const CheckedBundle& bundle);

}  // namespace eventc::checker

namespace eventc {

/// The main() of a checker.
template <class Bundle>
[[nodiscard]] int run_checker(int argc, const char* const* argv, std::string_view program) {
  return checker::run(argc, argv, program, checker::describe_bundle<Bundle>());
}

}  // namespace eventc
