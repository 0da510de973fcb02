// SPDX-License-Identifier: Apache-2.0
#include "environment.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <stdexcept>
#include <string>

namespace eventc::lambda {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

/// A variable of this process, as long as it lives.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) { setenv(name, value, 1); }
  ~Variable() { unsetenv(name_); }

 private:
  const char* name_;
};

TEST(Environment, IsReadFromTheVariablesThatLambdaDefines) {
  const Variable api("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001");
  const Variable type("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
  const Variable concurrency("AWS_LAMBDA_MAX_CONCURRENCY", "16");
  const Variable name("AWS_LAMBDA_FUNCTION_NAME", "orders");
  const Variable version("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
  const Variable memory("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128");
  const Variable group("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/orders");
  const Variable stream("AWS_LAMBDA_LOG_STREAM_NAME", "2026/01/01/[$LATEST]1");
  const Environment environment = read_environment();
  EXPECT_EQ(environment.runtime_api, "127.0.0.1:9001");
  EXPECT_TRUE(environment.takes_snapshot);
  EXPECT_EQ(max_concurrency(environment), 16U);
  EXPECT_THAT(environment.attributes,
              ElementsAre(Pair("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128"),
                          Pair("AWS_LAMBDA_FUNCTION_NAME", "orders"),
                          Pair("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
                          Pair("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/orders"),
                          Pair("AWS_LAMBDA_LOG_STREAM_NAME", "2026/01/01/[$LATEST]1")));
}

TEST(Environment, IsEmptyElsewhere) {
  const Variable type("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
  const Variable api("AWS_LAMBDA_RUNTIME_API", "");
  const Environment environment = read_environment();
  EXPECT_FALSE(environment.runtime_api);
  EXPECT_FALSE(environment.takes_snapshot);
  EXPECT_EQ(max_concurrency(environment), 1U);
  EXPECT_THAT(environment.attributes, IsEmpty());
}

TEST(Environment, RefusesAConcurrencyThatIsNoNumberOfLoops) {
  for (const std::string text : {"0", "-1", "1.5", "4x", " 4", "10001", "99999999999999999999"})
    EXPECT_THROW((void)max_concurrency({.concurrency = text}), std::invalid_argument) << text;
  EXPECT_EQ(max_concurrency({.concurrency = "10000"}), 10'000U);
}

}  // namespace
}  // namespace eventc::lambda
