// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "batch/samples.hpp"
#include "eventc/batch/sequence_number.hpp"

namespace eventc::batch::test {
namespace {

/// Notes groups as "key(number number)", and fails the group "bad".
template <class Record, class Name>
auto handler(std::string& seen, Name name) {
  return [&seen, name](const Group<Record>& group) {
    seen += std::string(group.key()) + "(";
    for (const Record& record : group) seen += std::string(name(record)) + " ";
    seen += ") ";
    if (group.key() == "bad" || group.key() == "bad-0") throw std::runtime_error("bad group");
  };
}

auto kinesis_handler(std::string& seen) {
  return handler<KinesisRecord>(
      seen, [](const KinesisRecord& record) { return record.kinesis.sequence_number; });
}

TEST(Groups, AreCalledOnceForEachPartitionKeyInTheOrderOfTheirFirstRecords) {
  Batch<events::KinesisEvent> votes;
  std::string seen;
  votes.on_group(kinesis_handler(seen));
  const auto event = kinesis({{.key = "z", .number = "1"},
                              {.key = "a", .number = "2"},
                              {.key = "z", .number = "3"},
                              {.key = "m", .number = "4"},
                              {.key = "a", .number = "5"}});
  EXPECT_EQ(votes(*event).text(), kNoneFailed);
  EXPECT_EQ(seen, "z(1 3 ) a(2 5 ) m(4 ) ");
}

TEST(Groups, KeepTheOrderOfTheirRecordsHoweverManyTheyAre) {
  Batch<events::KinesisEvent> votes;
  std::vector<Vote> records;
  for (int i = 0; i < 500; ++i)
    records.push_back({.key = std::to_string(i % 3), .number = std::to_string(i)});
  std::size_t seen = 0;
  votes.on_group([&](const Group<KinesisRecord>& group) {
    std::string last;
    for (const KinesisRecord& record : group) {
      const std::string number(record.kinesis.sequence_number);
      EXPECT_TRUE(is_lower(last, number) || last.empty()) << number << " behind " << last;
      last = number;
      ++seen;
    }
  });
  static_cast<void>(votes(*kinesis(records)));
  EXPECT_EQ(seen, 500U);
}

TEST(Groups, ThatFailFailAllOfTheirRecords) {
  Batch<events::KinesisEvent> votes;
  std::string seen;
  Summary summary;
  votes.on_group(kinesis_handler(seen)).on_done([&](const Summary& it) { summary = it; });
  const auto event = kinesis({{.key = "a", .number = "1"},
                              {.key = "bad", .number = "2"},
                              {.key = "c", .number = "3"},
                              {.key = "bad", .number = "4"},
                              {.key = "a", .number = "5"}});
  EXPECT_EQ(votes(*event).text(), failed({"2"}));
  EXPECT_EQ(seen, "a(1 5 ) bad(2 4 ) ");
  EXPECT_EQ(summary.processed, 2U);
  EXPECT_EQ(summary.failed, 2U);
  EXPECT_EQ(summary.not_tried, 1U);
  ASSERT_EQ(summary.failures.size(), 2U);
  EXPECT_EQ(summary.failures[1].index, 3U);
  EXPECT_EQ(summary.failures[1].identifier, "4");
  EXPECT_EQ(summary.failures[1].reason, "bad group");
}

TEST(Groups, GoOnWithOthersWhereItIsAsked) {
  Batch<events::KinesisEvent> votes({.go_on = true});
  std::string seen;
  votes.on_group(kinesis_handler(seen));
  const auto event = kinesis({{.key = "bad", .number = "1"}, {.key = "c", .number = "2"}});
  EXPECT_EQ(votes(*event).text(), failed({"1"}));
  EXPECT_EQ(seen, "bad(1 ) c(2 ) ");
}

TEST(Groups, ThatFailAreSummedUpInTheOrderOfTheBatch) {
  Batch<events::SqsEvent> mail({.throw_if_none_succeeded = false});
  std::vector<std::size_t> places;
  mail.on_group([](const Group<Message>&) { return Verdict::failed("no"); });
  mail.on_done([&](const Summary& summary) {
    for (const Failure& failure : summary.failures) places.push_back(failure.index);
  });
  const auto event = sqs({{.id = "a", .group = "x"},
                          {.id = "b", .group = "y"},
                          {.id = "c", .group = "x"},
                          {.id = "d", .group = "y"}},
                         kFifo);
  static_cast<void>(mail(*event));
  EXPECT_EQ(places, (std::vector<std::size_t>{0, 1, 2, 3}));
}

TEST(Groups, OfAQueueAreThoseOfItsMessages) {
  Batch<events::SqsEvent> mail;
  std::string seen;
  mail.on_group(handler<Message>(seen, [](const Message& message) { return message.message_id; }));
  const auto event = sqs({{.id = "a", .group = "bad"},
                          {.id = "b"},
                          {.id = "c", .group = "y"},
                          {.id = "d", .group = "bad"},
                          {.id = "e"}},
                         kFifo);
  EXPECT_EQ(mail(*event).text(), failed({"a", "d"}));
  EXPECT_EQ(seen, "bad(a d ) (b ) y(c ) (e ) ") << "messages without a group stand alone";
}

TEST(Groups, OfKafkaArePartitions) {
  Batch<events::KafkaEvent> log;
  std::string seen;
  log.on_group(handler<KafkaRecord>(
      seen, [](const KafkaRecord& record) { return std::to_string(record.offset); }));
  EXPECT_EQ(log(*kafka({{"a", 1}, {"a", 2}, {"bad", 7}, {"bad", 8}})).text(),
            R"({"batchItemFailures":[{"itemIdentifier":{"partition":"bad-0","offset":7}},)"
            R"({"itemIdentifier":{"partition":"bad-0","offset":8}}]})");
  EXPECT_EQ(seen, "a-0(1 2 ) bad-0(7 8 ) ");
}

TEST(Groups, OfATableAreItsItems) {
  Batch<events::DynamoDbEvent> changes;
  std::string seen;
  changes.on_group([&](const Group<DynamoDbRecord>& group, const RecordContext& first) {
    EXPECT_EQ(group.key(), first.group);
    EXPECT_EQ(group[0].dynamodb.sequence_number, first.identifier);
    seen += std::string(group.key()) + std::to_string(group.size()) + " ";
  });
  static_cast<void>(changes(*dynamo_db({{"1", "10"}, {"2", "11"}, {"1", "12"}})));
  EXPECT_EQ(seen, R"({"Id":{"N":"1"}}2 {"Id":{"N":"2"}}1 )");
}

}  // namespace
}  // namespace eventc::batch::test
