// SPDX-License-Identifier: Apache-2.0
#include <eventc/lambda/run.hpp>
#include <eventc/router.hpp>
#include <events/bundle.hpp>
#include <iostream>

int main() {
  return eventc::lambda::run([] {
    eventc::Router<events::Bundle> router;
    router.on<events::OrderCreated>(
        [](const events::OrderCreated& order, const eventc::Context& context) {
          std::cout << context.request_id << ": " << order.lines.size() << " lines\n";
          return eventc::Json("{\"accepted\":true}");
        });
    return router;
  });
}
