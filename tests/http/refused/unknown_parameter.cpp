// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/routes.hpp"

namespace http = eventc::http;

// Does not compile: a request has no such part.
void refused(http::Routes& routes) {
  routes.post("/orders", [](const std::string&) {});
}
