// SPDX-License-Identifier: Apache-2.0
#include "votes/aws/retry.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <string_view>
#include <thread>
#include <utility>

namespace aws {

namespace {

/// The names by which Kinesis and DynamoDB throttle, with HTTP 400 ("Retry behavior", the errors
/// that are retried; the services' API references, "Common Errors").
constexpr std::array<std::string_view, 10> kThrottling = {"ProvisionedThroughputExceededException",
                                                          "ProvisionedThroughputExceeded",
                                                          "ThrottlingException",
                                                          "Throttling",
                                                          "ThrottledException",
                                                          "RequestThrottledException",
                                                          "TooManyRequestsException",
                                                          "RequestLimitExceeded",
                                                          "LimitExceededException",
                                                          "KMSThrottlingException"};

constexpr std::array<std::string_view, 5> kPassing = {"InternalFailure", "InternalServerError",
                                                      "ServiceUnavailable", "RequestTimeout",
                                                      "TransactionInProgressException"};

template <std::size_t N>
bool has(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr int kCost = 5;
constexpr int kCostAfterTimeout = 10;

int cost_after(const Error& error) {
  const bool timeout = error.kind == Error::Kind::Network && error.type == "Timeout";
  return timeout ? kCostAfterTimeout : kCost;
}

Retrier::Random system_random() {
  return [engine = std::mt19937_64(std::random_device()())]() mutable {
    return std::uniform_real_distribution<double>()(engine);
  };
}

}  // namespace

bool is_transient(const Error& error) {
  if (error.kind == Error::Kind::Network) return true;
  if (error.kind != Error::Kind::Service) return false;
  return error.status >= 500 || error.status == 429 || has(kThrottling, error.type) ||
         has(kPassing, error.type);
}

bool RetryBudget::take(int tokens) {
  if (tokens > tokens_) return false;
  tokens_ -= tokens;
  return true;
}

void RetryBudget::give(int tokens) { tokens_ = std::min(capacity_, tokens_ + tokens); }

std::chrono::milliseconds longest_delay(const RetryPolicy& policy, int retry) {
  std::chrono::milliseconds delay = policy.base;
  for (int i = 0; i < retry && delay < policy.max_delay; ++i) delay *= 2;
  return std::min(delay, policy.max_delay);
}

Retrier::Retrier(const RetryPolicy& policy)
    : Retrier(policy, system_random(),
              [](std::chrono::milliseconds time) { std::this_thread::sleep_for(time); }) {}

Retrier::Retrier(const RetryPolicy& policy, Random random, Sleep sleep, int budget)
    : policy_(policy), random_(std::move(random)), sleep_(std::move(sleep)), budget_(budget) {}

std::optional<Error> Retrier::run(const Attempt& attempt) {
  int paid = 0;
  for (int retry = 0;; ++retry) {
    std::optional<Error> error = attempt();
    if (!error) {
      budget_.give(paid == 0 ? 1 : paid);
      return std::nullopt;
    }
    if (!is_transient(*error) || retry + 1 >= policy_.max_attempts) return error;
    paid = cost_after(*error);
    if (!budget_.take(paid)) return error;
    const std::chrono::duration<double, std::milli> delay =
        longest_delay(policy_, retry) * random_();
    sleep_(std::chrono::duration_cast<std::chrono::milliseconds>(delay));
  }
}

}  // namespace aws
