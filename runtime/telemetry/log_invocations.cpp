// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <chrono>
#include <exception>
#include <utility>

#include "eventc/telemetry/log.hpp"
#include "eventc/thrown.hpp"
#include "stopwatch.hpp"

namespace eventc::telemetry {

namespace {

std::string_view to_text(Outcome::Kind kind) {
  constexpr std::array<std::string_view, 5> kTexts = {"handled", "unhandled", "malformed",
                                                      "invalid", "response failed"};
  return kTexts[static_cast<std::size_t>(kind)];
}

void log_outcome(const Logger& log, const Outcome& outcome) {
  const Logger named = log.with({{"event", outcome.event}, {"outcome", to_text(outcome.kind)}});
  if (outcome.ok()) {
    named.info("invocation");
  } else {
    named.warn("invocation", {{"reason", outcome.reason}});
  }
}

}  // namespace

Middleware log_invocations(Logger logger) {
  return [logger = std::move(logger)](const Invocation& invocation, const Next& next) {
    const Stopwatch stopwatch;
    const auto log = [&] {
      return logger.of(invocation.context)
          .with({{"payloadBytes", invocation.payload.size()},
                 {"durationMs", stopwatch.milliseconds()}});
    };
    const Middleware tell = to_middleware({
        .after = [&](const Invocation&, const Outcome& outcome) { log_outcome(log(), outcome); },
        .on_error =
            [&](const Invocation&, const std::exception_ptr& thrown) {
              log().error("invocation", {{"exception", words_of(thrown)}});
            },
    });
    return tell(invocation, next);
  };
}

}  // namespace eventc::telemetry
