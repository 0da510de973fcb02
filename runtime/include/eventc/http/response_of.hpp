// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "eventc/base64.hpp"
#include "eventc/http/request_of.hpp"
#include "eventc/http/response.hpp"
#include "eventc/map_order.hpp"
#include "eventc/present.hpp"

/// Emitted types that are responses of an API, such as the catalog's ApiGatewayV2HttpResponse:
/// known by their members. One for any API answers on any other.
namespace eventc::http {

template <class T>
concept ResponseType = requires(const T& response) {
  { response.status_code } -> std::convertible_to<int>;
  response.headers->begin()->second;
  text_or_empty(response.body);
};

namespace detail {

/// A field's name, without regard to case, and its value.
struct FieldOrder {
  using Field = std::pair<std::string_view, std::string_view>;

  bool operator()(const Field& a, const Field& b) const {
    const auto order = IgnoreCaseOrder::match(a.first, b.first);
    return order != 0 ? order < 0 : a.second < b.second;
  }
};
using FieldSet = std::set<FieldOrder::Field, FieldOrder>;

/// What is in `multiValueHeaders`.
template <class T>
FieldSet listed_fields(const T& typed) {
  FieldSet fields;
  if constexpr (requires { typed.multi_value_headers; }) {
    add_each(typed.multi_value_headers, [&fields](std::string_view name, std::string_view value) {
      fields.emplace(name, value);
    });
  }
  return fields;
}

/// What no int holds stays what it is: no status.
inline int status_of(std::int64_t status) {
  return static_cast<int>(std::clamp<std::int64_t>(status, 0, 1000));
}

}  // namespace detail

/// Throws std::domain_error where it says that its body is base64, and it is not.
template <ResponseType T>
[[nodiscard]] Response to_response(const T& typed) {
  Response response{.status = detail::status_of(typed.status_code),
                    .body = std::string(text_or_empty(typed.body))};
  const auto add = [&response](std::string_view name, std::string_view value) {
    response.header(name, value);
  };
  // API Gateway takes a pair once that is in both members (developer guide, "Output format of a
  // Lambda function for proxy integration").
  const detail::FieldSet listed = detail::listed_fields(typed);
  detail::add_each(typed.headers, [&](std::string_view name, std::string_view value) {
    if (!listed.contains({name, value})) add(name, value);
  });
  if constexpr (requires { typed.multi_value_headers; })
    detail::add_each(typed.multi_value_headers, add);
  if constexpr (requires { typed.cookies; }) {
    if (const auto* const cookies = present(typed.cookies))
      response.cookies.insert(response.cookies.end(), cookies->begin(), cookies->end());
  }
  if constexpr (requires { typed.is_base64_encoded; }) {
    std::size_t bad = 0;
    if (detail::is_set(typed.is_base64_encoded) &&
        !decode_base64(text_or_empty(typed.body), response.body, bad))
      throw std::domain_error("the response's body is not the base64 that it is said to be");
  }
  return response;
}

}  // namespace eventc::http
