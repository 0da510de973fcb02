// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <type_traits>
#include <utility>

namespace eventc::batch {

/// Where a batch comes from. It is told by the members of its records, so that views, owned types
/// and types of a user's own schemas will all do, also where these ask for what the catalog's leave
/// optional.
enum class Source : std::uint8_t { Kinesis, DynamoDb, Sqs, Kafka };

template <class T>
concept KinesisRecord = requires(const T& record) {
  record.kinesis.sequence_number;
  record.kinesis.partition_key;
  record.kinesis.data.text();
};
template <class T>
concept DynamoDbRecord = requires(const T& record) {
  record.dynamodb.sequence_number;
  record.dynamodb.keys;
};
template <class T>
concept SqsRecord = requires(const T& record) {
  record.message_id;
  record.body;
};
template <class T>
concept KafkaRecord = requires(const T& record) {
  record.topic;
  record.partition;
  record.offset;
  record.value->text();
};
template <class T>
concept BatchRecord = KinesisRecord<T> || DynamoDbRecord<T> || SqsRecord<T> || KafkaRecord<T>;

template <BatchRecord T>
inline constexpr Source source_of = KinesisRecord<T>    ? Source::Kinesis
                                    : DynamoDbRecord<T> ? Source::DynamoDb
                                    : SqsRecord<T>      ? Source::Sqs
                                                        : Source::Kafka;

namespace detail {

template <class Event>
using Records = std::remove_cvref_t<decltype(std::declval<const Event&>().records)>;

/// A map's value_type is a pair.
template <class T>
concept MapOfLists = requires {
  typename T::mapped_type::value_type;
};
template <class T>
concept List = !MapOfLists<T> && requires {
  typename T::value_type;
};

/// `records` is a list, or a map of lists.
template <class T>
struct RecordIn {};
template <List T>
struct RecordIn<T> {
  using type = typename T::value_type;
};
template <MapOfLists T>
struct RecordIn<T> {
  using type = typename T::mapped_type::value_type;
};

}  // namespace detail

/// The type of an event's records.
template <class Event>
using RecordOf = typename detail::RecordIn<detail::Records<Event>>::type;

/// KinesisEvent, DynamoDbEvent, SqsEvent, KafkaEvent, and what has the same members.
template <class T>
concept BatchEvent = requires {
  typename RecordOf<T>;
}
&&BatchRecord<RecordOf<T>>;

/// An event whose source can have tumbling windows.
template <class T>
concept WindowEvent = BatchEvent<T> && requires(const T& event) {
  event.window->start;
  event.state->text();
  event.is_final_invoke_for_window;
};

}  // namespace eventc::batch
