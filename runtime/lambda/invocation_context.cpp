// SPDX-License-Identifier: Apache-2.0
#include "invocation_context.hpp"

#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <system_error>

#include "eventc/lambda/attributes.hpp"

namespace eventc::lambda {
namespace {

using Clock = std::chrono::system_clock;

std::optional<Clock::time_point> read_deadline(const HttpHeaders& headers) {
  constexpr auto kLast = std::chrono::floor<std::chrono::milliseconds>(Clock::duration::max());
  const auto text = find_header(headers, "Lambda-Runtime-Deadline-Ms");
  if (!text) return std::nullopt;
  std::int64_t milliseconds = 0;
  const char* const end = text->data() + text->size();
  const auto [last, fault] = std::from_chars(text->data(), end, milliseconds);
  if (fault != std::errc() || last != end || milliseconds < 0 || milliseconds > kLast.count())
    return std::nullopt;
  return Clock::time_point(std::chrono::milliseconds(milliseconds));
}

}  // namespace

Context make_context(const Invocation& invocation, const Environment& environment) {
  Context context{.request_id = invocation.request_id,
                  .deadline = read_deadline(invocation.headers),
                  .attributes = environment.attributes};
  for (const std::string_view name : {kFunctionArn, kTraceId, kClientContext, kCognitoIdentity}) {
    if (const auto value = find_header(invocation.headers, name))
      context.attributes.emplace(name, *value);
  }
  return context;
}

void export_trace(const Context& context) {
  constexpr const char* kVariable = "_X_AMZN_TRACE_ID";
  const auto trace = context.attributes.find(kTraceId);
  if (trace == context.attributes.end()) {
    unsetenv(kVariable);
  } else {
    setenv(kVariable, trace->second.c_str(), 1);
  }
}

}  // namespace eventc::lambda
