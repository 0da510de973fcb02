// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "eventc/context.hpp"

namespace eventc::batch {

/// What is known of a record beside its own members, in the same words for every source. Views and
/// references are good during the call.
struct RecordContext {
  using Time = std::chrono::system_clock::time_point;

  const Context& invocation;
  /// The record's place in the batch, from 0. A KafkaEvent's lists follow one another in the order
  /// of their names.
  std::size_t index = 0;
  /// What names the record: the sequence number (Kinesis, DynamoDB; empty where a test event has
  /// none), the message ID (SQS), the topic, partition and offset as "orders-0:42" (Kafka).
  std::string_view identifier = {};
  /// The ARN of the stream, queue or cluster; empty where the event does not tell it.
  std::string_view source = {};
  /// The shard (Kinesis; DynamoDB only tells it of tumbling windows) or "orders-0" (Kafka).
  std::string_view shard = {};
  /// What records are kept in order by: the partition key (Kinesis), the item's key as JSON
  /// (DynamoDB: {"Id":{"N":"101"}}), the message group (SQS; empty without), "orders-0" (Kafka).
  std::string_view group = {};
  /// The number of this delivery, from 1: SQS's ApproximateReceiveCount. Others do not tell.
  std::optional<std::int64_t> attempt = {};
  /// When the source took the record: approximateArrivalTimestamp (Kinesis),
  /// ApproximateCreationDateTime (DynamoDB), SentTimestamp (SQS), timestamp (Kafka). Nothing where
  /// it is absent, before 1970, or beyond what the clock can hold.
  std::optional<Time> arrival = {};
  /// When the batch was begun, by its clock.
  Time started = {};
  /// The size of its payload: of Kinesis's data, a message's body, a value of Kafka; SizeBytes of
  /// DynamoDB.
  std::size_t bytes = 0;

  /// How long ago it arrived when the batch was begun. Negative where the clocks differ.
  [[nodiscard]] std::optional<Time::duration> age() const {
    if (!arrival) return std::nullopt;
    return started - *arrival;
  }
};

}  // namespace eventc::batch
