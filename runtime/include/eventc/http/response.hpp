// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "eventc/event.hpp"
#include "eventc/http/request.hpp"
#include "eventc/json.hpp"
#include "eventc/response_stream.hpp"

namespace eventc::http {

/// A response in one form, whichever API it goes out by.
struct Response {
  /// 200 to 599: those before are of interim responses (RFC 9110, section 15.2).
  int status = 200;
  /// Names may repeat, other than of Set-Cookie, which is what `cookies` is for.
  std::vector<std::pair<std::string, std::string>> headers = {};
  /// Values of Set-Cookie, one a cookie (RFC 6265, section 4.1): "id=1; Secure; HttpOnly".
  std::vector<std::string> cookies = {};
  /// Any bytes: what is not UTF-8 goes out in base64.
  std::string body = {};
  /// In place of `body`, what gives it piece by piece, called once, after the handler has returned:
  /// what it captures outlives the handler, as eventc::ResponseStream says. It is sent while it is
  /// made where the service takes that (Request::takes_stream) and the program's host can
  /// (eventc::lambda), collected otherwise.
  std::function<void(const Write&)> stream = {};

  /// Adds one, a Set-Cookie to `cookies`, and gives back the response.
  Response& header(std::string_view name, std::string_view value) &;
  Response&& header(std::string_view name, std::string_view value) &&;
  /// Whether there is a field of that name.
  [[nodiscard]] bool has_header(std::string_view name) const;
};

/// Plain text in UTF-8.
[[nodiscard]] Response text(int status, std::string body);
/// JSON text, as it is.
[[nodiscard]] Response json(int status, const Json& body);
/// An emitted type, as to_json() writes it; a value that JSON cannot express (a NaN, text that is
/// not UTF-8) throws std::domain_error with its location.
template <class T>
requires requires { EventTraits<T>::name; }
[[nodiscard]] Response json(int status, const T& body);
/// 204.
[[nodiscard]] Response no_content();
/// `status` is 301, 302, 303, 307 or 308 (RFC 9110, section 15.4).
[[nodiscard]] Response redirect(int status, std::string_view location);

/// The JSON text that the service takes as the response to a request:
/// - Rest: {"statusCode", "headers" | "multiValueHeaders", "body", "isBase64Encoded"} (developer
///   guide of API Gateway, "Output format of a Lambda function for proxy integration");
/// - Http: {"statusCode", "headers", "cookies", "body", "isBase64Encoded"} (the same, "Create AWS
///   Lambda proxy integrations for HTTP APIs", payload format 2.0);
/// - WebSocket: {"statusCode", "headers", "body"}; the body reaches the client where the route
///   has a route response;
/// - LoadBalancer: {"statusCode", "statusDescription", "headers" or "multiValueHeaders", as the
///   target group has it, "body", "isBase64Encoded"} (guide for Application Load Balancers, "Use
///   Lambda functions as targets").
/// Throws std::domain_error for what its service, or HTTP, cannot take: a status outside 200 to
/// 599, a name of a field that is no token, a value with a control character other than a tab
/// (RFC 9110, section 5.5).
[[nodiscard]] Json to_service_json(const Response& response, const Request& request);
/// What a service takes before a body that is streamed: {"statusCode", "headers", "cookies"}
/// (developer guide of AWS Lambda, "Writing response streaming-enabled Lambda functions"). Throws
/// as to_service_json().
[[nodiscard]] std::string to_prelude(const Response& response);

/// "Not Found" (RFC 9110, section 15); empty for a status without a name.
[[nodiscard]] std::string_view reason_phrase(int status);

namespace detail {
/// Throws std::domain_error for an error.
[[nodiscard]] Json expressed(Result<std::string> text);
}  // namespace detail

template <class T>
requires requires { EventTraits<T>::name; }
Response json(int status, const T& body) {
  return json(status, detail::expressed(eventc::to_json(body)));
}

}  // namespace eventc::http
