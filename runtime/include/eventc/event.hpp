// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "eventc/error.hpp"
#include "eventc/result.hpp"
#include "eventc/version.hpp"

/// What every emitted header includes: the functions that all events share.
namespace eventc {

class Arena;

/// What the library knows of an event type; emitted code specialises it for the root type of each
/// schema:
///     static constexpr std::string_view name;    // "KinesisEvent"
///     static constexpr std::string_view schema;  // "kinesis-event.schema.json"
///     static Result<T> parse(std::string_view text, const Options& options);
///     static Result<T> parse(std::string_view text, Arena& arena, const Options& options);
///     static Report validate(std::string_view text, const Options& options);
///     static Result<std::string> to_json(const T& value);
/// It has the first parse() where T owns its strings and lists, and the second where T is a view.
template <class T>
struct EventTraits;

template <class T>
concept OwnedEvent = requires(std::string_view text, const Options& options) {
  EventTraits<T>::parse(text, options);
};
template <class T>
concept ViewEvent = requires(std::string_view text, Arena& arena, const Options& options) {
  EventTraits<T>::parse(text, arena, options);
};

/// Payload to struct in one pass, every constraint of the schema checked. `text` is one JSON
/// document (RFC 8259), of any alignment and without padding; nothing of it is kept. The error is
/// that the text is not JSON, or over a limit; otherwise the payload's first violation; otherwise
/// the first value that its C++ type cannot hold. For views see eventc/view.hpp.
template <OwnedEvent T>
[[nodiscard]] Result<T> parse(std::string_view text, const Options& options = {}) {
  return EventTraits<T>::parse(text, options);
}

/// Every violation of the schema of T, with the same checks as parse<T>(). No struct is built: a
/// payload that is valid but not representable (ErrorKind) passes here.
template <class T>
[[nodiscard]] Report validate(std::string_view text, const Options& options = {}) {
  return EventTraits<T>::validate(text, options);
}

/// One JSON document, without white space, members in the schema's order. An error
/// (NotRepresentable, with the location of the value) for a number that is NaN or infinite and for
/// text that is not UTF-8. Constraints are not checked.
template <class T>
[[nodiscard]] Result<std::string> to_json(const T& value) {
  return EventTraits<T>::to_json(value);
}

}  // namespace eventc
