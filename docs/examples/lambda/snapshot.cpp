// SPDX-License-Identifier: Apache-2.0
#include <eventc/lambda/run.hpp>
#include <eventc/router.hpp>
#include <events/bundle.hpp>
#include <iostream>
#include <random>
#include <string>

int main() {
  std::mt19937_64 tickets;
  eventc::Router<events::Bundle> router;
  router.on<events::OrderCreated>(
      [&tickets](const events::OrderCreated&) { return eventc::Json(std::to_string(tickets())); });

  eventc::lambda::RunOptions options;
  options.after_restore = [&tickets] { tickets.seed(std::random_device{}()); };
  options.on_shutdown = [] { std::cout << std::flush; };
  return eventc::lambda::run(router, options);
}
