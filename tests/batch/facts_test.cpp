// SPDX-License-Identifier: Apache-2.0
#include "eventc/batch/facts.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <limits>

namespace eventc::batch::detail {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::int64_t kLatestSecond =
    std::chrono::duration_cast<seconds>(Facts::Time::max().time_since_epoch()).count();

TEST(Facts, KeepTheFractionOfSeconds) {
  EXPECT_EQ(time_of_seconds(0), Facts::Time());
  EXPECT_EQ(time_of_seconds(1545084650.987), Facts::Time(milliseconds(1545084650987)));
}

TEST(Facts, HaveNoTimeThatTheClockCannotHold) {
  for (const double hostile :
       {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(),
        -std::numeric_limits<double>::infinity(), -1.0, 1e300,
        static_cast<double>(kLatestSecond) + 1, 9223372036854775808.0}) {
    EXPECT_EQ(time_of_seconds(hostile), std::nullopt) << hostile;
  }
  EXPECT_TRUE(time_of_seconds(static_cast<double>(kLatestSecond - 2)));
  EXPECT_EQ(time_of_milliseconds(std::int64_t{-1}), std::nullopt);
  EXPECT_EQ(time_of_milliseconds(std::numeric_limits<std::int64_t>::max()), std::nullopt);
  EXPECT_EQ(time_of_milliseconds("1700000000000"), Facts::Time(milliseconds(1700000000000)));
  EXPECT_EQ(time_of_milliseconds("9223372036854775807"), std::nullopt);
  EXPECT_EQ(time_of_milliseconds("9223372036854775808"), std::nullopt);
}

TEST(Facts, HaveTheShardInFrontOfTheColon) {
  EXPECT_EQ(shard_of("shardId-000000000006:4959"), "shardId-000000000006");
  EXPECT_EQ(shard_of("a:b:c"), "a");
  EXPECT_EQ(shard_of("shardId-000000000006"), "");
  EXPECT_EQ(shard_of(""), "");
}

}  // namespace
}  // namespace eventc::batch::detail
