// SPDX-License-Identifier: Apache-2.0

// What the runtime does when its API fails.

#include <gtest/gtest.h>

#include <string>

#include "running_function.hpp"
#include "runtime_api_stub.hpp"

namespace eventc::lambda::testing {
namespace {

using Fault = RuntimeApiStub::Fault;
using Resource = RuntimeApiStub::Resource;

TEST(Faults, AskAgainWhereTheConnectionIsDropped) {
  RuntimeApiStub api;
  api.fail(Resource::Next, Fault::Drop, 2);
  RunningFunction function(api, echo);
  EXPECT_EQ(api.wait_for_answer(api.offer("1")).request.body, "1");
  EXPECT_TRUE(function.stop());
}

TEST(Faults, AskAgainWhereAnEventBreaksOff) {
  RuntimeApiStub api;
  api.fail(Resource::Next, Fault::CloseMidBody);
  RunningFunction function(api, echo);
  EXPECT_EQ(api.wait_for_answer(api.offer("{\"a\":[]}")).request.body, "{\"a\":[]}");
  EXPECT_TRUE(function.stop());
}

TEST(Faults, AskAgainWhereAnEventHasNoRequestId) {
  RuntimeApiStub api;
  api.fail(Resource::Next, Fault::NoRequestId);
  // The stub counts the event without a name as not handed out.
  RunningFunction function(api, echo);
  EXPECT_EQ(api.wait_for_answer(api.offer("1")).request.body, "1");
  EXPECT_TRUE(function.stop());
}

TEST(Faults, SendAgainWhereAResponseIsDropped) {
  RuntimeApiStub api;
  api.fail(Resource::Response, Fault::Drop, 2);
  RunningFunction function(api, echo);
  EXPECT_EQ(api.wait_for_answer(api.offer("1")).request.body, "1");
  EXPECT_EQ(api.wait_for_answer(api.offer("2")).request.body, "2");
  EXPECT_TRUE(function.stop());
}

TEST(Faults, AreNoErrorWhereTheResponseHadArrived) {
  RuntimeApiStub api;
  api.fail(Resource::Response, Fault::DropBehind);
  RunningFunction function(api, echo);
  EXPECT_EQ(api.wait_for_answer(api.offer("1")).request.body, "1");
  EXPECT_EQ(api.wait_for_answer(api.offer("2")).request.body, "2");
  EXPECT_EQ(api.requests(Resource::Response), 3U) << "the first is sent twice, the second once";
  EXPECT_EQ(api.requests(Resource::Error), 0U);
  EXPECT_TRUE(function.stop());
}

TEST(Faults, EndTheFunctionWhenTheyGoOn) {
  RuntimeApiStub api;
  api.fail(Resource::Next, Fault::Drop, 100);
  RunningFunction function(api, echo);
  EXPECT_FALSE(function.wait());
  // libcurl itself repeats a request on a connection that was closed before it got an answer.
  EXPECT_GE(api.requests(Resource::Next), 4U);
  EXPECT_LE(api.requests(Resource::Next), 8U);
}

TEST(Faults, EndTheFunctionWhereNobodyListens) {
  std::string authority;
  {
    const RuntimeApiStub api;
    authority = api.authority();
  }
  RunningFunction function([] { return echo; }, {.runtime_api = authority});
  EXPECT_FALSE(function.wait());
}

TEST(Faults, OfTheContainerEndTheFunctionAtOnce) {
  for (const Resource resource : {Resource::Next, Resource::Response}) {
    RuntimeApiStub api;
    api.fail(resource, Fault::Status500);
    (void)api.offer("1");
    RunningFunction function(api, echo);
    EXPECT_FALSE(function.wait());
    EXPECT_EQ(api.requests(resource), 1U);
  }
}

TEST(Faults, OfOneLoopEndTheOthers) {
  RuntimeApiStub api(3);
  Environment environment = RunningFunction::on(api);
  environment.concurrency = "3";
  RunningFunction function([] { return echo; }, environment);
  api.wait_for_idle(3);
  api.fail(Resource::Response, Fault::Status500);
  (void)api.offer("1");
  EXPECT_FALSE(function.wait());
}

}  // namespace
}  // namespace eventc::lambda::testing
