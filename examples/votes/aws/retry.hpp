// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <optional>

#include "votes/aws/result.hpp"

/// When a call is made again: as the standard mode of AWS's SDKs (AWS SDKs and Tools Reference
/// Guide, "Retry behavior").
namespace aws {

/// Whether another try may fare better: no answer came, the service failed (HTTP 5xx), or it
/// throttles.
[[nodiscard]] bool is_transient(const Error& error);

/// Tokens that retries are paid with, so that a service which is down is not called ever more
/// often: a retry costs 5, after a timeout 10. What a retry that helped has cost comes back; a call
/// that needs none adds 1.
class RetryBudget {
 public:
  explicit RetryBudget(int capacity = 500) : capacity_(capacity), tokens_(capacity) {}

  /// False, and nothing is taken, where there are fewer.
  [[nodiscard]] bool take(int tokens);
  void give(int tokens);
  [[nodiscard]] int tokens() const { return tokens_; }

 private:
  int capacity_;
  int tokens_;
};

struct RetryPolicy {
  /// The first try counts.
  int max_attempts = 5;
  /// Before retry n (from 0) passes a time that is drawn from 0 to min(max_delay, base * 2^n):
  /// "full jitter" (AWS Architecture Blog, "Exponential Backoff And Jitter").
  std::chrono::milliseconds base{50};
  std::chrono::milliseconds max_delay{5000};
};

/// The longest wait before a retry.
[[nodiscard]] std::chrono::milliseconds longest_delay(const RetryPolicy& policy, int retry);

/// Makes attempts until one succeeds, or another would be in vain. For one thread at a time.
class Retrier {
 public:
  /// From 0 to 1, without 1.
  using Random = std::function<double()>;
  using Sleep = std::function<void(std::chrono::milliseconds)>;
  /// Nothing where it succeeded.
  using Attempt = std::function<std::optional<Error>()>;

  /// Draws from the system's random numbers, and sleeps.
  explicit Retrier(const RetryPolicy& policy = {});
  Retrier(const RetryPolicy& policy, Random random, Sleep sleep, int budget = 500);

  /// The last attempt's error; nothing where it succeeded.
  [[nodiscard]] std::optional<Error> run(const Attempt& attempt);
  [[nodiscard]] const RetryBudget& budget() const { return budget_; }

 private:
  RetryPolicy policy_;
  Random random_;
  Sleep sleep_;
  RetryBudget budget_;
};

}  // namespace aws
