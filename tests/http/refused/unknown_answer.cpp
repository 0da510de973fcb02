// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/routes.hpp"

namespace http = eventc::http;

// Does not compile: no response is made of a number.
void refused(http::Routes& routes) {
  routes.get("/orders", [] { return 7; });
}
