// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eventc/http/request.hpp"
#include "eventc/http/response.hpp"

namespace eventc::http {

/// Which other sites' pages may ask, by the CORS protocol (Fetch Standard, section 3.2).
struct Cors {
  /// "https://shop.example", as browsers send it, or "*" for any.
  std::vector<std::string> origins = {"*"};
  /// Headers that requests may have beside the safelisted ones; "*" is any but Authorization.
  /// Empty: those that a preflight asks for.
  std::vector<std::string> headers = {};
  /// Headers of responses that pages may read beside the safelisted ones; "*" is any.
  std::vector<std::string> exposed_headers = {};
  /// Requests may come with cookies. "*" is the name of a site or a field then, and no wildcard:
  /// check() refuses it in the members above (Fetch Standard, section 3.2.5).
  bool credentials = false;
  /// How long a browser may remember a preflight's answer.
  std::optional<std::chrono::seconds> max_age = {};
};

/// Throws std::logic_error, which says what to do, for what no browser understands: an origin that
/// it never sends, a field that is none, a negative max_age, "*" with credentials.
void check(const Cors& cors);
/// Whether the request asks what a page of another site may send (Fetch Standard, section 3.2.2).
[[nodiscard]] bool is_preflight(const Request& request);
/// 204 with what is allowed, where the origin is; `methods` are those of the route: "GET, POST".
[[nodiscard]] Response answer_preflight(const Cors& cors, const Request& request,
                                        std::string_view methods);
/// Adds what lets the page that asked read the response, if it is of an allowed site. A field that
/// the response has already, as its handler made it, stays as it is.
void add_cors_headers(const Cors& cors, const Request& request, Response& response);

}  // namespace eventc::http
