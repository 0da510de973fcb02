// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <type_traits>
#include <utility>
#include <variant>

#include "eventc/classify.hpp"
#include "eventc/context.hpp"
#include "eventc/http/request_of.hpp"
#include "eventc/http/routes.hpp"
#include "eventc/response_stream.hpp"
#include "eventc/router.hpp"
#include "eventc/view.hpp"

namespace eventc::http {

/// The routes' answer to an event that is a request, in the shape that its service takes. A stream
/// keeps the request: what was decoded of it and, where the event owns its text, a copy of that.
template <RequestEvent E>
[[nodiscard]] Routes::Answer answer(const Routes& routes, const E& event, const Context& context) {
  auto request = std::make_shared<Request>();
  fill(*request, event);
  std::shared_ptr<const E> kept;
  if constexpr (!ViewEvent<E>) {
    if (request->takes_stream) {  // it is made when the router's event is gone
      kept = std::make_shared<const E>(event);
      request = std::make_shared<Request>();
      fill(*request, *kept);
    }
  }
  Routes::Answer answer = routes.answer(*request, context);
  if (auto* const stream = std::get_if<ResponseStream>(&answer))
    stream->body = [kept, request, body = std::move(stream->body)](const Write& write) {
      body(write);
    };
  return answer;
}

namespace detail {

template <class Bundle, class... E>
void serve_each(const std::shared_ptr<const Routes>& routes, Router<Bundle>& router,
                EventList<E...>) {
  static_assert((RequestEvent<E> || ...),
                "none of the bundle's events is a request: add schemas such as "
                "api-gateway-v2-http-request.schema.json to it");
  const auto serve_one = [&]<class T>(std::type_identity<T>) {
    if constexpr (RequestEvent<T>) {
      router.template on<T>([routes](const T& event, const Context& context) {
        return http::answer(*routes, event, context);
      });
    }
  };
  (serve_one(std::type_identity<E>()), ...);
}

}  // namespace detail

/// Has a router answer all events of its bundle that are requests. Throws std::logic_error where
/// one of them has a handler already.
template <class Bundle>
void serve(Routes routes, Router<Bundle>& router) {
  detail::serve_each(std::make_shared<const Routes>(std::move(routes)), router,
                     typename Bundle::Events());
}

}  // namespace eventc::http
