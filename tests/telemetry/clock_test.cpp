// SPDX-License-Identifier: Apache-2.0
#include "eventc/telemetry/clock.hpp"

#include <gtest/gtest.h>

#include "telemetry/sample_time.hpp"

namespace eventc::telemetry {
namespace {

TEST(Clock, TellsTheTimeInMilliseconds) {
  EXPECT_EQ(to_text(sample_time()), "2026-01-31T23:59:59.999Z");
  EXPECT_EQ(to_milliseconds(sample_time()), 1769903999999);
}

TEST(Clock, CutsTimesBefore1970Too) {
  const Time before = Time() - std::chrono::microseconds(1);
  EXPECT_EQ(to_text(before), "1969-12-31T23:59:59.999Z");
  EXPECT_EQ(to_milliseconds(before), -1);
}

}  // namespace
}  // namespace eventc::telemetry
