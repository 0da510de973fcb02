// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "eventc/telemetry/clock.hpp"

namespace eventc::telemetry {

/// 2026-01-31T23:59:59.999Z, and less than a millisecond more.
inline Time sample_time() {
  using namespace std::chrono;
  return sys_days(2026y / 1 / 31) + 23h + 59min + 59s + 999ms + 900us;
}

}  // namespace eventc::telemetry
