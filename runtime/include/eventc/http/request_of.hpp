// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <string_view>

#include "eventc/http/request.hpp"
#include "eventc/present.hpp"

/// Events as requests. An event is known by the members that only such events have, whatever its
/// schema is called, and whether it owns its strings or not. Of its other members a schema may
/// leave out what nobody asks for.
namespace eventc::http {

namespace detail {

template <class Flag>
bool is_set(const Flag& member) {
  const auto* const flag = present(member);
  return flag != nullptr && *flag;
}

/// `add` is called with each name and value of a map of texts, or of lists of texts. Whether there
/// were any.
template <class Map, class Add>
bool add_each(const Map& member, Add add) {
  const auto* const map = present(member);
  if (map == nullptr) return false;
  for (const auto& [name, value] : *map) {
    if constexpr (std::convertible_to<decltype(value), std::string_view>) {
      add(name, value);
    } else {
      for (const auto& one : value) add(name, one);
    }
  }
  return map->size() != 0;
}

/// So many fields will be added as the member has.
template <class Order, class Member>
void expect_all(FieldList<Order>& fields, const Member& member) {
  if (const auto* const all = present(member)) fields.expect(all->size());
}

}  // namespace detail

/// API Gateway's REST APIs, and HTTP APIs with payload format 1.0.
template <class E>
concept RestEvent = requires(const E& event) {
  text_or_empty(event.resource);
  text_or_empty(event.http_method);
  text_or_empty(event.path);
  text_or_empty(event.body);
  event.request_context.stage;
}
&&!requires(const E& event) { event.request_context.connection_id; };

/// HTTP APIs with payload format 2.0, and function URLs.
template <class E>
concept HttpEvent = requires(const E& event) {
  text_or_empty(event.raw_path);
  text_or_empty(event.body);
  text_or_empty(event.request_context.http.method);
};

template <class E>
concept WebSocketEvent = requires(const E& event) {
  text_or_empty(event.body);
  text_or_empty(event.request_context.connection_id);
  text_or_empty(event.request_context.route_key);
};

/// Application Load Balancers.
template <class E>
concept LoadBalancerEvent = requires(const E& event) {
  text_or_empty(event.http_method);
  text_or_empty(event.path);
  text_or_empty(event.body);
  event.request_context.elb;
};

template <class E>
concept RequestEvent = RestEvent<E> || HttpEvent<E> || WebSocketEvent<E> || LoadBalancerEvent<E>;

namespace detail {

/// What REST APIs, WebSocket APIs and load balancers have in common. Of the two members in which
/// they give the same fields, the one with lists has all values.
template <class E>
void fill_fields(const E& event, Encoding encoding, Request& request) {
  const auto add_header = [&](std::string_view name, std::string_view value) {
    request.headers.add(name, value);
  };
  const auto add_parameter = [&](std::string_view name, std::string_view value) {
    add_query_parameter(request, name, value, encoding);
  };
  if constexpr (requires { event.headers; }) expect_all(request.headers, event.headers);
  bool has_headers = false;
  bool has_parameters = false;
  if constexpr (requires { event.multi_value_headers; })
    has_headers = add_each(event.multi_value_headers, add_header);
  if constexpr (requires { event.headers; })
    if (!has_headers) add_each(event.headers, add_header);
  if constexpr (requires { event.multi_value_query_string_parameters; })
    has_parameters = add_each(event.multi_value_query_string_parameters, add_parameter);
  if constexpr (requires { event.query_string_parameters; })
    if (!has_parameters) add_each(event.query_string_parameters, add_parameter);
  for (const std::string_view cookies : request.headers.all("cookie"))
    add_cookies(request, cookies);
}

/// What is known of the request's way.
template <class C>
void fill_context(const C& context, Request& request) {
  if constexpr (requires { context.stage; }) request.stage = text_or_empty(context.stage);
  if constexpr (requires { context.request_id; }) request.id = text_or_empty(context.request_id);
  if constexpr (requires { present(context.identity)->source_ip; }) {
    if (const auto* const identity = present(context.identity))
      request.source_ip = text_or_empty(identity->source_ip);
  }
  if constexpr (requires { context.http.source_ip; })
    request.source_ip = text_or_empty(context.http.source_ip);
}

template <class E>
void fill_body(const E& event, Request& request) {
  bool is_base64 = false;
  if constexpr (requires { event.is_base64_encoded; }) is_base64 = is_set(event.is_base64_encoded);
  set_body(request, text_or_empty(event.body), is_base64);
}

}  // namespace detail

/// Fills in a new Request.
///
/// REST APIs give a path as it was sent, and parameters of the query decoded; an HTTP API decodes
/// both with format 1.0, which its "version" tells.
template <RestEvent E>
void fill(Request& request, const E& event) {
  request.api = Api::Rest;
  request.method = text_or_empty(event.http_method);
  detail::fill_context(event.request_context, request);
  bool is_http_api = false;
  if constexpr (requires { event.version; }) is_http_api = !text_or_empty(event.version).empty();
  request.takes_stream = !is_http_api;
  set_path(request, text_or_empty(event.path), is_http_api ? request.stage : std::string_view(),
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
  request.method = text_or_empty(context.http.method);
  detail::fill_context(context, request);
  if constexpr (requires { context.domain_name; })
    request.takes_stream =
        text_or_empty(context.domain_name).find(".lambda-url.") != std::string_view::npos;
  set_path(request, text_or_empty(event.raw_path), request.stage,
           request.takes_stream ? Encoding::Percent : Encoding::Plain);
  if constexpr (requires { event.raw_query_string; })
    add_query(request, text_or_empty(event.raw_query_string));
  if constexpr (requires { event.headers; }) {
    detail::expect_all(request.headers, event.headers);
    detail::add_each(event.headers, [&](std::string_view name, std::string_view value) {
      request.headers.add(name, value);
    });
  }
  if constexpr (requires { event.cookies; }) {
    detail::expect_all(request.cookies, event.cookies);
    if (const auto* const cookies = present(event.cookies))
      for (const std::string_view cookie : *cookies) add_cookies(request, cookie);
  }
  detail::fill_body(event, request);
}

template <WebSocketEvent E>
void fill(Request& request, const E& event) {
  const auto& context = event.request_context;
  request.api = Api::WebSocket;
  detail::fill_context(context, request);
  request.route_key = text_or_empty(context.route_key);
  request.connection_id = text_or_empty(context.connection_id);
  detail::fill_fields(event, Encoding::Plain, request);
  detail::fill_body(event, request);
}

/// Load balancers decode nothing.
template <LoadBalancerEvent E>
void fill(Request& request, const E& event) {
  request.api = Api::LoadBalancer;
  request.method = text_or_empty(event.http_method);
  if constexpr (requires { event.multi_value_headers; })
    request.multi_value_headers = present(event.multi_value_headers) != nullptr;
  set_path(request, text_or_empty(event.path), {}, Encoding::Percent);
  detail::fill_fields(event, Encoding::Percent, request);
  detail::fill_body(event, request);
}

}  // namespace eventc::http
