// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "stop.hpp"

namespace eventc::lambda {

/// How often a request is made that the network fails, and how long is waited between: a pause that
/// doubles. The API is on the same host: where it stays out of reach, the environment is broken.
struct RetryPolicy {
  int attempts = 6;
  std::chrono::milliseconds first_pause{20};

  /// Waits behind attempt 0, 1, …; no longer than until a stop is requested, where there is one to
  /// heed. False when there is no further attempt.
  [[nodiscard]] bool wait(int attempt, const Stop* stop) const;
};

}  // namespace eventc::lambda
