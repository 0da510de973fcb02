// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "eventc/batch/batch.hpp"
#include "eventc/bytes.hpp"

// Batches of types whose schemas ask for more than the catalog's: what is optional there is always
// there.

namespace eventc::batch::test {
namespace {

struct OwnVote {
  struct Data {
    std::string sequence_number;
    std::string partition_key;
    Bytes data;
    double approximate_arrival_timestamp = 0;
  };
  Data kinesis;
  std::string event_id;
  std::string event_source_arn;
};
struct OwnVotes {
  std::vector<OwnVote> records;
};

struct OwnMessage {
  struct Attributes {
    std::string message_group_id;
    std::string sequence_number;
    std::string approximate_receive_count;
    std::string sent_timestamp;
  };
  std::string message_id;
  std::string body;
  std::string event_source_arn;
  Attributes attributes;
};
struct OwnMail {
  std::vector<OwnMessage> records;
};

struct OwnEntry {
  std::string topic;
  std::int64_t partition = 0;
  std::int64_t offset = 0;
  std::int64_t timestamp = 0;
  std::optional<Bytes> value;
};
struct OwnLog {
  std::string event_source_arn;
  std::map<std::string, std::vector<OwnEntry>> records;
};

constexpr RecordContext::Time at(std::chrono::milliseconds since_1970) {
  return RecordContext::Time(since_1970);
}

TEST(OwnTypes, OfAStreamTellAllOfTheirRecords) {
  Batch<OwnVotes> votes;
  int calls = 0;
  votes.on_record([&](const OwnVote&, const RecordContext& about) {
    ++calls;
    EXPECT_EQ(about.source, "arn");
    EXPECT_EQ(about.shard, "shardId-6");
    EXPECT_EQ(about.arrival, at(std::chrono::milliseconds(1500)));
  });
  static_cast<void>(votes({{{{"7", "k", {}, 1.5}, "shardId-6:7", "arn"}}}));
  EXPECT_EQ(calls, 1);
}

TEST(OwnTypes, OfAQueueTellAllOfTheirMessages) {
  Batch<OwnMail> mail;
  int calls = 0;
  mail.on_record([&](const OwnMessage& message, const RecordContext& about) {
    ++calls;
    EXPECT_EQ(about.source, "arn.fifo");
    EXPECT_EQ(about.group, "g");
    EXPECT_EQ(about.attempt, 3);
    EXPECT_EQ(about.arrival, at(std::chrono::milliseconds(9)));
    return message.body == "bad" ? Verdict::failed("bad") : Verdict::ok();
  });
  const OwnMessage::Attributes attributes = {"g", "1", "3", "9"};
  EXPECT_EQ(
      mail({{{"a", "bad", "arn.fifo", attributes}, {"b", "good", "arn.fifo", attributes}}}).text(),
      R"({"batchItemFailures":[{"itemIdentifier":"a"},{"itemIdentifier":"b"}]})");
  EXPECT_EQ(calls, 1) << "the group is held up";
}

TEST(OwnTypes, OfATopicTellAllOfTheirRecords) {
  Batch<OwnLog> log;
  int calls = 0;
  log.on_record([&](const OwnEntry&, const RecordContext& about) {
    ++calls;
    EXPECT_EQ(about.source, "arn");
    EXPECT_EQ(about.arrival, at(std::chrono::milliseconds(9)));
  });
  static_cast<void>(log({"arn", {{"t-0", {{"t", 0, 1, 9, std::nullopt}}}}}));
  EXPECT_EQ(calls, 1);
}

}  // namespace
}  // namespace eventc::batch::test
