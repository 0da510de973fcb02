// SPDX-License-Identifier: Apache-2.0
#include "invocation_context.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace eventc::lambda {
namespace {

std::optional<std::chrono::system_clock::time_point> deadline_of(const std::string& text) {
  return make_context(
             {.request_id = "1", .headers = {{"lambda-runtime-deadline-ms", text}}, .payload = ""},
             {})
      .deadline;
}

TEST(InvocationContext, ReadsTheDeadlineInMilliseconds) {
  const auto deadline = deadline_of("1542409706888");
  ASSERT_TRUE(deadline);
  EXPECT_EQ(deadline->time_since_epoch(), std::chrono::milliseconds(1542409706888));
}

TEST(InvocationContext, HasNoDeadlineWhereItCannotBeOne) {
  for (const char* const text :
       {"", "soon", "-1", "1.5", "1542409706888 ", "9223372036854775807", "99999999999999999999"})
    EXPECT_FALSE(deadline_of(text)) << text;
  EXPECT_FALSE(make_context({}, {}).deadline);
}

}  // namespace
}  // namespace eventc::lambda
