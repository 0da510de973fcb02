// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/routes.hpp"

namespace http = eventc::http;

struct Orders {
  void list(const http::Request&) {}
};

// Does not compile: there is no object that it could be called on.
void refused(http::Routes& routes) { routes.get("/orders", &Orders::list); }
