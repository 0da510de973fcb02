// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <business/bundle.hpp>
#include <cstddef>
#include <string>
#include <vector>

#include "batch/samples.hpp"
#include "count_allocations.hpp"

// What a batch takes from the heap: the same for few records and for many.

namespace eventc::batch::test {
namespace {

constexpr std::size_t kFew = 2;
constexpr std::size_t kMany = 200;

/// An order with an escape in a name, so that not all of it is a part of the payload.
constexpr const char* kOrder = R"({"eventId": "an event with a rather long name", "eventType":
    "ORDER_CREATED", "entityId": "an order with a rather long name", "entityType": "ORDER",
    "timestamp": "2026-03-01T09:30:00Z", "version": 1, "data": {"userId": "u-1",
    "lines": [{"sku": "a \" in a name that is rather long", "quantity": 2}], "total": {"amount": 500, "currency": "EUR"}}})";

template <class Event>
std::size_t allocations_of(const Batch<Event>& batch, const Event& event) {
  const Context context;
  const std::size_t before = allocations;
  const Json response = batch(event, context);
  const std::size_t after = allocations;
  EXPECT_EQ(response.text(), R"({"batchItemFailures":[]})");
  return after - before;
}

std::vector<Vote> votes_of(std::size_t count) {
  std::vector<Vote> votes;
  for (std::size_t i = 0; i < count; ++i) {
    votes.push_back({.key = "a partition key longer than a short string",
                     .number = std::to_string(1000000 + i),
                     .data = kOrder,
                     .arrival = "1700000000.5"});
  }
  return votes;
}

TEST(Allocations, OfPayloadsDoNotGrowWithTheRecords) {
  Batch<events::KinesisEvent> votes;
  std::size_t seen = 0;
  votes.payload<business::Bundle>().on<business::OrderCreated>(
      [&](const business::OrderCreated& order, const KinesisRecord&, const RecordContext&) {
        seen += order.data.lines.size();
      });
  const auto few = kinesis(votes_of(kFew));
  const auto many = kinesis(votes_of(kMany));
  EXPECT_EQ(allocations_of(votes, *few), allocations_of(votes, *many));
  EXPECT_EQ(seen, kFew + kMany);
}

TEST(Allocations, OfChangesDoNotGrowWithTheRecords) {
  const auto changes_of = [](std::size_t count) {
    std::vector<Change> changes;
    for (std::size_t i = 0; i < count; ++i)
      changes.push_back({std::to_string(100000 + i), std::to_string(1000000 + i)});
    return dynamo_db(changes);
  };
  Batch<events::DynamoDbEvent> changes;
  changes.on_record([](const DynamoDbRecord&) {});
  const auto few = changes_of(kFew);
  const auto many = changes_of(kMany);
  EXPECT_EQ(allocations_of(changes, *few), allocations_of(changes, *many));
}

TEST(Allocations, OfEntriesDoNotGrowWithTheRecords) {
  const auto entries_of = [](std::size_t count) {
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < count; ++i)
      entries.push_back({"a-topic-with-a-long-name", static_cast<std::int64_t>(i)});
    return kafka(entries);
  };
  Batch<events::KafkaEvent> log;
  log.topic("a-topic-with-a-long-name", [](const KafkaRecord&) {});
  const auto few = entries_of(kFew);
  const auto many = entries_of(kMany);
  EXPECT_EQ(allocations_of(log, *few), allocations_of(log, *many));
}

TEST(Allocations, OfAPlainBatchAreThoseOfItsResponse) {
  Batch<events::KinesisEvent> votes;
  votes.on_record([](const KinesisRecord&) {});
  const auto event = kinesis(votes_of(kMany));
  EXPECT_LE(allocations_of(votes, *event), 1U) << "the response";
}

}  // namespace
}  // namespace eventc::batch::test
