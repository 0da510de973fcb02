// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <type_traits>

#include "eventc/dispatcher.hpp"

/// Runs a router as a function on AWS Lambda: the program is the function's `bootstrap`
/// (AWS Lambda developer guide, "Building a custom runtime for AWS Lambda").
namespace eventc::lambda {

/// What is called around the events. A hook that is empty is left out. What one throws is reported
/// and ends the program.
struct RunOptions {
  /// Where the function is published with SnapStart (AWS Lambda developer guide, "Implementing
  /// SnapStart hooks for container images"): the last that is called before the snapshot is taken.
  std::function<void()> before_snapshot = {};
  /// The first that is called in each environment that is started from the snapshot: what must be
  /// unique or fresh (seeds, connections, credentials) is made anew here.
  std::function<void()> after_restore = {};
  /// Called when the environment is shut down by SIGTERM, or by SIGINT at a terminal, after the
  /// events under way are answered. Lambda sends SIGTERM only to functions that have an extension
  /// registered, and kills them half a second or two seconds later ("Understanding the Lambda
  /// execution environment lifecycle", section "Shutdown phase").
  std::function<void()> on_shutdown = {};
};

namespace detail {

/// Makes what dispatches; what it throws is an init error.
using Initialize = std::function<Dispatch()>;
[[nodiscard]] int run(const Initialize& initialize, const RunOptions& options);

}  // namespace detail

/// Takes events from Lambda and answers them until the environment is shut down. For each it calls
/// dispatch(), with what is known of the invocation (eventc/lambda/attributes.hpp), on one thread
/// or on as many as AWS_LAMBDA_MAX_CONCURRENCY says, each with an arena of its own. It answers with
/// the response, `null` where there is none, or with an error:
///
/// - an outcome that is not ok and has no response: Eventc.Unhandled, Eventc.Malformed,
///   Eventc.Invalid or Eventc.ResponseFailed;
/// - what a handler throws: by the name of its type, with its nested causes as the stackTrace;
/// - a response that Lambda finds too large: Eventc.ResponseTooLarge.
///
/// Gives the exit code of the program: 0 when it was told to end; 1 when initialization or a hook
/// threw, or when Lambda's API failed or stayed out of reach; 2 where there is no such API
/// (AWS_LAMBDA_RUNTIME_API is not set), which it says on the standard error.
///
/// Takes over SIGTERM and SIGINT once initialization is done. Where one event is under way at a
/// time, its trace is in the environment variable _X_AMZN_TRACE_ID while it is handled, where the
/// AWS SDKs look for it; it is set between two events, when no other thread may read the
/// environment. With several it is in the Context alone.
template <Dispatcher D>
[[nodiscard]] int run(const D& dispatcher, const RunOptions& options = {}) {
  return detail::run([&dispatcher] { return dispatch_to(dispatcher); }, options);
}

/// The same with a function that makes the dispatcher. What it throws is reported as an init error
/// (Eventc.InitFailed), by which Lambda tells why the function does not start.
///
///     int main() {
///       return eventc::lambda::run([] {
///         eventc::Router<events::Bundle> router;
///         router.on<events::OrderCreated>([](const events::OrderCreated& order) { ship(order); });
///         return router;
///       });
///     }
template <class Initialize>
requires Dispatcher<std::invoke_result_t<const Initialize&>>
[[nodiscard]] int run(const Initialize& initialize, const RunOptions& options = {}) {
  std::optional<std::remove_cvref_t<std::invoke_result_t<const Initialize&>>> made;
  return detail::run([&] { return dispatch_to(made.emplace(initialize())); }, options);
}

}  // namespace eventc::lambda
