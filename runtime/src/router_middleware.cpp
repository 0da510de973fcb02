// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "eventc/middleware.hpp"

namespace eventc {

Middleware to_middleware(Hooks hooks) {
  return [hooks = std::move(hooks)](const Invocation& invocation, const Next& next) {
    if (hooks.before) hooks.before(invocation);
    Outcome outcome = [&] {
      if (!hooks.on_error) return next();
      try {
        return next();
      } catch (...) {
        hooks.on_error(invocation, std::current_exception());
        throw;
      }
    }();
    if (hooks.after) hooks.after(invocation, outcome);
    return outcome;
  };
}

}  // namespace eventc
