// SPDX-License-Identifier: Apache-2.0
#include "eventc/batch/payload.hpp"

#include <stdexcept>

namespace eventc::batch::detail {

PayloadCore::PayloadCore(const route::Table& routes, const Options& options)
    : router_(routes, options), known_events_(eventc::detail::list_events(routes)) {}

void PayloadCore::set_handler(std::size_t event, eventc::detail::RouterCore::Handler handler) {
  router_.set_handler(event, std::move(handler));
}

void PayloadCore::set_otherwise(Otherwise otherwise) {
  if (otherwise_)
    throw std::logic_error("eventc::batch::Payload: otherwise() has a handler already");
  otherwise_ = std::move(otherwise);
}

Verdict PayloadCore::handle(std::string_view payload, const DeadLetterHandler& dead_letter,
                            Frame& frame) const {
  frame.reset();
  Outcome outcome = router_.dispatch(payload, frame, *frame.invocation);
  if (outcome) return std::move(frame.verdict);
  if (outcome.kind == Outcome::Kind::Unhandled && otherwise_) {
    return otherwise_({.payload = payload, .event = outcome.event, .known_events = known_events_},
                      frame);
  }
  if (!dead_letter) return Verdict::failed(std::move(outcome.reason));
  const Error* const error = outcome.error ? &*outcome.error : nullptr;
  Verdict verdict = dead_letter({.kind = outcome.kind,
                                 .payload = payload,
                                 .event = outcome.event,
                                 .reason = outcome.reason,
                                 .error = error,
                                 .about = **frame.about});
  if (verdict) ++frame.dead_letters;
  return verdict;
}

}  // namespace eventc::batch::detail
