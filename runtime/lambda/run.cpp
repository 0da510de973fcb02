// SPDX-License-Identifier: Apache-2.0
#include "eventc/lambda/run.hpp"

#include <cstdio>
#include <exception>

#include "environment.hpp"
#include "lifecycle.hpp"
#include "log.hpp"
#include "signals.hpp"
#include "stop.hpp"

namespace eventc::lambda::detail {
namespace {

constexpr int kEnded = 0;
constexpr int kFailed = 1;
constexpr int kNotOnLambda = 2;

constexpr const char* kWhereToRun =
    "This program is a function for AWS Lambda: it takes its events from the API that the "
    "variable\n"
    "AWS_LAMBDA_RUNTIME_API names, as host:port, and that is not set.\n"
    "To run it here, set it to a stand-in, such as the AWS Lambda Runtime Interface Emulator; or "
    "give\n"
    "the same router recorded events: router.dispatch(payload), or eventc::replay.\n";

}  // namespace

int run(const Initialize& initialize, const RunOptions& options) try {
  Environment environment = read_environment();
  if (!environment.runtime_api) {
    std::fputs(kWhereToRun, stderr);
    return kNotOnLambda;
  }
  Lifecycle lifecycle(std::move(environment), options);
  if (!lifecycle.initialize(initialize)) return kFailed;
  Stop stop;
  const TerminationSignals signals(stop);
  return lifecycle.live(stop) ? kEnded : kFailed;
} catch (const std::exception& exception) {
  log(exception.what());
  return kFailed;
}

}  // namespace eventc::lambda::detail
