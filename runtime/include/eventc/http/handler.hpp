// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "eventc/context.hpp"
#include "eventc/http/argument.hpp"
#include "eventc/http/response.hpp"
#include "eventc/http/response_of.hpp"
#include "eventc/json.hpp"

namespace eventc::http {

/// A handler of any signature, made one of this.
struct Handler {
  std::function<Response(const Request&, const Context&)> call;
  /// The parameters of the path that it takes.
  std::vector<std::string> path_parameters = {};
};

namespace detail {

/// The parameters of a pointer to a function, or of an object with one operator().
template <class F>
struct Parameters {};
template <class F>
requires requires { &F::operator(); }
struct Parameters<F> : Parameters<decltype(&F::operator())> {};
template <class R, class... P>
struct Parameters<R (*)(P...)> {
  using types = std::tuple<P...>;
};
template <class R, class... P>
struct Parameters<R (*)(P...) noexcept> : Parameters<R (*)(P...)> {};
template <class C, class R, class... P>
struct Parameters<R (C::*)(P...)> : Parameters<R (*)(P...)> {};
template <class C, class R, class... P>
struct Parameters<R (C::*)(P...) noexcept> : Parameters<R (*)(P...)> {};
template <class C, class R, class... P>
struct Parameters<R (C::*)(P...) const> : Parameters<R (*)(P...)> {};
template <class C, class R, class... P>
struct Parameters<R (C::*)(P...) const noexcept> : Parameters<R (*)(P...)> {};
template <class C, class R, class... P>
struct Parameters<R (C::*)(P...)&> : Parameters<R (*)(P...)> {};
template <class C, class R, class... P>
struct Parameters<R (C::*)(P...)& noexcept> : Parameters<R (*)(P...)> {};
template <class C, class R, class... P>
struct Parameters<R (C::*)(P...) const&> : Parameters<R (*)(P...)> {};
template <class C, class R, class... P>
struct Parameters<R (C::*)(P...) const& noexcept> : Parameters<R (*)(P...)> {};

/// Its parameters have types, by which they can be filled.
template <class F>
concept Signed = !std::is_member_pointer_v<F> && requires {
  typename Parameters<F>::types;
};

/// Of a function with a first parameter of type Body.
template <class Body, class Types>
inline constexpr bool kBeginsWith = false;
template <class Body, class First, class... Rest>
inline constexpr bool kBeginsWith<Body, std::tuple<First, Rest...>> =
    std::is_same_v<Body, std::remove_cvref_t<First>>;

/// What a handler returns, as a response.
[[nodiscard]] inline Response responded(Response response) { return response; }
[[nodiscard]] inline Response responded(const Json& body) { return json(200, body); }
[[nodiscard]] inline Response responded(std::string body) { return text(200, std::move(body)); }
template <class T>
requires requires { EventTraits<T>::name; }
[[nodiscard]] Response responded(const T& value) {
  if constexpr (ResponseType<T>) {
    return to_response(value);
  } else {
    return json(200, value);
  }
}

/// Calls the handler; what returns nothing answers 204.
template <class F, class... A>
[[nodiscard]] Response invoke(F& handler, const A&... arguments) {
  constexpr bool takes_them = std::is_invocable_v<F&, const A&...>;
  static_assert(takes_them, "a handler takes what it is given by value or as a const reference");
  if constexpr (!takes_them) {
    return no_content();
  } else if constexpr (std::is_void_v<std::invoke_result_t<F&, const A&...>>) {
    handler(arguments...);
    return no_content();
  } else {
    constexpr bool is_response = requires { responded(handler(arguments...)); };
    static_assert(is_response,
                  "a handler returns nothing, an http::Response, an emitted type, eventc::Json, or "
                  "a std::string");
    if constexpr (is_response) return responded(handler(arguments...));
  }
}

template <class... P, class F>
[[nodiscard]] Response fill_and_invoke(F& handler, const Request& request, const Context& context) {
  static_assert((0 + ... + int{Argument<P>::is_body}) <= 1, "a request has one body");
  Call call{request, context};
  // In the parameters' order, so that all of them say what they refuse.
  const std::tuple arguments{Argument<P>::take(call)...};
  if (call.problem) return to_response(*call.problem);
  return std::apply([&](const auto&... argument) { return invoke(handler, *argument...); },
                    arguments);
}

template <class P>
void list_path_parameter(std::vector<std::string>& names) {
  if constexpr (requires { Argument<P>::path_parameter; })
    names.emplace_back(Argument<P>::path_parameter);
}

template <class... P, class F>
[[nodiscard]] Handler handler_of(F&& function, std::type_identity<std::tuple<P...>>) {
  Handler handler;
  handler.call = [function = std::make_shared<std::decay_t<F>>(std::forward<F>(function))](
                     const Request& request, const Context& context) {
    return fill_and_invoke<std::remove_cvref_t<P>...>(*function, request, context);
  };
  (list_path_parameter<std::remove_cvref_t<P>>(handler.path_parameters), ...);
  return handler;
}

}  // namespace detail

/// From a function, or an object with one operator(), whose parameters say what they take
/// (eventc/http/argument.hpp), in any order. It returns nothing, a Response, an emitted type (as
/// JSON, or as the response that it is), an eventc::Json, or a std::string (text).
template <class F>
[[nodiscard]] Handler make_handler(F&& function) {
  using Function = std::decay_t<F>;
  static_assert(detail::Signed<Function>,
                "a handler is a function, or an object with one operator(), and each of its "
                "parameters names its type: http::Path, Query, Header or Cookie, const "
                "http::Request&, const eventc::Context&, or one emitted type, the body. Where the "
                "body is auto, name it at the call: post<Body>(path, handler)");
  if constexpr (detail::Signed<Function>) {
    return detail::handler_of(std::forward<F>(function),
                              std::type_identity<typename detail::Parameters<Function>::types>());
  } else {
    return {};
  }
}

/// The same of a function that takes the body first, and then nothing, the request, or the request
/// and the context; its parameters may be `auto`.
template <class Body, class F>
[[nodiscard]] Handler make_handler(F&& function) {
  using Function = std::decay_t<F>;
  if constexpr (std::invocable<Function&, const Body&>) {
    return detail::handler_of(std::forward<F>(function), std::type_identity<std::tuple<Body>>());
  } else if constexpr (std::invocable<Function&, const Body&, const Request&>) {
    return detail::handler_of(std::forward<F>(function),
                              std::type_identity<std::tuple<Body, Request>>());
  } else if constexpr (std::invocable<Function&, const Body&, const Request&, const Context&>) {
    return detail::handler_of(std::forward<F>(function),
                              std::type_identity<std::tuple<Body, Request, Context>>());
  } else {
    if constexpr (detail::Signed<Function>)
      static_assert(detail::kBeginsWith<Body, typename detail::Parameters<Function>::types>,
                    "the body is the first parameter of a handler that is given its type");
    return make_handler(std::forward<F>(function));
  }
}

}  // namespace eventc::http
