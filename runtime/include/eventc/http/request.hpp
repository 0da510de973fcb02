// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "eventc/arena.hpp"
#include "eventc/error.hpp"
#include "eventc/http/field_list.hpp"

namespace eventc::http {

/// Where a request came in, by which its members are encoded and its response is shaped.
enum class Api : std::uint8_t {
  Rest,          ///< API Gateway, a REST API; or an HTTP API with payload format 1.0.
  Http,          ///< API Gateway, an HTTP API with payload format 2.0; or a function URL.
  WebSocket,     ///< API Gateway, a WebSocket API.
  LoadBalancer,  ///< An Application Load Balancer.
};

/// A request in one form, whichever way it came. Its text is that of the event and of its own
/// arena: it is good while both are.
struct Request {
  Request() = default;
  Request(const Request&) = delete;
  Request& operator=(const Request&) = delete;

  Api api = Api::Http;
  /// "GET". Empty for messages of a WebSocket.
  std::string_view method;
  /// As the service gives it, without the name of a stage in front.
  std::string_view path;
  /// The path's segments, percent-decoded once, whether the service has done it (HTTP APIs) or not
  /// (all others). A slash at the end makes no segment.
  std::vector<std::string_view> segments;
  /// Of the route that matched: percent-decoded. A greedy one is the rest of the path.
  Parameters path_parameters;
  /// Decoded, in the order in which they were sent where the service tells it.
  Parameters query;
  Headers headers;
  Parameters cookies;
  /// Decoded where the service had encoded it in base64.
  std::string_view body;
  /// The body was said to be base64, and is not: it is empty, and routes answer 400.
  bool is_body_broken = false;

  /// The service sends a response while it is made, where it is set up so: REST APIs (developer
  /// guide of API Gateway, "Stream the integration response for your proxy integrations") and
  /// function URLs do, HTTP APIs do not.
  bool takes_stream = false;

  /// For logs: the request's name in those of the service. Empty where it has none.
  std::string_view id;
  std::string_view source_ip;
  /// The API's stage, as "prod" or "$default".
  std::string_view stage;
  /// WebSockets: the route that the service has chosen ("$connect", "sendMessage"), and the
  /// connection, by which messages are sent to it.
  std::string_view route_key;
  std::string_view connection_id;
  /// Load balancers: the target group takes lists of header values, and expects them back.
  bool multi_value_headers = false;

  /// How bodies are read: what routes were made with.
  Options options;

  /// Where decoded text is kept, and what handlers' views of the body need.
  mutable Arena arena;
};

/// How a service gave the parts of a request that may be encoded.
enum class Encoding : std::uint8_t { Plain, Percent };

/// For those who fill a request in.

/// Sets `path` and `segments`. `stage` is cut off the front of the path; it may be empty, and
/// "$default" never stands there.
void set_path(Request& request, std::string_view path, std::string_view stage, Encoding encoding);
/// Adds the parameters of "a=1&b=%20" (application/x-www-form-urlencoded, as the URL Standard's
/// section 5.1 parses it).
void add_query(Request& request, std::string_view text);
void add_query_parameter(Request& request, std::string_view name, std::string_view value,
                         Encoding encoding);
/// Adds the cookies of a Cookie field: "a=1; b=2" (RFC 6265, section 5.4).
void add_cookies(Request& request, std::string_view text);
void set_body(Request& request, std::string_view text, bool is_base64);

/// The media type of the body, without parameters: "application/json". Empty where none is given.
[[nodiscard]] std::string_view media_type(const Request& request);
/// Whether that is JSON: application/json, or one that ends in "+json" (RFC 6839, section 3.1).
[[nodiscard]] bool is_json(std::string_view media_type);

}  // namespace eventc::http
