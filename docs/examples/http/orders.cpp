// SPDX-License-Identifier: Apache-2.0

// Orders over HTTP: a table of routes, served by every API that the bundle has events of.

#include <eventc/http/serve.hpp>
#include <eventc/replay.hpp>
#include <events/bundle.hpp>
#include <iostream>
#include <map>
#include <optional>
#include <string>

namespace http = eventc::http;

class Orders {
 public:
  http::Response place(const events::OrderCreated& order) {
    const auto [place, is_new] =
        amounts_.try_emplace(std::string(order.order_id), order.total.amount);
    if (!is_new) throw http::ProblemError(409, "there is such an order already");
    return http::json(201, order).header("location", "/orders/" + place->first);
  }

  std::string show(std::string_view id) const {
    const auto order = amounts_.find(id);
    if (order == amounts_.end()) throw http::ProblemError(404, "there is no such order");
    return std::to_string(order->second) + "\n";
  }

  std::string list(std::size_t limit) const {
    std::string ids;
    for (const auto& [id, amount] : amounts_) {
      if (limit-- == 0) break;
      ids += id + "\n";
    }
    return ids;
  }

 private:
  std::map<std::string, std::uint64_t, std::less<>> amounts_;
};

http::Routes routes_of(Orders& orders) {
  http::Routes routes;
  routes.post("/orders", [&](const events::OrderCreated& order) { return orders.place(order); });
  routes.get("/orders/{id}", [&](http::Path<"id"> id) { return orders.show(*id); });
  routes.get("/orders", [&](http::Query<"limit", std::optional<unsigned>> limit) {
    return orders.list(limit->value_or(100));
  });
  routes.cors({.origins = {"https://shop.example"}});
  return routes;
}

int main() {
  Orders orders;
  eventc::Router<events::Bundle> router;
  http::serve(routes_of(orders), router);
  // On Lambda: return eventc::lambda::run(router);
  const auto tell = [](const eventc::Replayed& replayed) {
    std::cout << replayed.outcome.response.value_or(replayed.outcome.reason) << "\n";
  };
  return eventc::replay(router, std::cin, {.after_each = tell}).ok() ? 0 : 1;
}
