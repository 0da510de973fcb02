// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/cors.hpp"

#include <algorithm>
#include <stdexcept>

#include "field_syntax.hpp"

namespace eventc::http {

namespace {

bool has_star(const std::vector<std::string>& names) {
  return std::find(names.begin(), names.end(), "*") != names.end();
}

bool allows_any(const Cors& cors) { return has_star(cors.origins); }

bool allows(const Cors& cors, std::string_view origin) {
  return allows_any(cors) ||
         std::find(cors.origins.begin(), cors.origins.end(), origin) != cors.origins.end();
}

[[noreturn]] void refuse_star(const std::string& what_to_do) {
  throw std::logic_error("CORS: with credentials \"*\" is no wildcard: " + what_to_do);
}

}  // namespace

void check(const Cors& cors) {
  if (!cors.credentials) return;
  if (allows_any(cors)) refuse_star("name the sites in `origins`");
  if (has_star(cors.headers))
    refuse_star(
        "name the fields in `headers`, or leave it empty, which allows those that are asked for");
  if (has_star(cors.exposed_headers)) refuse_star("name the fields in `exposed_headers`");
}

bool is_preflight(const Request& request) {
  return request.method == "OPTIONS" && request.headers.contains("origin") &&
         request.headers.contains("access-control-request-method");
}

Response answer_preflight(const Cors& cors, const Request& request, std::string_view methods) {
  Response response = no_content();
  const auto origin = request.headers.find("origin");
  if (!origin || !allows(cors, *origin)) return response;
  response.header("access-control-allow-methods", methods);
  const std::string headers =
      !cors.headers.empty()
          ? comma_separated(cors.headers)
          : std::string(request.headers.find("access-control-request-headers").value_or(""));
  if (!headers.empty()) response.header("access-control-allow-headers", headers);
  if (cors.max_age)
    response.header("access-control-max-age", std::to_string(cors.max_age->count()));
  return response;
}

void add_cors_headers(const Cors& cors, const Request& request, Response& response) {
  // A cache must not give one site's answer to another.
  if (!allows_any(cors)) response.header("vary", "origin");
  const auto origin = request.headers.find("origin");
  if (!origin || !allows(cors, *origin)) return;
  const auto add = [&response](std::string_view name, std::string_view value) {
    if (!response.has_header(name)) response.header(name, value);
  };
  add("access-control-allow-origin", allows_any(cors) ? "*" : *origin);
  if (cors.credentials) add("access-control-allow-credentials", "true");
  if (!cors.exposed_headers.empty())
    add("access-control-expose-headers", comma_separated(cors.exposed_headers));
}

}  // namespace eventc::http
