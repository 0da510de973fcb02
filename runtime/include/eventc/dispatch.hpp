// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "eventc/error.hpp"
#include "eventc/response_stream.hpp"

/// What becomes of a payload that a router takes.
namespace eventc {

/// A payload that no handler is registered for. Views are good during the call.
struct Unhandled {
  std::string_view payload;
  /// The event that it is; empty when it is none of the bundle's.
  std::string_view event = {};
  /// The bundle's events, listed: "KafkaEvent, KinesisEvent".
  std::string_view known_events = {};

  /// "no handler for KafkaEvent", or "none of the known events: KafkaEvent, KinesisEvent".
  [[nodiscard]] std::string reason() const;
};

/// A payload that is not JSON, or over a limit (ErrorKind NotJson, Limit or MatchLimit). Views and
/// references are good during the call.
struct Malformed {
  std::string_view payload;
  const Error& error;

  /// "not JSON: (1:7): the text ends inside an object"; the error as Error::to_string() has it.
  [[nodiscard]] std::string reason() const;
};

/// A payload that was recognised as an event, and violates its schema or cannot be held by its type
/// (ErrorKind Invalid or NotRepresentable). Views and references are good during the call.
struct Invalid {
  std::string_view payload;
  std::string_view event;
  const Error& error;

  /// "not a valid KafkaEvent: /records (1:9): expected an object, found a string […]".
  [[nodiscard]] std::string reason() const;
};

/// How a router dealt with a payload.
struct [[nodiscard]] Outcome {
  enum class Kind : std::uint8_t {
    Handled,         ///< Its handler has been called.
    Unhandled,       ///< It is an event without a handler, or none of the bundle's events.
    Malformed,       ///< It is not JSON, or over a limit.
    Invalid,         ///< It was recognised as an event, and is not valid.
    ResponseFailed,  ///< Its handler has been called, and gave a response that no JSON can express.
  };

  Kind kind = Kind::Handled;
  /// The event that it was recognised as; empty when none. A name of emitted code: it stays.
  std::string_view event = {};
  /// The JSON text of what the handler returned, or what that for payloads of this kind returned;
  /// nothing where none was called, it returned nothing, or its response failed.
  std::optional<std::string> response = {};
  /// Why it was not handled, or why there is no response, in words; empty when Handled.
  std::string reason = {};
  /// The error behind the reason, where there is one.
  std::optional<Error> error = {};
  /// What was returned in place of a text: a response that is still to be made. Its body() is
  /// called while the payload and the arena of the dispatch stand.
  std::shared_ptr<const ResponseStream> stream = {};

  [[nodiscard]] bool ok() const { return kind == Kind::Handled; }
  explicit operator bool() const { return ok(); }
};

}  // namespace eventc
