// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <functional>
#include <string_view>

#include "eventc/context.hpp"
#include "eventc/dispatch.hpp"

/// What runs around the handlers of a router: logs, metrics, retries, whatever all of them need.
namespace eventc {

/// A payload on its way to its handler. References and views are good during the call.
struct Invocation {
  std::string_view payload;
  const Context& context;
};

/// What comes after a middleware: the next one, or the router. It may be called once, several
/// times, or not at all, while the middleware runs.
class Next {
 public:
  /// Of a function that outlives it.
  template <class Function>
  explicit Next(const Function& function)
      : function_(&function),
        call_([](const void* it) { return (*static_cast<const Function*>(it))(); }) {}

  Outcome operator()() const { return call_(function_); }

 private:
  const void* function_;
  Outcome (*call_)(const void*);
};

/// Gets each invocation, and gives its outcome: that of `next`, or another. What a handler throws
/// passes through `next`. A ResponseStream is made when all middleware is through, by who
/// dispatches.
///
///     router.use([](const eventc::Invocation& invocation, const eventc::Next& next) {
///       const auto begin = std::chrono::steady_clock::now();
///       eventc::Outcome outcome = next();
///       log(outcome.event, std::chrono::steady_clock::now() - begin);
///       return outcome;
///     });
using Middleware = std::function<Outcome(const Invocation&, const Next&)>;

/// The same in three parts, each of which may be left out. What `before` and `after` throw fails
/// the invocation.
struct Hooks {
  std::function<void(const Invocation&)> before = {};
  /// With the outcome, of whatever kind, which it may change.
  std::function<void(const Invocation&, Outcome&)> after = {};
  /// With what was thrown behind it, which is thrown on, whatever on_error throws itself: that is
  /// dropped.
  std::function<void(const Invocation&, const std::exception_ptr&)> on_error = {};
};
[[nodiscard]] Middleware to_middleware(Hooks hooks);

}  // namespace eventc
