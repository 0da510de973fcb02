// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <istream>
#include <string_view>

#include "eventc/arena.hpp"
#include "eventc/context.hpp"
#include "eventc/dispatcher.hpp"
#include "eventc/error.hpp"
#include "eventc/input/splitter.hpp"

/// The same handlers anywhere: payloads from a file or a pipe, one after another, through a router.
namespace eventc {

/// A payload, and what became of it. References are good during the call.
struct Replayed {
  /// With its place in the stream.
  const input::Document& document;
  /// Meaningless where something was thrown.
  const Outcome& outcome;
  /// What its handler threw; null where nothing was.
  std::exception_ptr thrown;

  [[nodiscard]] bool ok() const { return !thrown && outcome.ok(); }
};

struct ReplayOptions {
  /// How the stream holds its payloads. By default one behind the other, whatever is between them:
  /// JSON Lines, a whole document, several that are pretty-printed.
  input::Form form = input::Form::Values;
  /// In bytes: a larger payload is malformed.
  std::size_t max_size = Options().max_size;
  /// Ends behind the first payload that is not ok(): not handled, or its handler threw.
  bool stop_at_failure = false;
  /// What handlers are told beside a payload; by default nothing.
  std::function<Context(const input::Document&)> context = {};
  /// Nobody receives a response that is a stream: who wants it made calls its body here.
  std::function<void(const Replayed&)> after_each = {};
};

/// How many payloads became what.
struct ReplaySummary {
  std::size_t handled = 0;
  std::size_t unhandled = 0;
  std::size_t malformed = 0;
  std::size_t invalid = 0;
  std::size_t response_failed = 0;
  std::size_t thrown = 0;  ///< Their handlers threw.

  [[nodiscard]] std::size_t total() const { return handled + failed(); }
  [[nodiscard]] std::size_t failed() const {
    return unhandled + malformed + invalid + response_failed + thrown;
  }
  [[nodiscard]] bool ok() const { return failed() == 0; }

  bool operator==(const ReplaySummary&) const = default;
};

/// Dispatches each payload of a stream. Throws std::runtime_error where the stream breaks off.
[[nodiscard]] ReplaySummary replay(const Dispatch& dispatch, std::istream& stream,
                                   const ReplayOptions& options = {});

///     std::ifstream recorded("events.jsonl");
///     const eventc::ReplaySummary summary = eventc::replay(router, recorded);
template <Dispatcher Router>
[[nodiscard]] ReplaySummary replay(const Router& router, std::istream& stream,
                                   const ReplayOptions& options = {}) {
  return replay(dispatch_to(router), stream, options);
}

}  // namespace eventc
