// SPDX-License-Identifier: Apache-2.0
#include <eventc/lambda/run.hpp>
#include <eventc/router.hpp>
#include <events/bundle.hpp>
#include <string>

namespace {

eventc::ResponseStream list_lines(const events::OrderCreated& order) {
  return {.content_type = "text/plain", .body = [lines = order.lines](const eventc::Write& write) {
            for (const auto& line : lines) write(std::string(line.sku) + "\n");
          }};
}

}  // namespace

int main() {
  eventc::Router<events::Bundle> router;
  router.on<events::OrderCreated>(list_lines);
  return eventc::lambda::run(router);
}
