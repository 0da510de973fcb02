// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/routes.hpp"

namespace http = eventc::http;

// Does not compile: a request is not the handler's to change.
void refused(http::Routes& routes) {
  routes.get("/orders", [](http::Request&) {});
}
