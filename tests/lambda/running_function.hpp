// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <future>
#include <string>
#include <utility>

#include "environment.hpp"
#include "eventc/lambda/run.hpp"
#include "lifecycle.hpp"
#include "runtime_api_stub.hpp"
#include "stop.hpp"

namespace eventc::lambda::testing {

/// A function in a thread of the test, all its life.
class RunningFunction {
 public:
  RunningFunction(detail::Initialize make, Environment environment, RunOptions options = {})
      : options_(std::move(options)), lifecycle_(std::move(environment), options_, kQuick) {
    ended_well_ = std::async(std::launch::async, [this, make = std::move(make)] {
      return lifecycle_.initialize(make) && lifecycle_.live(stop_);
    });
  }
  RunningFunction(RuntimeApiStub& api, Dispatch function)
      : RunningFunction([function = std::move(function)] { return function; }, on(api)) {}
  ~RunningFunction() {
    stop_.request();
    if (ended_well_.valid()) ended_well_.wait();
  }

  static Environment on(const RuntimeApiStub& api) { return {.runtime_api = api.authority()}; }

  /// Tells it to end.
  bool stop() {
    stop_.request();
    return ended_well_.get();
  }
  /// Waits until it ends by itself.
  bool wait() { return ended_well_.get(); }

 private:
  static constexpr RetryPolicy kQuick{4, std::chrono::milliseconds(1)};

  RunOptions options_;
  Lifecycle lifecycle_;
  Stop stop_;
  std::future<bool> ended_well_;
};

/// Answers with the payload.
inline Outcome echo(std::string_view payload, Arena&, const Context&) {
  return {.response = std::string(payload)};
}

}  // namespace eventc::lambda::testing
