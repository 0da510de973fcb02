// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <events/dynamo_db_event.hpp>
#include <events/kafka_event.hpp>
#include <events/kinesis_event.hpp>
#include <events/sqs_event.hpp>
#include <string>
#include <vector>

#include "eventc/batch/batch.hpp"
#include "eventc/view.hpp"

/// Events as the services send them, as far as tests look at them.
namespace eventc::batch::test {

using KinesisRecord = events::kinesis_event::Record;
using DynamoDbRecord = events::dynamo_db_event::Record;
using Message = events::sqs_event::Message;
using KafkaRecord = events::kafka_event::Record;

/// A record of a Kinesis stream. `arrival` is JSON; absent where it is empty.
struct Vote {
  std::string key = "k";
  std::string number;
  std::string data = "yes";
  std::string arrival = "";
};
/// `more` are further members of the event: R"("state": {})".
[[nodiscard]] std::string kinesis_text(const std::vector<Vote>& votes,
                                       const std::string& more = "");
[[nodiscard]] Kept<events::KinesisEvent> kinesis(const std::vector<Vote>& votes,
                                                 const std::string& more = "");

/// A change of the item whose Id is `id`. Without a number where that is empty.
struct Change {
  std::string id;
  std::string number;
};
[[nodiscard]] Kept<events::DynamoDbEvent> dynamo_db(const std::vector<Change>& changes);

/// A message of a queue. `group` is empty where it has none.
struct Letter {
  std::string id;
  std::string body = "hello";
  std::string group = "";
  std::string attempt = "1";
  std::string sent = "1700000000000";
};
[[nodiscard]] std::string sqs_text(const std::vector<Letter>& letters, const std::string& arn);
[[nodiscard]] Kept<events::SqsEvent> sqs(const std::vector<Letter>& letters,
                                         const std::string& arn = "arn:aws:sqs:eu-west-1:1:mail");

inline const std::string kFifo = "arn:aws:sqs:eu-west-1:1:mail.fifo";

/// A record of a topic's partition 0. A tombstone where `value` is "-".
struct Entry {
  std::string topic;
  std::int64_t offset = 0;
  std::string value = "v";
  std::int64_t partition = 0;
};
/// Records of one partition follow one another.
[[nodiscard]] std::string kafka_text(const std::vector<Entry>& entries);
[[nodiscard]] Kept<events::KafkaEvent> kafka(const std::vector<Entry>& entries);

/// The response that reports no record.
inline constexpr const char* kNoneFailed = R"({"batchItemFailures":[]})";
/// The one that reports those of these numbers or IDs: of any source but Kafka.
[[nodiscard]] std::string failed(const std::vector<std::string>& identifiers);

}  // namespace eventc::batch::test
