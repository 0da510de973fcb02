// SPDX-License-Identifier: Apache-2.0
#include "runtime_client.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <variant>

#include "runtime_api_stub.hpp"

namespace eventc::lambda::testing {
namespace {

using Resource = RuntimeApiStub::Resource;

class Client : public ::testing::Test {
 protected:
  RuntimeApiStub api_;
  Stop stop_;
  RuntimeClient client_{api_.authority(), {4, std::chrono::milliseconds(1)}};
};

TEST_F(Client, TakesAnEventAsItIs) {
  const std::string payload("{\"nul\":\"\0\",\r\n\"bytes\":\"\xFF\"}", 25);
  const std::string id = api_.offer(payload, {{"x-other", "1"}});
  const auto next = client_.next(stop_);
  ASSERT_TRUE(std::holds_alternative<Invocation>(next));
  const auto& invocation = std::get<Invocation>(next);
  EXPECT_EQ(invocation.request_id, id);
  EXPECT_EQ(invocation.payload, payload);
  EXPECT_EQ(find_header(invocation.headers, "X-Other"), "1");
}

TEST_F(Client, TellsByTheStatusWhatBecameOfAnAnswer) {
  EXPECT_EQ(client_.respond("unknown", "1"), Sent::Refused);
  EXPECT_EQ(client_.report("unknown", {"R", "T", "m"}), Sent::Refused);
  const std::string id = api_.offer("1");
  (void)client_.next(stop_);
  EXPECT_EQ(client_.respond(id, std::string((std::size_t{6} << 20) + 1, ' ')), Sent::TooLarge);
  EXPECT_EQ(client_.respond(id, ""), Sent::Accepted);
  EXPECT_EQ(client_.respond(id, "1"), Sent::NotAwaited);
  api_.fail(Resource::Response, RuntimeApiStub::Fault::Status500);
  EXPECT_EQ(client_.respond(id, "1"), Sent::Failed);
}

TEST_F(Client, FailsWhereAnAnswerCannotBeBroughtThere) {
  api_.fail(Resource::Response, RuntimeApiStub::Fault::Drop, 100);
  EXPECT_EQ(client_.respond("1", "1"), Sent::Failed);
}

TEST_F(Client, KeepsARequestIdWithinItsSegmentOfThePath) {
  EXPECT_EQ(client_.respond("../next?a b/\n", "1"), Sent::Refused)
      << "and is no request for \"next\"";
  EXPECT_EQ(api_.requests(Resource::Response), 1U);
}

TEST_F(Client, AsksForNothingOnceItIsToldToEnd) {
  stop_.request();
  const auto next = client_.next(stop_);
  ASSERT_TRUE(std::holds_alternative<End>(next));
  EXPECT_EQ(std::get<End>(next), End::Stopped);
  EXPECT_EQ(api_.requests(Resource::Next), 0U);
}

TEST_F(Client, BreaksAStreamThatNobodyAwaits) {
  client_.begin_stream("unknown", "text/plain");
  (void)client_.write("1");
  EXPECT_EQ(client_.end_stream(nullptr), Sent::Refused);
}

TEST(ClientOfNobody, BreaksAStreamThatCannotBeSent) {
  std::string authority;
  {
    const RuntimeApiStub api;
    authority = api.authority();
  }
  RuntimeClient client(authority);
  client.begin_stream("1", "text/plain");
  EXPECT_FALSE(client.write("1"));
  EXPECT_EQ(client.end_stream(nullptr), Sent::Refused);
}

}  // namespace
}  // namespace eventc::lambda::testing
