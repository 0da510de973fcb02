// SPDX-License-Identifier: Apache-2.0
#include "eventc/router.hpp"

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "eventc/emitted/document.hpp"
#include "eventc/schema.hpp"

namespace eventc {
namespace {

/// What is wrong with a text, whatever it should be; nothing for JSON within the limits.
std::optional<Error> find_fault(std::string_view text, const Options& options) {
  const Report found = report(text, {&schema::any, ""}, options);
  if (found.ok()) return std::nullopt;
  return found.errors().front();
}

template <class Function>
void set_once(Function& place, Function function, const std::string& what) {
  if (place) throw std::logic_error("eventc::Router: " + what + " has a handler already");
  place = std::move(function);
}

}  // namespace

std::string Unhandled::reason() const {
  if (!event.empty()) return "no handler for " + std::string(event);
  return "none of the known events: " + std::string(known_events);
}

std::string Malformed::reason() const {
  const std::string what = error.kind == ErrorKind::NotJson ? "not JSON: " : "over a limit: ";
  return what + error.to_string();
}

std::string Invalid::reason() const {
  return "not a valid " + std::string(event) + ": " + error.to_string();
}

namespace detail {

RouterCore::RouterCore(const route::Table& table, const Options& options)
    : table_(&table), options_(options), handlers_(table.event_names.size()) {}

void RouterCore::set_handler(std::size_t event, Handler handler) {
  set_once(handlers_[event], std::move(handler), std::string(table_->event_names[event]));
}

void RouterCore::set_otherwise(Fallback<Unhandled> fallback) {
  set_once(otherwise_, std::move(fallback), "otherwise()");
}

void RouterCore::set_on_malformed(Fallback<Malformed> fallback) {
  set_once(on_malformed_, std::move(fallback), "on_malformed()");
}

void RouterCore::set_on_invalid(Fallback<Invalid> fallback) {
  set_once(on_invalid_, std::move(fallback), "on_invalid()");
}

Outcome RouterCore::dispatch(std::string_view payload, Arena& arena, const Context& context) const {
  if (middleware_.empty()) return handle(payload, arena, context);
  return dispatch_from(0, {payload, context}, arena);
}

Outcome RouterCore::dispatch_from(std::size_t first, const Invocation& invocation,
                                  Arena& arena) const {
  if (first == middleware_.size()) return handle(invocation.payload, arena, invocation.context);
  const auto go_on = [&] { return dispatch_from(first + 1, invocation, arena); };
  return middleware_[first](invocation, Next(go_on));
}

Outcome RouterCore::handle(std::string_view payload, Arena& arena, const Context& context) const {
  const std::size_t event = route::classify(payload, *table_, options_);
  if (event == route::kUnknown || !handlers_[event]) {
    // Malformed where it is not known yet: the scanner stops at the answer.
    std::optional<Error> fault = find_fault(payload, options_);
    Outcome outcome{.kind = fault ? Outcome::Kind::Malformed : Outcome::Kind::Unhandled};
    if (event != route::kUnknown) outcome.event = table_->event_names[event];
    outcome.error = std::move(fault);
    return refuse(payload, std::move(outcome), context);
  }
  Outcome outcome = handlers_[event](payload, arena, context);
  const bool is_refused =
      outcome.kind == Outcome::Kind::Malformed || outcome.kind == Outcome::Kind::Invalid;
  if (is_refused) return refuse(payload, std::move(outcome), context);
  return outcome;
}

Outcome RouterCore::refuse(std::string_view payload, Outcome outcome,
                           const Context& context) const {
  if (outcome.kind == Outcome::Kind::Unhandled) {
    const std::string known_events = list_events(*table_);
    const Unhandled why{payload, outcome.event, known_events};
    outcome.reason = why.reason();
    if (otherwise_) otherwise_(why, context, outcome);
    return outcome;
  }
  const Error error = *outcome.error;
  if (outcome.kind == Outcome::Kind::Malformed) {
    const Malformed why{payload, error};
    outcome.reason = why.reason();
    if (on_malformed_) on_malformed_(why, context, outcome);
  } else {
    const Invalid why{payload, outcome.event, error};
    outcome.reason = why.reason();
    if (on_invalid_) on_invalid_(why, context, outcome);
  }
  return outcome;
}

std::string list_events(const route::Table& table) {
  std::string text;
  for (const std::string_view name : table.event_names) {
    if (!text.empty()) text += ", ";
    text += name;
  }
  return text;
}

Outcome refused(std::string_view event, Error error) {
  const bool is_invalid =
      error.kind == ErrorKind::Invalid || error.kind == ErrorKind::NotRepresentable;
  return {.kind = is_invalid ? Outcome::Kind::Invalid : Outcome::Kind::Malformed,
          .event = event,
          .error = std::move(error)};
}

void respond(Outcome& outcome, const Json& response) { outcome.response = response.text(); }

void respond(Outcome& outcome, Result<std::string> response) {
  if (response) {
    outcome.response = *std::move(response);
    return;
  }
  if (outcome.ok()) outcome.kind = Outcome::Kind::ResponseFailed;
  const std::string what = "the response cannot be written: " + response.error().to_string();
  outcome.reason += outcome.reason.empty() ? what : "; " + what;
  if (!outcome.error) outcome.error = std::move(response).error();
}

void respond(Outcome& outcome, ResponseStream response) {
  outcome.stream = std::make_shared<const ResponseStream>(std::move(response));
}

}  // namespace detail
}  // namespace eventc
