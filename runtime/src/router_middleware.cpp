// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "eventc/middleware.hpp"

namespace eventc {
namespace {

/// What it throws itself is left out: the caller is to get what the handler threw.
void tell(const Hooks& hooks, const Invocation& invocation, const std::exception_ptr& thrown) {
  try {
    hooks.on_error(invocation, thrown);
  } catch (...) {  // as Hooks says
  }
}

}  // namespace

Middleware to_middleware(Hooks hooks) {
  return [hooks = std::move(hooks)](const Invocation& invocation, const Next& next) {
    if (hooks.before) hooks.before(invocation);
    Outcome outcome = [&] {
      if (!hooks.on_error) return next();
      try {
        return next();
      } catch (...) {
        tell(hooks, invocation, std::current_exception());
        throw;
      }
    }();
    if (hooks.after) hooks.after(invocation, outcome);
    return outcome;
  };
}

}  // namespace eventc
