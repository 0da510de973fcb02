// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace eventc::telemetry {

using Time = std::chrono::system_clock::time_point;

/// Where the time comes from; tests have their own.
using Clock = std::function<Time()>;

/// "2026-01-31T23:59:59.123Z" (RFC 3339), cut to milliseconds.
[[nodiscard]] std::string to_text(Time time);
/// Milliseconds since 1970.
[[nodiscard]] std::int64_t to_milliseconds(Time time);

}  // namespace eventc::telemetry
