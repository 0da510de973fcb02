// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/routes.hpp"

#include <algorithm>
#include <iostream>
#include <set>
#include <stdexcept>

#include "eventc/http/problem.hpp"
#include "eventc/quote.hpp"
#include "eventc/thrown.hpp"
#include "field_syntax.hpp"

namespace eventc::http {

namespace {

constexpr std::string_view kAnyMethod = "*";

[[noreturn]] void refuse(std::string_view method, std::string_view path, const std::string& why) {
  throw std::logic_error("route " + std::string(method) + " " + std::string(path) + ": " + why);
}

/// "GET, HEAD, OPTIONS": HEAD and OPTIONS are answered wherever a route is. Where any method is
/// taken, those that HTTP has names for as well.
std::string list_methods(std::set<std::string_view> names) {
  if (names.erase(kAnyMethod) != 0) names.insert({"DELETE", "GET", "PATCH", "POST", "PUT"});
  if (names.contains("GET")) names.insert("HEAD");
  names.insert("OPTIONS");
  return comma_separated(names);
}

/// A greedy parameter's text, made of its segments.
std::string_view joined(const Request& request, PathTrie::Capture capture, Arena& arena) {
  if (capture.count == 1) return request.segments[capture.first];
  std::size_t size = capture.count - 1;
  for (std::size_t i = 0; i < capture.count; ++i)
    size += request.segments[capture.first + i].size();
  char* const begin = arena.room(size);
  char* to = begin;
  for (std::size_t i = 0; i < capture.count; ++i) {
    if (i != 0) *to++ = '/';
    const std::string_view segment = request.segments[capture.first + i];
    to = std::copy(segment.begin(), segment.end(), to);
  }
  arena.take(to);
  return {begin, size};
}

/// Whether the response to it may have content (RFC 9110, sections 9.3.2, 15.3.5, 15.3.6 and
/// 15.4.5).
bool has_content(const Request& request, int status) {
  if (request.api == Api::WebSocket) return true;
  return request.method != "HEAD" && status != 204 && status != 205 && status != 304;
}

/// Tells it of what was thrown, as an exception where it is none.
void observe(const std::function<void(const std::exception&, const Request&)>& observer,
             const std::exception_ptr& thrown, const Request& request) {
  try {
    std::rethrow_exception(thrown);
  } catch (const std::exception& exception) {
    observer(exception, request);
  } catch (...) {
    observer(std::runtime_error(words_of(thrown)), request);
  }
}

/// The body is what the stream gives.
void collect(Response& response) {
  response.stream([&response](std::string_view bytes) { response.body += bytes; });
}

}  // namespace

Routes& Routes::add(std::string_view method, std::string_view path, Handler handler) {
  if (std::any_of(method.begin(), method.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
    refuse(method, path, "methods are written in capitals: case matters in HTTP");
  if (!is_token(method)) refuse(method, path, "a method is a token of HTTP, as GET, or * for any");
  const PathTemplate parsed(path);
  std::vector<std::string> parameters = parsed.parameters();
  for (const std::string& taken : handler.path_parameters) {
    if (std::find(parameters.begin(), parameters.end(), taken) == parameters.end())
      refuse(method, path, "its handler takes {" + taken + "}, which the path does not have");
  }
  const PathTrie::Leaf leaf = paths_.add(parsed);
  if (leaf == methods_.size()) methods_.emplace_back();
  const bool is_new =
      methods_[leaf]
          .try_emplace(std::string(method), Route{std::move(handler), std::move(parameters)})
          .second;
  if (!is_new) refuse(method, path, "there is one already");
  return *this;
}

Routes& Routes::add_websocket(std::string_view route_key, Handler handler) {
  if (!handler.path_parameters.empty())
    refuse("websocket", route_key, "a WebSocket's route has no path parameters");
  if (!messages_.try_emplace(std::string(route_key), std::move(handler)).second)
    refuse("websocket", route_key, "there is one already");
  return *this;
}

Routes& Routes::base_path(std::string_view path) {
  const PathTemplate parsed(path);
  base_path_.clear();
  for (const PathTemplate::Segment& segment : parsed.segments()) {
    if (segment.kind != PathTemplate::Segment::Kind::Literal)
      throw std::logic_error("base path \"" + std::string(path) + "\": it has no parameters");
    base_path_.push_back(segment.text);
  }
  return *this;
}

Routes& Routes::cors(Cors cors) {
  check(cors);
  cors_ = std::move(cors);
  return *this;
}

Routes& Routes::on_exception(std::function<void(const std::exception&, const Request&)> observer) {
  observer_ = std::move(observer);
  return *this;
}

const Routes::Route* Routes::route_of(PathTrie::Leaf leaf, std::string_view method) const {
  const Methods& methods = methods_[leaf];
  for (const std::string_view name :
       {method, method == "HEAD" ? std::string_view("GET") : method, kAnyMethod}) {
    if (const auto route = methods.find(name); route != methods.end()) return &route->second;
  }
  return nullptr;
}

std::optional<std::string> Routes::allowed(const Request& request) const {
  std::set<std::string_view> names;
  (void)paths_.find(request.segments, [&](PathTrie::Leaf leaf) {
    for (const auto& [method, route] : methods_[leaf]) names.insert(method);
    return false;  // a less specific template may take what this one does not
  });
  if (names.empty()) return std::nullopt;
  const auto asked = request.headers.find("access-control-request-method");
  if (asked && is_token(*asked) && names.contains(kAnyMethod)) names.insert(*asked);
  return list_methods(std::move(names));
}

Response Routes::respond(Request& request, const Context& context) const {
  request.options = options_;
  cut_base_path(request);
  return finished(respond_to_any(request, context), request);
}

void Routes::cut_base_path(Request& request) const {
  const auto begin = request.segments.begin();
  const bool is_below = request.segments.size() >= base_path_.size() &&
                        std::equal(base_path_.begin(), base_path_.end(), begin);
  if (is_below)
    request.segments.erase(begin, begin + static_cast<std::ptrdiff_t>(base_path_.size()));
}

/// What holds for all responses, those to errors included.
Response Routes::finished(Response response, const Request& request) const {
  if (!has_content(request, response.status)) {
    response.body.clear();
    response.stream = {};
  }
  if (cors_ && request.api != Api::WebSocket) add_cors_headers(*cors_, request, response);
  return response;
}

Response Routes::respond_to_any(Request& request, const Context& context) const {
  if (request.is_body_broken)
    return to_response({.detail = "the body is not the base64 that it is said to be"});
  return request.api == Api::WebSocket ? respond_to_message(request, context)
                                       : respond_to_path(request, context);
}

Routes::Answer Routes::answer(Request& request, const Context& context) const {
  Response response = respond(request, context);
  try {
    if (response.stream && request.takes_stream) {
      std::string prelude = to_prelude(response);
      return ResponseStream{.prelude = std::move(prelude), .body = std::move(response.stream)};
    }
    if (response.stream) collect(response);
    return to_service_json(response, request);
  } catch (...) {
    report(std::current_exception(), request);
    return to_service_json(finished(to_response({.status = 500}), request), request);
  }
}

Response Routes::respond_to_path(Request& request, const Context& context) const {
  if (cors_ && is_preflight(request)) return respond_without_route(request);
  const Route* route = nullptr;
  const auto match = paths_.find(request.segments, [&](PathTrie::Leaf leaf) {
    route = route_of(leaf, request.method);
    return route != nullptr;
  });
  if (!match) return respond_without_route(request);
  for (std::size_t i = 0; i < match->captures.size(); ++i) {
    request.path_parameters.add(route->parameters[i],
                                joined(request, match->captures[i], request.arena));
  }
  return call(route->handler, request, context);
}

Response Routes::respond_without_route(Request& request) const {
  const std::optional<std::string> methods = allowed(request);
  if (!methods)
    return to_response(
        {.status = 404, .detail = "nothing is at \"" + quote_excerpt(request.path, 200) + "\""});
  if (cors_ && is_preflight(request)) return answer_preflight(*cors_, request, *methods);
  Response response = request.method == "OPTIONS"
                          ? no_content()
                          : to_response({.status = 405, .detail = "this path takes " + *methods});
  return std::move(response).header("allow", *methods);
}

Response Routes::respond_to_message(const Request& request, const Context& context) const {
  for (const std::string_view key : {request.route_key, std::string_view("$default")}) {
    if (const auto handler = messages_.find(key); handler != messages_.end())
      return call(handler->second, request, context);
  }
  // An API may have $connect and $disconnect routes that nobody cares for.
  if (request.route_key == "$connect" || request.route_key == "$disconnect") return {};
  return to_response(
      {.status = 404, .detail = "no route \"" + quote_excerpt(request.route_key, 200) + "\""});
}

Response Routes::call(const Handler& handler, const Request& request,
                      const Context& context) const {
  try {
    return handler.call(request, context);
  } catch (const ProblemError& error) {
    return to_response(error.problem());
  } catch (...) {
    report(std::current_exception(), request);
  }
  return to_response({.status = 500});
}

void Routes::report(const std::exception_ptr& thrown, const Request& request) const {
  std::string behind;
  try {
    if (observer_) return observe(observer_, thrown, request);
  } catch (...) {
    behind = "; its observer threw: " + words_of(std::current_exception());
  }
  std::cerr << "eventc: " + printable(request.method) + " " + printable(request.path) +
                   (request.id.empty() ? "" : " (request " + printable(request.id) + ")") + ": " +
                   printable(words_of(thrown) + behind) + "\n";
}

}  // namespace eventc::http
