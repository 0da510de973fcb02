// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "eventc/context.hpp"
#include "eventc/http/cors.hpp"
#include "eventc/http/handler.hpp"
#include "eventc/http/path_template.hpp"
#include "eventc/http/path_trie.hpp"
#include "eventc/http/request.hpp"
#include "eventc/http/response.hpp"
#include "eventc/json.hpp"
#include "eventc/response_stream.hpp"

namespace eventc::http {

/// The handlers of an application's paths, for REST, HTTP and WebSocket APIs, function URLs and
/// load balancers alike:
///
///     eventc::http::Routes http;
///     http.get("/votes/{candidate}",
///              [](http::Path<"candidate"> candidate) { return count(*candidate); });
///     http.post("/votes", [](const Vote& vote) {
///       cast(vote);
///       return http::text(202, "counted");
///     });
///     http.websocket("$connect", [](const http::Request& request) { … });
///     http.cors({.origins = {"https://shop.example"}});
///     eventc::http::serve(std::move(http), router);  // eventc/http/serve.hpp
///
/// A handler's parameters say what it takes: eventc/http/argument.hpp. A request that does not fit
/// them is answered 400, or 415 for a body that is not JSON, or 413 for one that is over a limit,
/// with a problem document; a path that nothing is registered for 404, a method 405 with Allow.
/// HEAD is answered by GET's handler, OPTIONS with what is allowed, both where they have no handler
/// of their own. What a handler throws is answered 500 without a word of it: on_exception() gets to
/// see it.
///
/// Each of the functions that add something throws std::logic_error for what makes no sense: a path
/// that is none, a route that is there, a handler that takes a parameter that its path does not
/// have.
class Routes {
 public:
  /// Bodies are read with `options`: how large they may be, whether answers may quote them.
  explicit Routes(const Options& options = {}) : options_(options) {}

  template <class H>
  Routes& get(std::string_view path, H&& handler) {
    return add("GET", path, make_handler(std::forward<H>(handler)));
  }
  template <class H>
  Routes& post(std::string_view path, H&& handler) {
    return add("POST", path, make_handler(std::forward<H>(handler)));
  }
  template <class H>
  Routes& put(std::string_view path, H&& handler) {
    return add("PUT", path, make_handler(std::forward<H>(handler)));
  }
  template <class H>
  Routes& patch(std::string_view path, H&& handler) {
    return add("PATCH", path, make_handler(std::forward<H>(handler)));
  }
  template <class H>
  Routes& del(std::string_view path, H&& handler) {
    return add("DELETE", path, make_handler(std::forward<H>(handler)));
  }
  /// Any method that the path has no handler of its own for.
  template <class H>
  Routes& any(std::string_view path, H&& handler) {
    return add("*", path, make_handler(std::forward<H>(handler)));
  }
  /// The same for a handler whose body is named here, so that its parameter may be `auto`.
  template <class Body, class H>
  Routes& post(std::string_view path, H&& handler) {
    return add("POST", path, make_handler<Body>(std::forward<H>(handler)));
  }
  template <class Body, class H>
  Routes& put(std::string_view path, H&& handler) {
    return add("PUT", path, make_handler<Body>(std::forward<H>(handler)));
  }
  template <class Body, class H>
  Routes& patch(std::string_view path, H&& handler) {
    return add("PATCH", path, make_handler<Body>(std::forward<H>(handler)));
  }
  /// A method by its name ("GET", or one of one's own), or "*".
  Routes& add(std::string_view method, std::string_view path, Handler handler);

  /// A route of a WebSocket API by its key: "$connect", "$disconnect", "$default", or what the
  /// API's route selection expression gives. $default takes those that have none.
  template <class H>
  Routes& websocket(std::string_view route_key, H&& handler) {
    return add_websocket(route_key, make_handler(std::forward<H>(handler)));
  }
  Routes& add_websocket(std::string_view route_key, Handler handler);

  /// What stands in front of all paths, where it does, and is cut off: the base path by which a
  /// custom domain name maps to the API, "/v1" (developer guide of API Gateway, "Custom domain name
  /// for REST APIs").
  Routes& base_path(std::string_view path);

  /// For all paths, errors included. Throws std::logic_error for what check() refuses.
  Routes& cors(Cors cors);
  /// Called with what a handler threw, before 500 is answered. Without one it is printed to the
  /// standard error output, and where the observer throws itself: the answer stays 500.
  Routes& on_exception(std::function<void(const std::exception&, const Request&)> observer);

  /// The response to a request; fills in its path parameters.
  [[nodiscard]] Response respond(Request& request, const Context& context) const;
  /// The same as the request's service takes it: JSON text, or a stream. A response that it cannot
  /// take is reported as what a handler threw, and answered 500.
  using Answer = std::variant<Json, ResponseStream>;
  [[nodiscard]] Answer answer(Request& request, const Context& context) const;

 private:
  struct Route {
    Handler handler;
    std::vector<std::string> parameters;  ///< As this route's template names them.
  };
  using Methods = std::map<std::string, Route, std::less<>>;

  void cut_base_path(Request& request) const;
  [[nodiscard]] Response respond_to_any(Request& request, const Context& context) const;
  [[nodiscard]] Response finished(Response response, const Request& request) const;
  [[nodiscard]] Response respond_to_path(Request& request, const Context& context) const;
  [[nodiscard]] Response respond_without_route(Request& request) const;
  [[nodiscard]] Response respond_to_message(const Request& request, const Context& context) const;
  [[nodiscard]] const Route* route_of(PathTrie::Leaf leaf, std::string_view method) const;
  /// The methods that are answered at the request's path, with the one that a preflight asks for
  /// where any is; nothing where no route is.
  [[nodiscard]] std::optional<std::string> allowed(const Request& request) const;
  [[nodiscard]] Response call(const Handler& handler, const Request& request,
                              const Context& context) const;
  void report(const std::exception_ptr& thrown, const Request& request) const;

  Options options_;
  std::vector<std::string> base_path_;
  PathTrie paths_;
  std::vector<Methods> methods_;  ///< By leaf.
  std::map<std::string, Handler, std::less<>> messages_;
  std::optional<Cors> cors_;
  std::function<void(const std::exception&, const Request&)> observer_;
};

}  // namespace eventc::http
