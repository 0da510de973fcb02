// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "eventc/arena.hpp"
#include "eventc/classify.hpp"
#include "eventc/context.hpp"
#include "eventc/dispatch.hpp"
#include "eventc/event.hpp"
#include "eventc/json.hpp"
#include "eventc/middleware.hpp"
#include "eventc/response_stream.hpp"

namespace eventc {

namespace detail {

/// The router's part that is the same for all bundles: events are numbers.
class RouterCore {
 public:
  /// Called with a payload of its event: parses it, into the arena where it is a view, and calls
  /// the user's handler.
  using Handler = std::function<Outcome(std::string_view payload, Arena&, const Context&)>;
  /// Called with an outcome that is not Handled; gives it its response.
  template <class Why>
  using Fallback = std::function<void(const Why&, const Context&, Outcome&)>;

  /// The table outlives the router.
  RouterCore(const route::Table& table, const Options& options);

  /// Each throws std::logic_error for what has been set before.
  void set_handler(std::size_t event, Handler handler);
  void set_otherwise(Fallback<Unhandled> fallback);
  void set_on_malformed(Fallback<Malformed> fallback);
  void set_on_invalid(Fallback<Invalid> fallback);

  void add_middleware(Middleware middleware) { middleware_.push_back(std::move(middleware)); }

  [[nodiscard]] Outcome dispatch(std::string_view payload, Arena& arena,
                                 const Context& context) const;
  [[nodiscard]] const Options& options() const { return options_; }

 private:
  /// From the `first` middleware on, and through the handler at last.
  [[nodiscard]] Outcome dispatch_from(std::size_t first, const Invocation& invocation,
                                      Arena& arena) const;
  [[nodiscard]] Outcome handle(std::string_view payload, Arena& arena,
                               const Context& context) const;
  [[nodiscard]] Outcome refuse(std::string_view payload, Outcome outcome,
                               const Context& context) const;

  const route::Table* table_;
  Options options_;
  std::vector<Handler> handlers_;
  std::vector<Middleware> middleware_;
  Fallback<Unhandled> otherwise_;
  Fallback<Malformed> on_malformed_;
  Fallback<Invalid> on_invalid_;
};

/// "KafkaEvent, KinesisEvent".
[[nodiscard]] std::string list_events(const route::Table& table);

/// The outcome of a payload that parse() refused.
[[nodiscard]] Outcome refused(std::string_view event, Error error);

/// The handler's answer as JSON text, into the outcome.
void respond(Outcome& outcome, const Json& response);
void respond(Outcome& outcome, Result<std::string> response);
void respond(Outcome& outcome, ResponseStream response);
/// Any of those.
template <class... Responses>
void respond(Outcome& outcome, std::variant<Responses...> response) {
  std::visit([&outcome](auto& one) { respond(outcome, std::move(one)); }, response);
}
template <class Response>
void respond(Outcome& outcome, const Response& response) {
  constexpr bool is_emitted = requires { EventTraits<Response>::name; };
  static_assert(is_emitted,
                "a handler returns nothing, an emitted type, eventc::Json, or a ResponseStream");
  if constexpr (is_emitted) respond(outcome, eventc::to_json(response));
}

template <class T>
[[nodiscard]] Result<T> parse_for_handler(std::string_view payload, Arena& arena,
                                          const Options& options) {
  if constexpr (ViewEvent<T>) {
    return EventTraits<T>::parse(payload, arena, options);
  } else {
    return EventTraits<T>::parse(payload, options);
  }
}

/// Calls a handler, with the context if it takes one, and keeps its response.
template <class Handler, class Argument>
void call(Handler& handler, const Argument& argument, const Context& context, Outcome& outcome) {
  constexpr bool takes_context = std::is_invocable_v<Handler&, const Argument&, const Context&>;
  static_assert(takes_context || std::is_invocable_v<Handler&, const Argument&>,
                "a handler takes (const T&) or (const T&, const eventc::Context&)");
  const auto run = [&]() -> decltype(auto) {
    if constexpr (takes_context) {
      return handler(argument, context);
    } else {
      return handler(argument);
    }
  };
  if constexpr (std::is_void_v<decltype(run())>) {
    run();
  } else {
    respond(outcome, run());
  }
}

}  // namespace detail

/// Brings payloads to the handlers of a bundle's events:
///
///     eventc::Router<events::Bundle> router;
///     router.on<events::OrderCreated>([](const events::OrderCreated& order) { ship(order); });
///     router.otherwise([](const eventc::Unhandled& event) { log(event.reason()); });
///     const eventc::Outcome outcome = router.dispatch(payload);
///
/// A handler takes the event, by itself or with the Context, and returns nothing or a response: an
/// emitted type, which is written as to_json() writes it, an eventc::Json, whose text is taken as
/// it is, or an eventc::ResponseStream, which is made after the call. A view is good during the
/// call. Handlers may be move-only; a copy of a router shares them.
///
/// The router owns no threads and keeps no global state: dispatch() may be called from several
/// threads at once where the handlers may. What a handler throws passes through.
template <class Bundle>
class Router {
 public:
  explicit Router(const Options& options = {}) : core_(Bundle::routes(), options) {}

  /// The handler of an event. Throws std::logic_error when the event has one.
  template <class T, class Handler>
  Router& on(Handler&& handler) {
    static_assert(
        Bundle::Events::template contains<T>,
        "T is none of the events of this router's Bundle, which are listed in "
        "Bundle::Events: take one of those, or make a Router of the bundle of T's schema");
    constexpr std::size_t event = Bundle::Events::template index_of<T>();
    core_.set_handler(event,
                      [handler = share(std::forward<Handler>(handler)), options = core_.options()](
                          std::string_view payload, Arena& arena, const Context& context) {
                        Result<T> value = detail::parse_for_handler<T>(payload, arena, options);
                        if (!value)
                          return detail::refused(EventTraits<T>::name, std::move(value).error());
                        Outcome outcome{.event = EventTraits<T>::name};
                        detail::call(*handler, *value, context, outcome);
                        return outcome;
                      });
    return *this;
  }

  /// For events without a handler, and for payloads that are none of the bundle's events. What it
  /// and the next two return is the response, as that of handlers; the outcome's kind stays. Each
  /// throws std::logic_error when it is called twice.
  template <class Handler>
  Router& otherwise(Handler&& handler) {
    core_.set_otherwise(fallback<Unhandled>(std::forward<Handler>(handler)));
    return *this;
  }

  /// For payloads that are not JSON, or over a limit.
  template <class Handler>
  Router& on_malformed(Handler&& handler) {
    core_.set_on_malformed(fallback<Malformed>(std::forward<Handler>(handler)));
    return *this;
  }

  /// For payloads of an event with a handler that are not valid.
  template <class Handler>
  Router& on_invalid(Handler&& handler) {
    core_.set_on_invalid(fallback<Invalid>(std::forward<Handler>(handler)));
    return *this;
  }

  /// Runs around all that follows: around each dispatch(), the handlers of what is wrong with a
  /// payload included. The first that is added is the outermost.
  Router& use(Middleware middleware) {
    core_.add_middleware(std::move(middleware));
    return *this;
  }
  Router& use(Hooks hooks) { return use(to_middleware(std::move(hooks))); }

  /// Calls the payload's handler, or that for what is wrong with it.
  Outcome dispatch(std::string_view payload, const Context& context = {}) const {
    Arena arena;
    return core_.dispatch(payload, arena, context);
  }
  /// The same with an arena that serves one event after another: it is reset first. So views are
  /// read without allocations.
  Outcome dispatch(std::string_view payload, Arena& arena, const Context& context = {}) const {
    arena.reset();
    return core_.dispatch(payload, arena, context);
  }

 private:
  template <class Handler>
  static auto share(Handler&& handler) {
    return std::make_shared<std::decay_t<Handler>>(std::forward<Handler>(handler));
  }

  template <class Why, class Handler>
  static detail::RouterCore::Fallback<Why> fallback(Handler&& handler) {
    return [handler = share(std::forward<Handler>(handler))](const Why& why, const Context& context,
                                                             Outcome& outcome) {
      detail::call(*handler, why, context, outcome);
    };
  }

  detail::RouterCore core_;
};

}  // namespace eventc
