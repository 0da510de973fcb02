// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/cors.hpp"

#include <algorithm>
#include <cstddef>
#include <stdexcept>

#include "eventc/quote.hpp"
#include "field_syntax.hpp"

namespace eventc::http {

namespace {

bool has_star(const std::vector<std::string>& names) {
  return std::find(names.begin(), names.end(), "*") != names.end();
}

bool allows_any(const Cors& cors) { return has_star(cors.origins); }

/// As browsers write one (HTML Standard, "serialization of an origin"): what has capitals, a path
/// or a slash at the end is never sent.
bool is_origin(std::string_view text) {
  constexpr std::string_view kBetween = "://";
  const auto is_made_of = [](std::string_view part, std::string_view others) {
    return !part.empty() && std::all_of(part.begin(), part.end(), [others](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
             others.find(c) != std::string_view::npos;
    });
  };
  const std::size_t at = text.find(kBetween);
  return at != std::string_view::npos && is_made_of(text.substr(0, at), "+-.") &&
         is_made_of(text.substr(at + kBetween.size()), "-._:[]");
}

bool allows(const Cors& cors, std::string_view origin) {
  return allows_any(cors) ||
         std::find(cors.origins.begin(), cors.origins.end(), origin) != cors.origins.end();
}

[[noreturn]] void refuse(const std::string& why) { throw std::logic_error("CORS: " + why); }

void check_origin(const std::string& origin) {
  if (origin == "*" || origin == "null" || is_origin(origin)) return;
  refuse("\"" + quote_excerpt(origin) +
         "\" is no origin, which is a scheme, a host and perhaps a port, as browsers send it: "
         "\"https://shop.example\"");
}

void check_names(const std::vector<std::string>& names) {
  for (const std::string& name : names)
    if (!is_token(name)) refuse("\"" + quote_excerpt(name) + "\" is no name of a field");
}

void check_stars(const Cors& cors) {
  const std::string why = "with credentials \"*\" is no wildcard: ";
  if (allows_any(cors)) refuse(why + "name the sites in `origins`");
  if (has_star(cors.headers))
    refuse(
        why +
        "name the fields in `headers`, or leave it empty, which allows those that are asked for");
  if (has_star(cors.exposed_headers)) refuse(why + "name the fields in `exposed_headers`");
}

}  // namespace

void check(const Cors& cors) {
  for (const std::string& origin : cors.origins) check_origin(origin);
  check_names(cors.headers);
  check_names(cors.exposed_headers);
  if (cors.credentials) check_stars(cors);
  if (cors.max_age && cors.max_age->count() < 0)
    refuse("max_age is " + std::to_string(cors.max_age->count()) + ", not 0 seconds or more");
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
  const std::string_view asked =
      request.headers.find("access-control-request-headers").value_or("");
  if (!cors.headers.empty()) {
    response.header("access-control-allow-headers", comma_separated(cors.headers));
  } else if (are_tokens(asked)) {
    response.header("access-control-allow-headers", asked);
  }
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
