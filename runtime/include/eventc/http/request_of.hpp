// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <optional>
#include <string_view>

#include "eventc/http/request.hpp"

/// Events as requests. An event is known by the members that only such events have, whatever its
/// schema is called, and whether it owns its strings or not.
namespace eventc::http {

namespace detail {

/// The text of a member that may be absent.
inline std::string_view text_of(std::string_view text) { return text; }
template <class Text>
std::string_view text_of(const std::optional<Text>& text) {
  return text ? std::string_view(*text) : std::string_view();
}
inline bool is_set(bool flag) { return flag; }
inline bool is_set(const std::optional<bool>& flag) { return flag.value_or(false); }

/// `add` is called with each name and value of a map of texts, or of lists of texts.
template <class Map, class Add>
void add_each(const std::optional<Map>& map, Add add) {
  if (!map) return;
  for (const auto& [name, value] : *map) {
    if constexpr (std::convertible_to<decltype(value), std::string_view>) {
      add(name, value);
    } else {
      for (const auto& one : value) add(name, one);
    }
  }
}

/// Of the two members in which a service gives the same fields, the one that has all values.
template <class Lists, class Texts, class Add>
void add_all(const std::optional<Lists>& lists, const std::optional<Texts>& texts, Add add) {
  if (lists) {
    add_each(lists, add);
  } else {
    add_each(texts, add);
  }
}

}  // namespace detail

/// API Gateway's REST APIs, and HTTP APIs with payload format 1.0.
template <class E>
concept RestEvent = requires(const E& event) {
  detail::text_of(event.resource);
  detail::text_of(event.http_method);
  detail::text_of(event.path);
  detail::text_of(event.body);
  event.request_context.stage;
}
&&!requires(const E& event) { event.request_context.connection_id; };

/// HTTP APIs with payload format 2.0, and function URLs.
template <class E>
concept HttpEvent = requires(const E& event) {
  detail::text_of(event.raw_path);
  detail::text_of(event.body);
  detail::text_of(event.request_context.http.method);
};

template <class E>
concept WebSocketEvent = requires(const E& event) {
  detail::text_of(event.body);
  detail::text_of(event.request_context.connection_id);
  detail::text_of(event.request_context.route_key);
};

/// Application Load Balancers.
template <class E>
concept LoadBalancerEvent = requires(const E& event) {
  detail::text_of(event.http_method);
  detail::text_of(event.path);
  detail::text_of(event.body);
  event.request_context.elb;
};

template <class E>
concept RequestEvent = RestEvent<E> || HttpEvent<E> || WebSocketEvent<E> || LoadBalancerEvent<E>;

namespace detail {

/// What REST APIs, WebSocket APIs and load balancers have in common.
template <class E>
void fill_fields(const E& event, Encoding encoding, Request& request) {
  if (event.headers) request.headers.expect(event.headers->size());
  add_all(event.multi_value_headers, event.headers,
          [&](std::string_view name, std::string_view value) { request.headers.add(name, value); });
  add_all(event.multi_value_query_string_parameters, event.query_string_parameters,
          [&](std::string_view name, std::string_view value) {
            add_query_parameter(request, name, value, encoding);
          });
  for (const std::string_view cookies : request.headers.all("cookie"))
    add_cookies(request, cookies);
}

template <class E>
void fill_body(const E& event, Request& request) {
  set_body(request, text_of(event.body), is_set(event.is_base64_encoded));
}

}  // namespace detail

/// Fills in a new Request.
///
/// REST APIs give a path as it was sent, and parameters of the query decoded; an HTTP API decodes
/// both with format 1.0, which its "version" tells.
template <RestEvent E>
void fill(Request& request, const E& event) {
  const auto& context = event.request_context;
  request.api = Api::Rest;
  request.method = detail::text_of(event.http_method);
  request.stage = detail::text_of(context.stage);
  request.id = detail::text_of(context.request_id);
  if (context.identity) request.source_ip = detail::text_of(context.identity->source_ip);
  const bool is_http_api = !detail::text_of(event.version).empty();
  request.takes_stream = !is_http_api;
  set_path(request, detail::text_of(event.path), is_http_api ? request.stage : std::string_view(),
           is_http_api ? Encoding::Plain : Encoding::Percent);
  detail::fill_fields(event, Encoding::Plain, request);
  detail::fill_body(event, request);
}

/// HTTP APIs decode the path; function URLs, which are known by their domain, do not. Neither
/// decodes the raw query.
template <HttpEvent E>
void fill(Request& request, const E& event) {
  const auto& context = event.request_context;
  request.api = Api::Http;
  request.method = detail::text_of(context.http.method);
  request.stage = detail::text_of(context.stage);
  request.id = detail::text_of(context.request_id);
  request.source_ip = detail::text_of(context.http.source_ip);
  const bool is_function_url =
      detail::text_of(context.domain_name).find(".lambda-url.") != std::string_view::npos;
  request.takes_stream = is_function_url;
  set_path(request, detail::text_of(event.raw_path), request.stage,
           is_function_url ? Encoding::Percent : Encoding::Plain);
  add_query(request, detail::text_of(event.raw_query_string));
  if (event.headers) request.headers.expect(event.headers->size());
  detail::add_each(event.headers, [&](std::string_view name, std::string_view value) {
    request.headers.add(name, value);
  });
  if (event.cookies) {
    request.cookies.expect(event.cookies->size());
    for (const std::string_view cookie : *event.cookies) add_cookies(request, cookie);
  }
  detail::fill_body(event, request);
}

template <WebSocketEvent E>
void fill(Request& request, const E& event) {
  const auto& context = event.request_context;
  request.api = Api::WebSocket;
  request.stage = detail::text_of(context.stage);
  request.id = detail::text_of(context.request_id);
  if (context.identity) request.source_ip = detail::text_of(context.identity->source_ip);
  request.route_key = detail::text_of(context.route_key);
  request.connection_id = detail::text_of(context.connection_id);
  detail::fill_fields(event, Encoding::Plain, request);
  detail::fill_body(event, request);
}

/// Load balancers decode nothing.
template <LoadBalancerEvent E>
void fill(Request& request, const E& event) {
  request.api = Api::LoadBalancer;
  request.method = detail::text_of(event.http_method);
  request.multi_value_headers = event.multi_value_headers.has_value();
  set_path(request, detail::text_of(event.path), {}, Encoding::Percent);
  detail::fill_fields(event, Encoding::Percent, request);
  detail::fill_body(event, request);
}

}  // namespace eventc::http
