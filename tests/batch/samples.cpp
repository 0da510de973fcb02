// SPDX-License-Identifier: Apache-2.0
#include "batch/samples.hpp"

#include <gtest/gtest.h>

#include "eventc/emitted/writer.hpp"

namespace eventc::batch::test {
namespace {

std::string string_of(const std::string& text) {
  std::string out;
  Writer writer(out);
  writer.write_string(text);
  writer.finish();
  return out;
}

std::string base64_of(const std::string& bytes) {
  std::string out;
  Writer writer(out);
  writer.write_base64(bytes);
  writer.finish();
  return out;
}

template <class Event>
Kept<Event> parsed(std::string text) {
  const std::string copy = text;
  auto event = eventc::parse<Event>(std::move(text));
  if (!event) ADD_FAILURE() << event.error().to_string(copy, "sample");
  return *std::move(event);
}

void separate(std::string& list, const std::string& item) {
  if (!list.empty()) list += ", ";
  list += item;
}

}  // namespace

std::string kinesis_text(const std::vector<Vote>& votes, const std::string& more) {
  std::string records;
  for (const Vote& vote : votes) {
    std::string kinesis = "\"partitionKey\": " + string_of(vote.key) +
                          ", \"sequenceNumber\": " + string_of(vote.number) +
                          ", \"data\": " + base64_of(vote.data);
    if (!vote.arrival.empty()) kinesis += ", \"approximateArrivalTimestamp\": " + vote.arrival;
    separate(records, "{\"eventSource\": \"aws:kinesis\", \"eventID\": " +
                          string_of("shardId-000000000006:" + vote.number) +
                          ", \"eventSourceARN\": \"arn:aws:kinesis:eu-west-1:1:stream/votes\", "
                          "\"kinesis\": {" +
                          kinesis + "}}");
  }
  return "{\"Records\": [" + records + "]" + (more.empty() ? "" : ", " + more) + "}";
}

Kept<events::KinesisEvent> kinesis(const std::vector<Vote>& votes, const std::string& more) {
  return parsed<events::KinesisEvent>(kinesis_text(votes, more));
}

Kept<events::DynamoDbEvent> dynamo_db(const std::vector<Change>& changes) {
  std::string records;
  for (const Change& change : changes) {
    std::string number;
    if (!change.number.empty()) number = ", \"SequenceNumber\": " + string_of(change.number);
    separate(records,
             "{\"eventSource\": \"aws:dynamodb\", \"eventSourceARN\": "
             "\"arn:aws:dynamodb:eu-west-1:1:table/t/stream/s\", \"dynamodb\": {\"Keys\": "
             "{\"Id\": {\"N\": " +
                 string_of(change.id) +
                 "}}, \"SizeBytes\": 26, \"ApproximateCreationDateTime\": 1700000000" + number +
                 "}}");
  }
  return parsed<events::DynamoDbEvent>("{\"Records\": [" + records + "]}");
}

std::string sqs_text(const std::vector<Letter>& letters, const std::string& arn) {
  std::string records;
  for (const Letter& letter : letters) {
    std::string attributes = "\"ApproximateReceiveCount\": " + string_of(letter.attempt) +
                             ", \"SentTimestamp\": " + string_of(letter.sent);
    if (!letter.group.empty()) attributes += ", \"MessageGroupId\": " + string_of(letter.group);
    separate(records,
             "{\"messageId\": " + string_of(letter.id) + ", \"body\": " + string_of(letter.body) +
                 ", \"eventSource\": \"aws:sqs\", " + "\"eventSourceARN\": " + string_of(arn) +
                 ", \"attributes\": {" + attributes + "}}");
  }
  return "{\"Records\": [" + records + "]}";
}

Kept<events::SqsEvent> sqs(const std::vector<Letter>& letters, const std::string& arn) {
  return parsed<events::SqsEvent>(sqs_text(letters, arn));
}

std::string kafka_text(const std::vector<Entry>& entries) {
  std::string lists;
  std::string list;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    const std::string partition = std::to_string(entry.partition);
    std::string record = "{\"topic\": " + string_of(entry.topic) + ", \"partition\": " + partition +
                         ", \"offset\": " + std::to_string(entry.offset) +
                         ", \"timestamp\": 1700000000000";
    if (entry.value != "-") record += ", \"value\": " + base64_of(entry.value);
    separate(list, record + "}");
    const bool ends = i + 1 == entries.size() || entries[i + 1].topic != entry.topic ||
                      entries[i + 1].partition != entry.partition;
    if (!ends) continue;
    separate(lists, string_of(entry.topic + "-" + partition) + ": [" + list + "]");
    list.clear();
  }
  return "{\"eventSource\": \"aws:kafka\", \"eventSourceArn\": \"arn:aws:kafka:eu-west-1:1:c/c\", "
         "\"records\": {" +
         lists + "}}";
}

Kept<events::KafkaEvent> kafka(const std::vector<Entry>& entries) {
  return parsed<events::KafkaEvent>(kafka_text(entries));
}

std::string failed(const std::vector<std::string>& identifiers) {
  std::string items;
  for (const std::string& identifier : identifiers)
    items += (items.empty() ? "" : ",") + ("{\"itemIdentifier\":\"" + identifier + "\"}");
  return "{\"batchItemFailures\":[" + items + "]}";
}

}  // namespace eventc::batch::test
