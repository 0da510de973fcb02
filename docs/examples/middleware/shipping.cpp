// SPDX-License-Identifier: Apache-2.0

// A router whose invocations are logged, measured and, where they fail, tried again.

#include <eventc/middleware.hpp>
#include <eventc/replay.hpp>
#include <eventc/router.hpp>
#include <eventc/telemetry/log.hpp>
#include <eventc/telemetry/metrics.hpp>
#include <events/bundle.hpp>
#include <iostream>
#include <stdexcept>

namespace telemetry = eventc::telemetry;

/// What a handler throws where trying again may help.
struct Busy : std::runtime_error {
  using std::runtime_error::runtime_error;
};

eventc::Outcome try_again(const eventc::Invocation&, const eventc::Next& next) {
  try {
    return next();
  } catch (const Busy&) {
    return next();
  }
}

int main() {
  const telemetry::Logger log;
  telemetry::Metrics metrics("Shop", {{"service", "shipping"}});

  eventc::Router<events::Bundle> router;
  router.use(telemetry::log_invocations(log));  // the outermost: it sees what becomes of the rest
  router.use(telemetry::measure_invocations(metrics));
  router.use(try_again);
  router.on<events::OrderCreated>(
      [&](const events::OrderCreated& order, const eventc::Context& context) {
        log.of(context).info("shipped", {{"orderId", order.order_id}});
        metrics.add("Lines", static_cast<double>(order.lines.size()), telemetry::Unit::Count);
      });
  return eventc::replay(router, std::cin).ok() ? 0 : 1;
}
