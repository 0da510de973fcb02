// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

#include "batch/samples.hpp"

// Streams: what is retried begins at the lowest sequence number that is reported.

namespace eventc::batch::test {
namespace {

using Votes = Batch<events::KinesisEvent>;

/// Fails the records whose data is "bad", and notes the sequence numbers of all it sees.
auto handler(std::string& seen) {
  return [&seen](const KinesisRecord& record) {
    seen += std::string(record.kinesis.sequence_number) + " ";
    if (record.kinesis.data.text() == "bad") throw std::runtime_error("bad vote");
  };
}

TEST(KinesisBatch, CallsTheHandlerForEachRecordInOrder) {
  Votes votes;
  std::string seen;
  votes.on_record(handler(seen));
  const auto event = kinesis({{.number = "1"}, {.number = "2"}, {.number = "3"}});
  EXPECT_EQ(votes(*event).text(), kNoneFailed);
  EXPECT_EQ(seen, "1 2 3 ");
}

TEST(KinesisBatch, AnswersABatchWithoutRecords) {
  Votes votes;
  votes.on_record([](const KinesisRecord&) { FAIL() << "there is no record"; });
  EXPECT_EQ(votes(*kinesis({})).text(), kNoneFailed);
}

TEST(KinesisBatch, StopsAtTheFirstFailureAndReportsIt) {
  Votes votes;
  std::string seen;
  Summary summary;
  votes.on_record(handler(seen)).on_done([&](const Summary& it) { summary = it; });
  const auto event =
      kinesis({{.number = "1"}, {.number = "2", .data = "bad"}, {.number = "3"}, {.number = "4"}});
  EXPECT_EQ(votes(*event).text(), failed({"2"}));
  EXPECT_EQ(seen, "1 2 ");
  EXPECT_EQ(summary.processed, 1U);
  EXPECT_EQ(summary.failed, 1U);
  EXPECT_EQ(summary.not_tried, 2U);
}

TEST(KinesisBatch, GoesOnWithOtherKeysWhereItIsAsked) {
  Votes votes({.go_on = true});
  std::string seen;
  votes.on_record(handler(seen));
  const auto event = kinesis({{.key = "a", .number = "1"},
                              {.key = "b", .number = "2", .data = "bad"},
                              {.key = "a", .number = "3"},
                              {.key = "b", .number = "4"},
                              {.key = "c", .number = "5", .data = "bad"}});
  EXPECT_EQ(votes(*event).text(), failed({"2"}));
  EXPECT_EQ(seen, "1 2 3 5 ") << "4 is of the key that failed before";
}

TEST(KinesisBatch, ReportsTheLowestNumberWhateverTheOrder) {
  Votes stopping;
  std::string seen;
  stopping.on_record(handler(seen));
  const auto event = kinesis({{.number = "7"}, {.number = "100", .data = "bad"}, {.number = "99"}});
  EXPECT_EQ(stopping(*event).text(), failed({"99"})) << "99 was not tried: it must come again";
}

TEST(KinesisBatch, ThrowsWhereNothingSucceeded) {
  Votes votes;
  std::string seen;
  std::size_t told = 0;
  votes.on_record(handler(seen)).on_done([&](const Summary&) { ++told; });
  const auto event = kinesis({{.number = "8", .data = "bad"}, {.number = "9"}});
  try {
    static_cast<void>(votes(*event));
    FAIL() << "nothing thrown";
  } catch (const BatchFailed& failed) {
    EXPECT_STREQ(failed.what(),
                 "no record of the batch succeeded: 1 failed, 1 not tried; the first was record 0 "
                 "(8): bad vote");
    EXPECT_EQ(failed.summary().failures,
              (std::vector<Failure>{{0, "8", "bad vote", "std::runtime_error"}}));
  }
  EXPECT_EQ(told, 1U);
}

TEST(KinesisBatch, ReportsThatNothingSucceededWhereItIsAsked) {
  Votes votes({.throw_if_none_succeeded = false});
  std::string seen;
  votes.on_record(handler(seen));
  EXPECT_EQ(votes(*kinesis({{.number = "8", .data = "bad"}})).text(), failed({"8"}));
}

TEST(KinesisBatch, TakesAVerdictForAnAnswer) {
  Votes votes;
  std::vector<Failure> failures;
  votes.on_record([](const KinesisRecord& record) {
    return record.kinesis.data.text() == "bad" ? Verdict::failed("not a vote") : Verdict::ok();
  });
  votes.on_failure([&](const Failure& failure) { failures.push_back(failure); });
  const auto event = kinesis({{.number = "1"}, {.number = "2", .data = "bad"}});
  EXPECT_EQ(votes(*event).text(), failed({"2"}));
  EXPECT_EQ(failures, (std::vector<Failure>{{1, "2", "not a vote", ""}}));
}

TEST(KinesisBatch, TellsTheHandlerAboutTheRecord) {
  Votes votes(
      {.clock = [] { return std::chrono::system_clock::time_point(std::chrono::seconds(130)); }});
  bool called = false;
  votes.on_record([&](const KinesisRecord&, const RecordContext& about) {
    called = true;
    EXPECT_EQ(about.invocation.request_id, "r-1");
    EXPECT_EQ(about.index, 0U);
    EXPECT_EQ(about.identifier, "17");
    EXPECT_EQ(about.source, "arn:aws:kinesis:eu-west-1:1:stream/votes");
    EXPECT_EQ(about.shard, "shardId-000000000006");
    EXPECT_EQ(about.group, "anna");
    EXPECT_EQ(about.attempt, std::nullopt);
    EXPECT_EQ(about.arrival,
              std::chrono::system_clock::time_point(std::chrono::milliseconds(9500)));
    EXPECT_EQ(about.age(), std::chrono::milliseconds(120500));
    EXPECT_EQ(about.bytes, 3U);
  });
  const auto event = kinesis({{.key = "anna", .number = "17", .arrival = "9.5"}});
  EXPECT_EQ(votes(*event, {.request_id = "r-1"}).text(), kNoneFailed);
  EXPECT_TRUE(called);
}

TEST(KinesisBatch, SumsTheBatchUp) {
  using std::chrono::seconds;
  const auto at = [](seconds since_1970) { return Summary::Time(since_1970); };
  Votes votes({.clock = [&at] { return at(seconds(100)); }});
  Summary summary;
  votes.on_record([](const KinesisRecord&) {}).on_done([&](const Summary& it) { summary = it; });
  const auto event = kinesis({{.number = "1", .data = "four", .arrival = "40"},
                              {.number = "2", .data = "", .arrival = "60"},
                              {.number = "3", .data = "to", .arrival = "1e300"},
                              {.number = "4", .data = "x"}});
  static_cast<void>(votes(*event));
  EXPECT_EQ(summary.processed, 4U);
  EXPECT_EQ(summary.bytes, 7U);
  EXPECT_EQ(summary.oldest_arrival, at(seconds(40)));
  EXPECT_EQ(summary.newest_arrival, at(seconds(60)));
  EXPECT_EQ(summary.iterator_age, seconds(40));
  EXPECT_TRUE(summary.failures.empty());
}

TEST(KinesisBatch, TakesOwnedEventsAsWell) {
  using Owned = events::kinesis_event::owned::KinesisEvent;
  Batch<Owned> votes;
  std::string seen;
  votes.on_record([&](const events::kinesis_event::owned::Record& record) {
    seen += record.kinesis.partition_key + " ";
    if (record.kinesis.data.text() == "bad") throw 17;
  });
  const Owned event = to_owned(*kinesis({{.key = "a", .number = "1"},
                                         {.key = "b", .number = "2", .data = "bad"},
                                         {.key = "c", .number = "3"}}));
  EXPECT_EQ(votes(event).text(), failed({"2"}));
  EXPECT_EQ(seen, "a b ");
}

TEST(KinesisBatch, SaysThatThereIsNoHandler) {
  const Votes votes;
  EXPECT_THROW(
      {
        try {
          static_cast<void>(votes(*kinesis({{.number = "1"}})));
        } catch (const BatchFailed& failed) {
          EXPECT_TRUE(std::string(failed.what()).ends_with("(1): no handler for records"))
              << failed.what();
          throw;
        }
      },
      BatchFailed);
}

}  // namespace
}  // namespace eventc::batch::test
