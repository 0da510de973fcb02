// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

#include "batch/samples.hpp"

// Kafka: a partition comes again from its first failure on.

namespace eventc::batch::test {
namespace {

using Log = Batch<events::KafkaEvent>;

/// Fails the records whose value is "bad", and notes the places of all it sees.
auto handler(std::string& seen) {
  return [&seen](const KafkaRecord& record, const RecordContext& about) {
    seen += std::string(about.identifier) + " ";
    if (record.value && record.value->text() == "bad") throw std::runtime_error("bad entry");
  };
}

TEST(KafkaBatch, HandlesEachPartitionInOrder) {
  Log log;
  std::string seen;
  log.on_record(handler(seen));
  EXPECT_EQ(log(*kafka({{"b", 1}, {"b", 2}, {"a", 7}})).text(), kNoneFailed);
  EXPECT_EQ(seen, "a-0:7 b-0:1 b-0:2 ") << "partitions are in the order of their names";
}

TEST(KafkaBatch, HoldsUpTheRestOfAPartitionAlone) {
  Log log;
  std::string seen;
  Summary summary;
  log.on_record(handler(seen)).on_done([&](const Summary& it) { summary = it; });
  const auto event = kafka({{"a", 1}, {"a", 2, "bad"}, {"a", 3}, {"b", 1}, {"b", 2, "bad"}});
  EXPECT_EQ(log(*event).text(),
            R"({"batchItemFailures":[{"itemIdentifier":{"partition":"a-0","offset":2}},)"
            R"({"itemIdentifier":{"partition":"a-0","offset":3}},)"
            R"({"itemIdentifier":{"partition":"b-0","offset":2}}]})");
  EXPECT_EQ(seen, "a-0:1 a-0:2 b-0:1 b-0:2 ");
  EXPECT_EQ(summary.processed, 2U);
  EXPECT_EQ(summary.failed, 2U);
  EXPECT_EQ(summary.not_tried, 1U);
  ASSERT_EQ(summary.failures.size(), 2U);
  EXPECT_EQ(summary.failures[1].identifier, "b-0:2");
}

TEST(KafkaBatch, TellsTopicsApart) {
  Log log;
  std::string seen;
  log.topic("orders", [&](const KafkaRecord&) { seen += "order "; });
  log.topic("users", [&](const KafkaRecord&, const RecordContext& about) {
    seen += "user of " + std::string(about.shard) + " ";
  });
  log.on_record([&](const KafkaRecord& record) { seen += std::string(record.topic) + " "; });
  const auto event = kafka({{"orders", 1}, {"orders-0", 2}, {"users", 3, "v", 4}});
  EXPECT_EQ(log(*event).text(), kNoneFailed);
  EXPECT_EQ(seen, "order orders-0 user of users-4 ");
}

TEST(KafkaBatch, FailsTheRecordsOfATopicThatHasNoHandler) {
  Log log;
  std::vector<Failure> failures;
  log.topic("orders", [](const KafkaRecord&) {});
  log.on_failure([&](const Failure& failure) { failures.push_back(failure); });
  EXPECT_EQ(log(*kafka({{"orders", 1}, {"users", 5}})).text(),
            R"({"batchItemFailures":[{"itemIdentifier":{"partition":"users-0","offset":5}}]})");
  ASSERT_EQ(failures.size(), 1U);
  EXPECT_EQ(failures[0].reason, "no handler for topic \"users\"");
}

TEST(KafkaBatch, BringsTombstonesToTheirHandler) {
  Log log;
  std::string seen;
  log.topic("a", [&](const KafkaRecord&) { seen += "value "; });
  log.on_tombstone([&](const KafkaRecord& record) {
    EXPECT_FALSE(record.value);
    seen += "tombstone ";
  });
  EXPECT_EQ(log(*kafka({{"a", 1}, {"a", 2, "-"}, {"a", 3, ""}})).text(), kNoneFailed);
  EXPECT_EQ(seen, "value tombstone value ") << "an empty value is a value";
}

TEST(KafkaBatch, LeavesTombstonesToTheOthersWithoutTheirHandler) {
  Log log;
  int records = 0;
  log.on_record([&](const KafkaRecord&) { ++records; });
  static_cast<void>(log(*kafka({{"a", 1, "-"}})));
  EXPECT_EQ(records, 1);
}

TEST(KafkaBatch, EscapesHostilePartitions) {
  Log log({.throw_if_none_succeeded = false});
  log.on_record([](const KafkaRecord&) { return Verdict::failed("no"); });
  EXPECT_EQ(log(*kafka({{"a\"}", 1}})).text(),
            R"({"batchItemFailures":[{"itemIdentifier":{"partition":"a\"}-0","offset":1}}]})");
}

TEST(KafkaBatch, ThrowsWhereNothingSucceeded) {
  Log log;
  std::string seen;
  log.on_record(handler(seen));
  EXPECT_THROW(static_cast<void>(log(*kafka({{"a", 1, "bad"}, {"b", 1, "bad"}}))), BatchFailed);
  EXPECT_NO_THROW(static_cast<void>(log(*kafka({{"a", 1, "bad"}, {"b", 1}}))));
}

TEST(KafkaBatch, TellsTheHandlerAboutTheRecord) {
  Log log;
  bool called = false;
  log.on_record([&](const KafkaRecord&, const RecordContext& about) {
    called = true;
    EXPECT_EQ(about.identifier, "orders-3:9223372036854775807");
    EXPECT_EQ(about.source, "arn:aws:kafka:eu-west-1:1:c/c");
    EXPECT_EQ(about.shard, "orders-3");
    EXPECT_EQ(about.group, "orders-3");
    EXPECT_EQ(about.arrival,
              std::chrono::system_clock::time_point(std::chrono::milliseconds(1700000000000)));
    EXPECT_EQ(about.bytes, 1U);
  });
  static_cast<void>(log(*kafka({{"orders", 9223372036854775807, "v", 3}})));
  EXPECT_TRUE(called);
}

TEST(KafkaBatch, TakesOwnedEventsAsWell) {
  using Owned = events::kafka_event::owned::KafkaEvent;
  Batch<Owned> log;
  std::string seen;
  log.on_record([&](const events::kafka_event::owned::Record& record, const RecordContext& about) {
    seen += record.topic + " " + std::string(about.identifier) + ";";
    if (record.value->text() == "bad") throw std::runtime_error("bad");
  });
  const Owned event = to_owned(*kafka({{"a", 1}, {"b", 2, "bad"}}));
  EXPECT_EQ(log(event).text(),
            R"({"batchItemFailures":[{"itemIdentifier":{"partition":"b-0","offset":2}}]})");
  EXPECT_EQ(seen, "a a-0:1;b b-0:2;");
}

}  // namespace
}  // namespace eventc::batch::test
