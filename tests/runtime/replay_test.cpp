// SPDX-License-Identifier: Apache-2.0
#include "eventc/replay.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <stdexcept>
#include <string>

#include "eventc/router.hpp"
#include "runtime/sample_shop.hpp"

namespace eventc {
namespace {

class ReplayTest : public testing::Test {
 protected:
  ReplayTest() {
    router.on<shop::Order>([this](const shop::Order& order, const Context& context) {
      if (order.id == "bad") throw std::runtime_error("sold out");
      handled.push_back(order.id + context.request_id);
    });
  }

  ReplaySummary replay_text(const std::string& text, const ReplayOptions& options = {}) {
    std::istringstream stream(text);
    return replay(router, stream, options);
  }

  Router<shop::Bundle> router;
  std::vector<std::string> handled;
};

TEST_F(ReplayTest, DispatchesPayloadsHoweverTheyAreSet) {
  const ReplaySummary summary = replay_text(R"({"type": "ORDER", "id": "1"}
{
  "type": "ORDER",
  "id": "2"
} {"type": "ORDER", "id": "3"})");
  EXPECT_EQ(summary, (ReplaySummary{.handled = 3}));
  EXPECT_TRUE(summary.ok());
  EXPECT_THAT(handled, testing::ElementsAre("1", "2", "3"));
}

TEST_F(ReplayTest, CountsWhatBecameOfThem) {
  const ReplaySummary summary = replay_text(R"({"type": "ORDER", "id": "1"}
{"type": "ORDER", "id": 7}
{"type": "ORDER", "id": "bad"}
{"type": "REFUND", "amount": 1}
{"type": "ORDER",
)");
  EXPECT_EQ(summary, (ReplaySummary{
                         .handled = 1, .unhandled = 1, .malformed = 1, .invalid = 1, .thrown = 1}));
  EXPECT_EQ(summary.total(), 5U);
  EXPECT_FALSE(summary.ok());
}

TEST_F(ReplayTest, TellsOfEachWithItsPlace) {
  std::vector<std::string> told;
  static_cast<void>(replay_text(
      "{\"type\": \"ORDER\", \"id\": \"1\"}\n\n  {\"type\": \"ORDER\", \"id\": \"bad\"}",
      {.after_each = [&](const Replayed& it) {
        told.push_back(std::to_string(it.document.line) + ":" + std::to_string(it.document.column) +
                       (it.ok() ? "" : " failed"));
      }}));
  EXPECT_THAT(told, testing::ElementsAre("1:1", "3:3 failed"));
}

TEST_F(ReplayTest, GivesHandlersTheirContext) {
  const ReplaySummary summary =
      replay_text(R"({"type": "ORDER", "id": "1"})", {.context = [](const input::Document& it) {
                    return Context{.request_id = "-line-" + std::to_string(it.line)};
                  }});
  EXPECT_TRUE(summary.ok());
  EXPECT_THAT(handled, testing::ElementsAre("1-line-1"));
}

TEST_F(ReplayTest, StopsAtAFailureWhereItIsToldTo) {
  const std::string text = "{}\n{\"type\": \"ORDER\", \"id\": \"1\"}\n";
  EXPECT_EQ(replay_text(text, {.stop_at_failure = true}), (ReplaySummary{.unhandled = 1}));
  EXPECT_EQ(replay_text(text), (ReplaySummary{.handled = 1, .unhandled = 1}));
}

TEST_F(ReplayTest, TakesAPayloadOverTheLimitForMalformed) {
  std::string reason;
  const ReplaySummary summary = replay_text(
      "{\"type\": \"ORDER\", \"id\": \"1\"}\n[1]\n",
      {.form = input::Form::Lines, .max_size = 5, .after_each = [&](const Replayed& it) {
         if (it.document.size > 5) reason = it.outcome.reason;
       }});
  EXPECT_EQ(summary, (ReplaySummary{.unhandled = 1, .malformed = 1}));
  EXPECT_THAT(reason, testing::HasSubstr("the payload has 28 bytes, at most 5 are allowed"));
}

TEST(Replay, LetsAfterEachMakeAStreamedResponse) {
  Router<shop::Bundle> router;
  router.on<shop::Order>([](const shop::Order& order) {
    return ResponseStream{.body = [id = std::string(order.id)](const Write& write) { write(id); }};
  });
  std::istringstream stream(R"({"type": "ORDER", "id": "o-1"})");
  std::string made;
  const auto make = [&made](const Replayed& replayed) {
    replayed.outcome.stream->body([&made](std::string_view piece) { made += piece; });
  };
  EXPECT_EQ(replay(router, stream, {.after_each = make}), ReplaySummary{.handled = 1});
  EXPECT_EQ(made, "o-1");
}

TEST_F(ReplayTest, HasNothingToDoForNothing) {
  EXPECT_EQ(replay_text(""), ReplaySummary());
  EXPECT_EQ(replay_text(" \n\n"), ReplaySummary());
}

TEST_F(ReplayTest, ThrowsWhereTheStreamBreaksOff) {
  std::istringstream stream("{}");
  stream.setstate(std::ios::badbit);
  EXPECT_THROW(static_cast<void>(replay(router, stream)), std::runtime_error);
}

}  // namespace
}  // namespace eventc
