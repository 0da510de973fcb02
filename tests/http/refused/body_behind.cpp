// SPDX-License-Identifier: Apache-2.0
#include <events/order_created.hpp>

#include "eventc/http/routes.hpp"

namespace http = eventc::http;

// Does not compile: the body that is named at the call is not the first parameter.
void refused(http::Routes& routes) {
  routes.post<events::OrderCreated>("/orders", [](const http::Request&) {});
}
