// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <functional>
#include <string_view>

#include "eventc/arena.hpp"
#include "eventc/context.hpp"
#include "eventc/dispatch.hpp"

/// What brings payloads to handlers, whatever calls it.
namespace eventc {

/// Takes a payload, the arena that it may be read into, and what is known of the invocation; as
/// Router::dispatch() with an arena.
using Dispatch = std::function<Outcome(std::string_view payload, Arena&, const Context&)>;

/// What dispatches as eventc::Router does.
template <class T>
concept Dispatcher = requires(const T& dispatcher, std::string_view payload, Arena& arena,
                              const Context& context) {
  { dispatcher.dispatch(payload, arena, context) } -> std::same_as<Outcome>;
};

/// Refers to the dispatcher, which outlives it.
template <Dispatcher D>
[[nodiscard]] Dispatch dispatch_to(const D& dispatcher) {
  return [&dispatcher](std::string_view payload, Arena& arena, const Context& context) {
    return dispatcher.dispatch(payload, arena, context);
  };
}

}  // namespace eventc
