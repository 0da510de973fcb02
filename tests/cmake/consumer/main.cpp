// SPDX-License-Identifier: Apache-2.0
#include <events/bundle.hpp>
#include <events/http_refund_v2.hpp>
#include <events/order_created.hpp>

int main() {
  const auto order =
      eventc::parse<events::OrderCreated>(R"({"eventType":"ORDER_CREATED","total":{"amount":5}})");
  const auto refund = eventc::parse<events::Refund>(R"({"eventType":"REFUND"})");
  return order && refund ? 0 : 1;
}
