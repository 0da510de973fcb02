// SPDX-License-Identifier: Apache-2.0
#include "loop.hpp"

#include <cstdio>
#include <exception>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "error_report.hpp"
#include "invocation_context.hpp"
#include "stream_body.hpp"

namespace eventc::lambda {
namespace {

/// Where a response is not taken, the caller is told so; an answer the event needs in any case.
Sent or_report(Sent sent, RuntimeClient& client, const std::string& request_id) {
  const auto report = [&](std::string_view reason, std::string message) {
    return client.report(request_id,
                         {std::string(reason), std::string(reason), std::move(message)});
  };
  switch (sent) {
    case Sent::TooLarge:
      return report(reason::kResponseTooLarge, "the response is larger than Lambda takes");
    case Sent::Refused:
      return report(reason::kResponseRefused, "the runtime API did not take the response");
    case Sent::Accepted:
    case Sent::NotAwaited:
    case Sent::Failed:
      break;
  }
  return sent;
}

Sent answer(const Dispatch& function, RuntimeClient& client, const Invocation& invocation,
            Arena& arena, const Context& context) {
  const std::string& id = invocation.request_id;
  std::optional<Outcome> outcome;
  try {
    outcome = function(invocation.payload, arena, context);
  } catch (...) {
    return client.report(id, report_thrown(reason::kHandlerThrew, std::current_exception()));
  }
  if (outcome->stream) return or_report(send_stream(client, id, *outcome->stream), client, id);
  if (outcome->response) return or_report(client.respond(id, *outcome->response), client, id);
  if (outcome->ok()) return or_report(client.respond(id, "null"), client, id);
  return client.report(id, report_outcome(*outcome));
}

}  // namespace

bool answer_events(const Dispatch& function, RuntimeClient& client, const Environment& environment,
                   const Stop& stop, bool is_alone) {
  Arena arena;
  for (;;) {
    const std::variant<Invocation, End> next = client.next(stop);
    if (const End* const end = std::get_if<End>(&next)) return *end == End::Stopped;
    const auto& invocation = std::get<Invocation>(next);
    const Context context = make_context(invocation, environment);
    if (is_alone) export_trace(context);
    if (answer(function, client, invocation, arena, context) == Sent::Failed) return false;
    // Between asking for an event and getting one, the environment is frozen, or killed.
    std::cout.flush();
    std::fflush(stdout);
  }
}

}  // namespace eventc::lambda
