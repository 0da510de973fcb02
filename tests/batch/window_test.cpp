// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <events/tally.hpp>
#include <limits>
#include <stdexcept>
#include <string>

#include "batch/samples.hpp"

// Tumbling windows: a state that travels through Lambda from one invocation to the next.

namespace eventc::batch::test {
namespace {

using events::Tally;
using Votes = Batch<events::KinesisEvent>;

/// The members of an event that is part of a window.
std::string in_window(const std::string& state, bool is_final = false,
                      const std::string& source = "arn:aws:kinesis:eu-west-1:1:stream/votes") {
  return R"("window": {"start": "2026-03-01T09:00:00Z", "end": "2026-03-01T09:02:00Z"}, )"
         R"("shardId": "shardId-6", "isWindowTerminatedEarly": false, "eventSourceARN": ")" +
         source + R"(", "isFinalInvokeForWindow": )" + std::string(is_final ? "true" : "false") +
         ", \"state\": " + state;
}

void add(Tally& tally, const KinesisRecord& record) {
  ++tally.records;
  tally.bytes += record.kinesis.data.size();
  if (record.kinesis.data.text() == "bad") throw std::runtime_error("bad vote");
}

void ignore(const Tally&, const Window&) {}

/// Why a batch failed as a whole.
template <class Event>
std::string fault_of(const Batch<Event>& batch, const Event& event) {
  try {
    return "answered " + std::string(batch(event).text());
  } catch (const BatchFailed& failed) {
    return failed.what();
  }
}

TEST(Windows, BeginWithAnEmptyState) {
  for (const std::string state : {"{}", "{ \n }", "null"}) {
    Votes votes;
    votes.window<Tally>(add, ignore);
    EXPECT_EQ(votes(*kinesis({{.number = "1", .data = "four"}}, in_window(state))).text(),
              R"({"state":{"records":1,"bytes":4},"batchItemFailures":[]})");
  }
}

TEST(Windows, AddToTheStateThatTheyAreGiven) {
  Votes votes;
  votes.window<Tally>(add, [](const Tally&, const Window&) { FAIL() << "it has not ended"; });
  const auto event =
      kinesis({{.number = "1"}, {.number = "2"}}, in_window(R"({"records": 7, "bytes": 10})"));
  EXPECT_EQ(votes(*event).text(), R"({"state":{"records":9,"bytes":16},"batchItemFailures":[]})");
}

TEST(Windows, EndWithTheirState) {
  Votes votes;
  int ends = 0;
  votes.window<Tally>(add, [&](const Tally& tally, const Window& window, const Context& context) {
    ++ends;
    EXPECT_EQ(tally.records, 8U);
    EXPECT_EQ(window.start, "2026-03-01T09:00:00Z");
    EXPECT_EQ(window.end, "2026-03-01T09:02:00Z");
    EXPECT_EQ(window.shard, "shardId-6");
    EXPECT_EQ(window.source, "arn:aws:kinesis:eu-west-1:1:stream/votes");
    EXPECT_FALSE(window.is_terminated_early);
    EXPECT_EQ(context.request_id, "r");
  });
  const auto event = kinesis({{.number = "1"}}, in_window(R"({"records": 7, "bytes": 10})", true));
  EXPECT_EQ(votes(*event, {.request_id = "r"}).text(),
            R"({"state":{"records":8,"bytes":13},"batchItemFailures":[]})");
  EXPECT_EQ(ends, 1);
}

TEST(Windows, EndWithoutARecordAsWell) {
  Votes votes;
  int ends = 0;
  votes.window<Tally>(add, [&](const Tally& tally, const Window&) {
    ++ends;
    EXPECT_EQ(tally.records, 7U);
  });
  const auto event = kinesis({}, in_window(R"({"records": 7, "bytes": 10})", true));
  EXPECT_EQ(votes(*event).text(), R"({"state":{"records":7,"bytes":10},"batchItemFailures":[]})");
  EXPECT_EQ(ends, 1);
}

TEST(Windows, KeepNothingOfARecordThatFails) {
  Votes votes;
  votes.window<Tally>(add, [](const Tally&, const Window&) { FAIL() << "a record is missing"; });
  const auto event = kinesis({{.number = "1"}, {.number = "2", .data = "bad"}, {.number = "3"}},
                             in_window("{}", true));
  EXPECT_EQ(votes(*event).text(),
            R"({"state":{"records":1,"bytes":3},"batchItemFailures":[{"itemIdentifier":"2"}]})");
}

TEST(Windows, FailAsAWholeWhereTheirEndDoes) {
  Votes votes;
  votes.window<Tally>(
      add, [](const Tally&, const Window&) { throw std::runtime_error("no connection"); });
  EXPECT_EQ(fault_of(votes, *kinesis({{.number = "1"}}, in_window("{}", true))),
            "the window could not be finished: no connection");
}

TEST(Windows, FailAsAWholeWhateverTheirEndThrows) {
  Votes votes;
  votes.window<Tally>(add, [](const Tally&, const Window&) { throw std::runtime_error(""); });
  EXPECT_EQ(fault_of(votes, *kinesis({{.number = "1"}}, in_window("{}", true))),
            "the window could not be finished: ");
}

TEST(Windows, RefuseAStateThatIsNotValid) {
  Votes votes;
  Summary summary;
  votes.window<Tally>(add, ignore).on_done([&](const Summary& it) { summary = it; });
  const std::string fault =
      fault_of(votes, *kinesis({{.number = "1"}}, in_window(R"({"records": -1, "bytes": 0})")));
  EXPECT_TRUE(fault.starts_with("the window's state is not valid: /records")) << fault;
  EXPECT_EQ(summary.not_tried, 1U);
}

TEST(Windows, RefuseAStateThatIsTooLarge) {
  Votes votes;
  votes.window<Json>(
      [](Json& state, const KinesisRecord& record) {
        const std::size_t size =
            record.kinesis.data.text() == "fits" ? kLargestState : kLargestState + 1;
        state = Json("\"" + std::string(size - 2, 'x') + "\"");
      },
      [](const Json&, const Window&) {});
  EXPECT_EQ(fault_of(votes, *kinesis({{.number = "1"}}, in_window("{}"))),
            "the window's state has 1048577 bytes; Lambda takes at most 1048576");
  EXPECT_TRUE(fault_of(votes, *kinesis({{.number = "1", .data = "fits"}}, in_window("{}")))
                  .starts_with("answered {\"state\":\"xxx"));
}

TEST(Windows, RefuseAStateThatNoJsonCanExpress) {
  Votes votes;
  votes.window<Tally>(
      [](Tally& tally, const KinesisRecord&) {
        tally.mean = std::numeric_limits<double>::quiet_NaN();
      },
      ignore);
  const std::string fault = fault_of(votes, *kinesis({{.number = "1"}}, in_window("{}")));
  EXPECT_TRUE(fault.starts_with("the window's state cannot be written: ")) << fault;
}

TEST(Windows, TakeJsonForAState) {
  Votes votes;
  std::string seen;
  votes.window<Json>(
      [&](Json& state, const KinesisRecord&, const RecordContext& about) {
        seen += state.text();
        state = Json(std::to_string(about.index));
      },
      [](const Json&, const Window&) {});
  const auto event = kinesis({{.number = "1"}, {.number = "2"}}, in_window("{}"));
  EXPECT_EQ(votes(*event).text(), R"({"state":1,"batchItemFailures":[]})");
  EXPECT_EQ(seen, "{}0");
}

TEST(Windows, TakeGenericFunctions) {
  Votes votes;
  std::string seen;
  votes.window<Tally>(
      [](auto& tally, const auto& record, const auto& about) {
        tally.records = about.index + 1;
        tally.bytes += record.kinesis.data.size();
      },
      [&](const auto& tally, const auto& window) {
        seen = std::to_string(tally.records) + " until " + std::string(window.end);
      });
  const auto event = kinesis({{.number = "1"}, {.number = "2"}}, in_window("{}", true));
  EXPECT_EQ(votes(*event).text(), R"({"state":{"records":2,"bytes":6},"batchItemFailures":[]})");
  EXPECT_EQ(seen, "2 until 2026-03-01T09:02:00Z");
}

TEST(Windows, SayThatAnEventHasNone) {
  Votes votes;
  votes.window<Tally>(add, ignore);
  EXPECT_EQ(fault_of(votes, *kinesis({{.number = "1"}})),
            "the event has no tumbling window: none is set in its event source mapping");
}

TEST(Windows, OfATableWorkTheSame) {
  Batch<events::DynamoDbEvent> changes;
  changes.window<Tally>([](Tally& tally, const DynamoDbRecord&) { ++tally.records; }, ignore);
  auto event = eventc::parse<events::DynamoDbEvent>(
      "{\"Records\": [{\"eventSource\": \"aws:dynamodb\", \"dynamodb\": {}}], " +
      in_window("{}", false, "arn:aws:dynamodb:eu-west-1:1:table/t/stream/s") + "}");
  ASSERT_TRUE(event) << event.error().to_string();
  EXPECT_EQ(changes(**event).text(), R"({"state":{"records":1,"bytes":0},"batchItemFailures":[]})");
}

}  // namespace
}  // namespace eventc::batch::test
