// SPDX-License-Identifier: Apache-2.0
#include "environment.hpp"

#include <charconv>
#include <cstdlib>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include "eventc/lambda/attributes.hpp"

namespace eventc::lambda {
namespace {

/// More loops than any environment is given; each is a thread.
constexpr std::size_t kMostLoops = 10'000;

std::optional<std::string> variable(std::string_view name) {
  const char* const value = std::getenv(std::string(name).c_str());
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

}  // namespace

Environment read_environment() {
  Environment environment{
      .runtime_api = variable("AWS_LAMBDA_RUNTIME_API"),
      .takes_snapshot = variable("AWS_LAMBDA_INITIALIZATION_TYPE") == "snap-start",
      .concurrency = variable("AWS_LAMBDA_MAX_CONCURRENCY")};
  for (const std::string_view name :
       {kFunctionName, kFunctionVersion, kMemorySize, kLogGroup, kLogStream}) {
    if (std::optional<std::string> value = variable(name))
      environment.attributes.emplace(name, *std::move(value));
  }
  return environment;
}

std::size_t max_concurrency(const Environment& environment) {
  if (!environment.concurrency) return 1;
  const std::string& text = *environment.concurrency;
  std::size_t count = 0;
  const char* const end = text.data() + text.size();
  const auto [last, fault] = std::from_chars(text.data(), end, count);
  if (fault != std::errc() || last != end || count < 1 || count > kMostLoops) {
    throw std::invalid_argument("AWS_LAMBDA_MAX_CONCURRENCY is \"" + text +
                                "\", not a number from 1 to 10000");
  }
  return count;
}

}  // namespace eventc::lambda
