// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>

#include "environment.hpp"
#include "eventc/lambda/run.hpp"
#include "retry.hpp"
#include "runtime_client.hpp"
#include "stop.hpp"

namespace eventc::lambda {

/// What an environment goes through (AWS Lambda developer guide, "Understanding the Lambda
/// execution environment lifecycle").
class Lifecycle {
 public:
  /// Requires environment.runtime_api. The options outlive it.
  Lifecycle(Environment environment, const RunOptions& options, RetryPolicy retry = {});

  /// Makes the function; false when that failed, which is reported.
  [[nodiscard]] bool initialize(const detail::Initialize& make);
  /// Requires initialize(): the snapshot where there is one, then events until a stop is requested,
  /// then the shutdown. False when something failed, which is reported or logged.
  [[nodiscard]] bool live(Stop& stop);

 private:
  /// Nothing: events may come.
  [[nodiscard]] std::optional<End> pass_snapshot(const Stop& stop);
  [[nodiscard]] bool answer_events(Stop& stop);
  [[nodiscard]] bool answer_events_in_threads(Stop& stop);
  [[nodiscard]] bool shut_down();
  [[nodiscard]] RuntimeClient make_client() const;

  Environment environment_;
  const RunOptions& options_;
  RetryPolicy retry_;
  Dispatch function_;
  std::size_t loops_ = 1;
};

}  // namespace eventc::lambda
