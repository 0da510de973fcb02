// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/routes.hpp"

namespace http = eventc::http;

// Does not compile: what is auto could be filled with anything.
void refused(http::Routes& routes) {
  routes.post("/orders", [](const auto& order) { return order; });
}
