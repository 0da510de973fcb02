// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "eventc/batch/source.hpp"
#include "eventc/emitted/writer.hpp"
#include "eventc/present.hpp"

/// What a batch reads from a record, whatever type holds it.
namespace eventc::batch::detail {

/// As RecordContext's members of the same names. Views are parts of the record, or of the scratch
/// string that it was read with.
struct Facts {
  using Time = std::chrono::system_clock::time_point;

  std::string_view identifier = {};
  std::string_view source = {};
  std::string_view shard = {};
  std::string_view group = {};
  /// The source keeps the records of the group in order: all but SQS's standard queues.
  bool ordered = true;
  /// Kafka's.
  std::string_view topic = {};
  std::int64_t offset = 0;
  bool is_tombstone = false;
  std::optional<std::int64_t> attempt = {};
  std::optional<Time> arrival = {};
  std::size_t bytes = 0;
};

/// Nothing for what is not finite, before 1970, or beyond the clock.
[[nodiscard]] std::optional<Facts::Time> time_of_seconds(double since_1970);
[[nodiscard]] std::optional<Facts::Time> time_of_milliseconds(std::int64_t since_1970);
/// Of decimal digits; nothing for any other text.
[[nodiscard]] std::optional<Facts::Time> time_of_milliseconds(std::string_view since_1970);
[[nodiscard]] std::optional<std::int64_t> integer_of(std::string_view digits);
/// "shardId-000000000006" of "shardId-000000000006:4959…"; empty without a colon.
[[nodiscard]] std::string_view shard_of(std::string_view event_id);
/// "orders-0:42", into `scratch`.
[[nodiscard]] std::string_view place_in_partition(std::string_view partition, std::int64_t offset,
                                                  std::string& scratch);

/// Writes an item's key: {"Id":{"N":"101"}}. Keys are strings, numbers or binary (DynamoDB
/// Developer Guide, "Core components of Amazon DynamoDB"); an attribute of any other type counts by
/// its name.
class ItemKey {
 public:
  explicit ItemKey(std::string& out);
  void add(std::string_view name, std::string_view type, std::string_view value);
  void add_bytes(std::string_view name, std::string_view bytes);
  void add_other(std::string_view name);
  [[nodiscard]] std::string_view finish();

 private:
  void begin(std::string_view name);

  std::string& out_;
  Writer writer_;
  bool is_first_ = true;
};

template <class Attributes>
[[nodiscard]] std::string_view item_key(const Attributes& keys, std::string& scratch) {
  ItemKey key(scratch);
  for (const auto& [name, attribute] : keys) {
    std::visit(
        [&key, &name = name](const auto& value) {
          if constexpr (requires { std::string_view(value.s); }) {
            key.add(name, "S", value.s);
          } else if constexpr (requires { std::string_view(value.n); }) {
            key.add(name, "N", value.n);
          } else if constexpr (requires { value.b.text(); }) {
            key.add_bytes(name, value.b.text());
          } else {
            key.add_other(name);
          }
        },
        attribute.value);
  }
  return key.finish();
}

/// What the event says for all of its records.
struct EventFacts {
  std::string_view source = {};
  std::string_view shard = {};
};

template <class Event>
[[nodiscard]] EventFacts event_facts(const Event& event) {
  EventFacts facts;
  if constexpr (requires { text_or_empty(event.event_source_arn); })
    facts.source = text_or_empty(event.event_source_arn);
  if constexpr (requires { text_or_empty(event.shard_id); })
    facts.shard = text_or_empty(event.shard_id);
  return facts;
}

template <KinesisRecord Record>
[[nodiscard]] Facts facts_of(const Record& record, const EventFacts& event, std::string&) {
  Facts facts{.identifier = record.kinesis.sequence_number,
              .source = event.source,
              .group = record.kinesis.partition_key};
  if (const auto* const source = present(record.event_source_arn)) facts.source = *source;
  facts.shard = shard_of(text_or_empty(record.event_id));
  if (facts.shard.empty()) facts.shard = event.shard;
  if (const auto* const arrival = present(record.kinesis.approximate_arrival_timestamp))
    facts.arrival = time_of_seconds(*arrival);
  facts.bytes = record.kinesis.data.size();
  return facts;
}

template <DynamoDbRecord Record>
[[nodiscard]] Facts facts_of(const Record& record, const EventFacts& event, std::string& scratch) {
  const auto& change = record.dynamodb;
  Facts facts{.identifier = text_or_empty(change.sequence_number),
              .source = event.source,
              .shard = event.shard};
  if (const auto* const source = present(record.event_source_arn)) facts.source = *source;
  if (const auto* const keys = present(change.keys)) facts.group = item_key(*keys, scratch);
  if (const auto* const arrival = present(change.approximate_creation_date_time))
    facts.arrival = time_of_seconds(*arrival);
  if (const auto* const size = present(change.size_bytes))
    facts.bytes = static_cast<std::size_t>(*size);
  return facts;
}

/// A queue is a FIFO queue by its name's end ("Amazon SQS FIFO queue and message identifiers"). A
/// standard queue's messages may have groups as well, which share it fairly and know no order
/// ("Amazon SQS fair queues"). Where the queue is not told, a sequence number tells it: messages of
/// FIFO queues alone have one.
template <SqsRecord Record>
[[nodiscard]] Facts facts_of(const Record& record, const EventFacts&, std::string&) {
  Facts facts{.identifier = record.message_id, .source = text_or_empty(record.event_source_arn)};
  facts.ordered = facts.source.ends_with(".fifo");
  facts.bytes = record.body.size();
  if (const auto* const attributes = present(record.attributes)) {
    facts.group = text_or_empty(attributes->message_group_id);
    if (facts.source.empty()) facts.ordered = present(attributes->sequence_number) != nullptr;
    facts.attempt = integer_of(text_or_empty(attributes->approximate_receive_count));
    facts.arrival = time_of_milliseconds(text_or_empty(attributes->sent_timestamp));
  }
  return facts;
}

/// `partition` is the name of the record's list: what the service knows it by.
template <KafkaRecord Record>
[[nodiscard]] Facts facts_of(const Record& record, const EventFacts& event,
                             std::string_view partition, std::string& scratch) {
  Facts facts{.identifier = place_in_partition(partition, record.offset, scratch),
              .source = event.source,
              .shard = partition,
              .group = partition,
              .topic = record.topic,
              .offset = record.offset,
              .is_tombstone = !record.value.has_value()};
  if (const auto* const timestamp = present(record.timestamp))
    facts.arrival = time_of_milliseconds(std::int64_t{*timestamp});
  if (record.value) facts.bytes = record.value->size();
  return facts;
}

}  // namespace eventc::batch::detail
