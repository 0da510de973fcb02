// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/routes.hpp"

namespace http = eventc::http;

struct Date {};

// Does not compile: nothing says how a text becomes a Date.
void refused(http::Routes& routes) {
  routes.get("/orders", [](http::Query<"since", std::optional<Date>>) {});
}
