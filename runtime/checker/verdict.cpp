// SPDX-License-Identifier: Apache-2.0
#include "verdict.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "eventc/emitted/document.hpp"
#include "eventc/quote.hpp"
#include "eventc/schema.hpp"

namespace eventc::checker {
namespace {

/// "but /Records/0/kinesis is missing"
std::string difference_of(const Error& error) {
  const std::string where =
      error.instance_location.empty() ? "the payload" : printable(error.instance_location);
  return "but " + where + (error.message == "missing" ? " is " : ": ") + error.message;
}

/// Why no event is known: the text is no JSON, or no event's.
Verdict find_reason(const input::Document& document, const CheckedBundle& bundle,
                    const Options& options) {
  Report faults = report(document.text, {&schema::any, ""}, options);
  if (!faults.ok()) return {.kind = Verdict::Kind::Invalid, .errors = faults.errors()};
  Error error{.kind = ErrorKind::Invalid, .message = "no event of this bundle"};
  if (auto closest = route::find_closest(document.text, *bundle.routes, options)) {
    const std::string name(bundle.events[closest->event].name);
    error = std::move(closest->difference);
    error.message = "no event of this bundle; closest is " + name + ", " + difference_of(error);
  }
  return {.kind = Verdict::Kind::Unknown, .errors = {std::move(error)}};
}

Verdict::Kind kind_of(const Report& report) {
  if (report.ok()) return Verdict::Kind::Valid;
  const bool is_undecided =
      report.complete() &&
      std::all_of(report.errors().begin(), report.errors().end(),
                  [](const Error& error) { return error.kind == ErrorKind::MatchLimit; });
  return is_undecided ? Verdict::Kind::Undecided : Verdict::Kind::Invalid;
}

Verdict validate(const input::Document& document, const EventType& event, const Options& options) {
  Report report = event.validate(document.text, options);
  return {.kind = kind_of(report),
          .event = &event,
          .errors = report.errors(),
          .is_complete = report.complete()};
}

Verdict too_large(const input::Document& document, const EventType* event, const Options& options) {
  Error error{.kind = ErrorKind::Limit,
              .message = "the text has " + std::to_string(document.size) +
                         " bytes, and the limit is " + std::to_string(options.max_size)};
  return {.kind = Verdict::Kind::Invalid, .event = event, .errors = {std::move(error)}};
}

/// From places in the document to places in its input.
void move_places(const input::Document& document, std::vector<Error>& errors) {
  for (Error& error : errors) {
    if (error.line == 1) error.column += document.column - 1;
    error.line += document.line - 1;
  }
}

const EventType* find_event(const input::Document& document, const CheckedBundle& bundle,
                            const Options& options) {
  const std::size_t event = route::classify(document.text, *bundle.routes, options);
  return event == route::kUnknown ? nullptr : &bundle.events[event];
}

}  // namespace

Verdict check(const input::Document& document, const CheckedBundle& bundle, const EventType* as,
              const Options& options) {
  const bool is_kept = document.size <= options.max_size;
  const EventType* const event =
      as != nullptr || !is_kept ? as : find_event(document, bundle, options);
  Verdict verdict = !is_kept           ? too_large(document, event, options)
                    : event == nullptr ? find_reason(document, bundle, options)
                                       : validate(document, *event, options);
  move_places(document, verdict.errors);
  return verdict;
}

Verdict classify(const input::Document& document, const CheckedBundle& bundle,
                 const Options& options) {
  const bool is_kept = document.size <= options.max_size;
  const EventType* const event = is_kept ? find_event(document, bundle, options) : nullptr;
  if (event != nullptr) return {.event = event};
  Verdict verdict =
      is_kept ? find_reason(document, bundle, options) : too_large(document, nullptr, options);
  move_places(document, verdict.errors);
  return verdict;
}

}  // namespace eventc::checker
