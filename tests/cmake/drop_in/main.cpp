// SPDX-License-Identifier: Apache-2.0
#include <eventc/router.hpp>
#include <events/bundle.hpp>
#include <events/order_cancelled.hpp>
#include <events/order_created.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
// The handlers' types end here.

int main(int count, char** arguments) {
  eventc::Router<events::Bundle> router;
  router.on<events::OrderCreated>([](const events::OrderCreated& order) {
    std::cout << "created " << order.order_id << ", lines: " << order.lines.size() << "\n";
  });
  router.on<events::OrderCancelled>([](const events::OrderCancelled& order) {
    std::cout << "cancelled " << order.order_id << "\n";
  });
  // The handlers end here.
  for (int i = 1; i < count; ++i) {
    std::ifstream file(arguments[i]);
    const std::string payload{std::istreambuf_iterator<char>(file), {}};
    const eventc::Outcome outcome = router.dispatch(payload);
    if (!outcome) std::cout << outcome.reason << "\n";
  }
}
