// SPDX-License-Identifier: Apache-2.0
#include "loop.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

#include "eventc/lambda/attributes.hpp"
#include "running_function.hpp"
#include "runtime_api_stub.hpp"

namespace eventc::lambda::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;
using Resource = RuntimeApiStub::Resource;

/// Gives each payload the outcome of its name.
Outcome act(std::string_view payload, Arena&, const Context&) {
  if (payload == "\"unhandled\"")
    return {.kind = Outcome::Kind::Unhandled, .reason = "none of the known events: A, B"};
  if (payload == "\"malformed\"")
    return {.kind = Outcome::Kind::Malformed, .reason = "not JSON: (1:7): the text ends"};
  if (payload == "\"invalid\"")
    return {.kind = Outcome::Kind::Invalid, .reason = "not a valid A: /a (1:2): \"é\""};
  if (payload == "\"failed\"")
    return {.kind = Outcome::Kind::ResponseFailed, .reason = "the response cannot be written"};
  if (payload == "\"answered\"")
    return {.kind = Outcome::Kind::Invalid, .response = "{\"statusCode\":400}", .reason = "?"};
  if (payload == "\"throw\"") throw std::out_of_range("no such order");
  if (payload == "\"throw number\"") throw 42;
  if (payload == "\"large\"") return {.response = std::string(std::size_t{7} << 20, ' ')};
  if (payload == "\"nothing\"") return {};
  return {.response = std::string(payload)};
}

class Loop : public ::testing::Test {
 protected:
  std::string error_of(const std::string& payload, const std::string& reason) {
    const auto answer = api_.wait_for_answer(api_.offer(payload));
    EXPECT_EQ(answer.resource, Resource::Error) << payload;
    EXPECT_EQ(answer.request.headers.at("lambda-runtime-function-error-type"), reason);
    EXPECT_EQ(answer.request.headers.at("content-type"), "application/vnd.aws.lambda.error+json");
    return answer.request.body;
  }
  std::string response_to(const std::string& payload) {
    const auto answer = api_.wait_for_answer(api_.offer(payload));
    EXPECT_EQ(answer.resource, Resource::Response) << answer.request.body;
    return answer.request.body;
  }

  RuntimeApiStub api_;
  RunningFunction function_{api_, act};
};

TEST_F(Loop, AnswersEventsOneAfterAnotherByOneConnection) {
  EXPECT_EQ(response_to("{\"a\":1}"), "{\"a\":1}");
  EXPECT_EQ(response_to("{\"a\":2}"), "{\"a\":2}");
  EXPECT_EQ(response_to(std::string(std::size_t{6} << 20, ' ')).size(), std::size_t{6} << 20);
  EXPECT_EQ(api_.connections(), 1U);
  EXPECT_TRUE(function_.stop());
}

TEST_F(Loop, AnswersNullWhereThereIsNoResponse) { EXPECT_EQ(response_to("\"nothing\""), "null"); }

TEST_F(Loop, ReportsOutcomesThatAreNotOkByTheirKind) {
  EXPECT_EQ(error_of("\"unhandled\"", "Eventc.Unhandled"),
            R"({"errorMessage":"none of the known events: A, B","errorType":"Eventc.Unhandled",)"
            R"("stackTrace":[]})");
  EXPECT_EQ(error_of("\"malformed\"", "Eventc.Malformed"),
            R"({"errorMessage":"not JSON: (1:7): the text ends","errorType":"Eventc.Malformed",)"
            R"("stackTrace":[]})");
  EXPECT_EQ(error_of("\"invalid\"", "Eventc.Invalid"),
            R"({"errorMessage":"not a valid A: /a (1:2): \"é\"","errorType":"Eventc.Invalid",)"
            R"("stackTrace":[]})");
  EXPECT_EQ(error_of("\"failed\"", "Eventc.ResponseFailed"),
            R"({"errorMessage":"the response cannot be written",)"
            R"("errorType":"Eventc.ResponseFailed","stackTrace":[]})");
}

TEST_F(Loop, AnswersWithTheResponseOfAFallback) {
  EXPECT_EQ(response_to("\"answered\""), "{\"statusCode\":400}");
}

TEST_F(Loop, ReportsWhatIsThrownAndGoesOn) {
  EXPECT_EQ(error_of("\"throw\"", "Eventc.HandlerThrew"),
            R"({"errorMessage":"no such order","errorType":"std::out_of_range","stackTrace":[]})");
  EXPECT_EQ(
      error_of("\"throw number\"", "Eventc.HandlerThrew"),
      R"({"errorMessage":"a value of type int was thrown","errorType":"int","stackTrace":[]})");
  EXPECT_EQ(response_to("7"), "7");
}

TEST_F(Loop, ReportsAResponseThatIsTooLargeAndGoesOn) {
  EXPECT_EQ(error_of("\"large\"", "Eventc.ResponseTooLarge"),
            R"({"errorMessage":"the response is larger than Lambda takes",)"
            R"("errorType":"Eventc.ResponseTooLarge","stackTrace":[]})");
  EXPECT_EQ(response_to("7"), "7");
}

TEST_F(Loop, ReportsAResponseThatIsRefusedAndGoesOn) {
  api_.fail(Resource::Response, RuntimeApiStub::Fault::Status400);
  EXPECT_EQ(error_of("1", "Eventc.ResponseRefused"),
            R"({"errorMessage":"the runtime API did not take the response",)"
            R"("errorType":"Eventc.ResponseRefused","stackTrace":[]})");
  EXPECT_EQ(response_to("7"), "7");
}

TEST(LoopContext, HoldsWhatLambdaTellsOfTheInvocationAndTheFunction) {
  RuntimeApiStub api;
  Context seen;
  std::string variable;
  Environment environment = RunningFunction::on(api);
  environment.attributes.emplace(kFunctionName, "orders");
  RunningFunction function(
      [&seen, &variable] {
        return [&seen, &variable](std::string_view, Arena&, const Context& context) {
          seen = context;
          const char* const trace = std::getenv("_X_AMZN_TRACE_ID");
          variable = trace == nullptr ? "absent" : trace;
          return Outcome();
        };
      },
      environment);
  const std::string id =
      api.offer("{}", {{"lambda-runtime-deadline-ms", "1542409706888"},
                       {"Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-1:1:f"},
                       {"LAMBDA-RUNTIME-TRACE-ID", "Root=1-5bef4de7"},
                       {"lambda-runtime-client-context", "{}"}});
  (void)api.wait_for_answer(id);
  EXPECT_EQ(seen.request_id, id);
  ASSERT_TRUE(seen.deadline);
  EXPECT_EQ(seen.deadline->time_since_epoch(), std::chrono::milliseconds(1542409706888));
  EXPECT_THAT(seen.attributes, ElementsAre(Pair("AWS_LAMBDA_FUNCTION_NAME", "orders"),
                                           Pair("Lambda-Runtime-Client-Context", "{}"),
                                           Pair("Lambda-Runtime-Invoked-Function-Arn",
                                                "arn:aws:lambda:eu-west-1:1:f"),
                                           Pair("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7")));
  EXPECT_EQ(variable, "Root=1-5bef4de7");

  (void)api.wait_for_answer(api.offer("{}"));
  EXPECT_EQ(variable, "absent") << "an event without a trace keeps none of the event before";
}

}  // namespace
}  // namespace eventc::lambda::testing
