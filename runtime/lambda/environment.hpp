// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace eventc::lambda {

/// What Lambda tells a function by its environment (AWS Lambda developer guide, "Working with
/// Lambda environment variables", section "Defined runtime environment variables").
struct Environment {
  /// AWS_LAMBDA_RUNTIME_API: host and port. Nothing where the program does not run on Lambda.
  std::optional<std::string> runtime_api = {};
  /// AWS_LAMBDA_INITIALIZATION_TYPE is snap-start.
  bool takes_snapshot = false;
  /// AWS_LAMBDA_MAX_CONCURRENCY as it stands; see max_concurrency().
  std::optional<std::string> concurrency = {};
  /// Those of eventc/lambda/attributes.hpp that are of the function.
  std::map<std::string, std::string, std::less<>> attributes = {};
};

[[nodiscard]] Environment read_environment();

/// How many events are handled at a time ("Using the Lambda runtime API for custom runtimes",
/// "Lambda Managed Instances support concurrent requests"); 1 where nothing is said. Throws
/// std::invalid_argument for what is not a number from 1 to 10,000.
[[nodiscard]] std::size_t max_concurrency(const Environment& environment);

}  // namespace eventc::lambda
