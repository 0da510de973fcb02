// SPDX-License-Identifier: Apache-2.0
#include "votes/aws/retry.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "votes/fake_transport.hpp"

namespace aws {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;

Error throttled() { return {.type = "ProvisionedThroughputExceededException", .status = 400}; }

/// Fails so many times, then succeeds.
Retrier::Attempt failing(int times, Error error, int* made = nullptr) {
  return [times, error, made, n = 0]() mutable -> std::optional<Error> {
    if (made != nullptr) ++*made;
    if (n++ < times) return error;
    return std::nullopt;
  };
}

TEST(IsTransient, TakesThrottlingFailuresOfTheServiceAndLostAnswers) {
  EXPECT_TRUE(is_transient(throttled()));
  EXPECT_TRUE(is_transient({.type = "ThrottlingException", .status = 400}));
  EXPECT_TRUE(is_transient({.type = "InternalFailure", .status = 500}));
  EXPECT_TRUE(is_transient({.status = 503}));
  EXPECT_TRUE(is_transient({.status = 429}));
  EXPECT_TRUE(is_transient({.kind = Error::Kind::Network}));
}

TEST(IsTransient, LeavesOutWhatAnotherTryDoesNotChange) {
  EXPECT_FALSE(is_transient({.type = "ConditionalCheckFailedException", .status = 400}));
  EXPECT_FALSE(is_transient({.type = "ResourceNotFoundException", .status = 400}));
  EXPECT_FALSE(is_transient({.type = "AccessDeniedException", .status = 403}));
  EXPECT_FALSE(is_transient({.kind = Error::Kind::BadResponse, .status = 200}));
  EXPECT_FALSE(is_transient({.kind = Error::Kind::BadRequest}));
}

TEST(LongestDelay, DoublesUpToTheLargest) {
  const RetryPolicy policy{.base = milliseconds(50), .max_delay = milliseconds(300)};
  EXPECT_EQ(longest_delay(policy, 0), milliseconds(50));
  EXPECT_EQ(longest_delay(policy, 1), milliseconds(100));
  EXPECT_EQ(longest_delay(policy, 2), milliseconds(200));
  EXPECT_EQ(longest_delay(policy, 3), milliseconds(300));
  EXPECT_EQ(longest_delay(policy, 1'000'000'000), milliseconds(300));
}

TEST(Retrier, WaitsATimeDrawnFromNothingToTheLongest) {
  Waits waits;
  Retrier retrier = waits.retrier({.max_attempts = 5, .base = milliseconds(100)});
  EXPECT_EQ(retrier.run(failing(3, throttled())), std::nullopt);
  EXPECT_THAT(waits.times, ElementsAre(milliseconds(50), milliseconds(100), milliseconds(200)));

  std::vector<milliseconds> none;
  Retrier at_once(
      {}, [] { return 0.0; }, [&](milliseconds time) { none.push_back(time); });
  EXPECT_EQ(at_once.run(failing(1, throttled())), std::nullopt);
  EXPECT_THAT(none, ElementsAre(milliseconds(0)));
}

TEST(Retrier, GivesTheLastErrorAfterTheLastAttempt) {
  Waits waits;
  int made = 0;
  Retrier retrier = waits.retrier({.max_attempts = 3});
  EXPECT_EQ(retrier.run(failing(10, throttled(), &made)), throttled());
  EXPECT_EQ(made, 3);
  EXPECT_EQ(waits.times.size(), 2u);
}

TEST(Retrier, MakesOneAttemptWhereAnotherWouldBeInVain) {
  Waits waits;
  int made = 0;
  const Error error{.type = "ValidationException", .status = 400};
  EXPECT_EQ(waits.retrier().run(failing(10, error, &made)), error);
  EXPECT_EQ(made, 1);
  EXPECT_TRUE(waits.times.empty());
}

TEST(RetryBudget, TakesAllOrNothingAndHoldsNoMoreThanItsCapacity) {
  RetryBudget budget(10);
  EXPECT_TRUE(budget.take(7));
  EXPECT_FALSE(budget.take(4));
  EXPECT_EQ(budget.tokens(), 3);
  budget.give(100);
  EXPECT_EQ(budget.tokens(), 10);
}

TEST(RetryBudget, IsSpentOverCallsSoThatAServiceThatIsDownIsLeftAlone) {
  Waits waits;
  Retrier retrier = waits.retrier({.max_attempts = 5}, 22);
  int made = 0;
  EXPECT_EQ(retrier.run(failing(10, throttled(), &made)), throttled());
  EXPECT_EQ(made, 5) << "four retries are paid with 20 of 22 tokens";
  EXPECT_EQ(retrier.run(failing(10, throttled(), &made)), throttled());
  EXPECT_EQ(made, 6) << "2 tokens pay no retry";
}

TEST(RetryBudget, PaysMoreAfterATimeout) {
  Waits waits;
  Retrier retrier = waits.retrier({.max_attempts = 2});
  const Error timeout{.kind = Error::Kind::Network, .type = "Timeout"};
  EXPECT_EQ(retrier.run(failing(10, timeout)), timeout);
  EXPECT_EQ(retrier.budget().tokens(), 490);
}

TEST(RetryBudget, GetsBackWhatTheRetryThatHelpedHasCost) {
  Waits waits;
  Retrier retrier = waits.retrier();
  EXPECT_EQ(retrier.run(failing(2, throttled())), std::nullopt);
  EXPECT_EQ(retrier.budget().tokens(), 495) << "of two retries, the second helped";
  EXPECT_EQ(retrier.run(failing(0, throttled())), std::nullopt);
  EXPECT_EQ(retrier.budget().tokens(), 496);
}

}  // namespace
}  // namespace aws
