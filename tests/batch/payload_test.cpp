// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <atomic>
#include <business/bundle.hpp>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "batch/samples.hpp"

// Events inside of records.

namespace eventc::batch::test {
namespace {

using Votes = Batch<events::KinesisEvent>;

constexpr const char* kOrder = R"({"eventId": "e-1", "eventType": "ORDER_CREATED",
    "entityId": "o-1", "entityType": "ORDER", "timestamp": "2026-03-01T09:30:00Z", "version": 1,
    "data": {"userId": "u-1", "lines": [{"sku": "s", "quantity": 2}],
             "total": {"amount": 500, "currency": "EUR"}}})";
constexpr const char* kMetrics = R"({"type": "PERFORMANCE_METRICS", "service": "shop",
    "timestamp": "2026-03-01T09:30:00Z", "metrics": []})";
constexpr const char* kInvalidOrder = R"({"eventId": "e-2", "eventType": "ORDER_CREATED",
    "entityId": "o-2", "entityType": "ORDER", "timestamp": "2026-03-01T09:30:00Z", "version": 0,
    "data": {"userId": "u-1", "lines": [], "total": {"amount": 500, "currency": "EUR"}}})";

TEST(Payload, ReachesTheHandlerOfItsEvent) {
  Votes votes;
  std::string seen;
  auto& business = votes.payload<business::Bundle>();
  business.on<business::OrderCreated>([&](const business::OrderCreated& order) {
    seen += "order " + std::string(order.entity_id) + ";";
  });
  business.on<business::PerformanceMetrics>(
      [&](const business::PerformanceMetrics& metrics, const KinesisRecord& record) {
        seen += "metrics of " + std::string(metrics.service) + " from " +
                std::string(record.kinesis.partition_key) + ";";
      });
  const auto event =
      kinesis({{.number = "1", .data = kOrder}, {.key = "m", .number = "2", .data = kMetrics}});
  EXPECT_EQ(votes(*event).text(), kNoneFailed);
  EXPECT_EQ(seen, "order o-1;metrics of shop from m;");
}

TEST(Payload, GivesTheHandlerWhatItAsksFor) {
  Votes votes;
  int calls = 0;
  auto& business = votes.payload<business::Bundle>();
  business.on<business::OrderCreated>(
      [&](const business::OrderCreated&, const KinesisRecord& record, const RecordContext& about) {
        ++calls;
        EXPECT_EQ(record.kinesis.sequence_number, about.identifier);
      });
  business.on<business::PerformanceMetrics>(
      [&](const business::PerformanceMetrics&, const RecordContext& about) {
        ++calls;
        EXPECT_EQ(about.invocation.request_id, "r");
        EXPECT_EQ(about.index, 1U);
      });
  const auto event = kinesis({{.number = "1", .data = kOrder}, {.number = "2", .data = kMetrics}});
  static_cast<void>(votes(*event, {.request_id = "r"}));
  EXPECT_EQ(calls, 2);
}

TEST(Payload, TakesGenericHandlers) {
  Votes votes;
  std::string seen;
  auto& business = votes.payload<business::Bundle>();
  business.on<business::OrderCreated>([&](const auto& order) { seen += order.entity_id; });
  business.on<business::PerformanceMetrics>([&](const auto& metrics, const auto& record) {
    seen += ";" + std::string(metrics.service) + std::string(record.kinesis.partition_key);
  });
  business.otherwise([&](const auto& why, const auto& record, const auto& about) {
    seen += ";" + std::string(why.payload) + std::string(about.identifier);
    EXPECT_EQ(record.kinesis.sequence_number, about.identifier);
  });
  const auto event = kinesis({{.number = "1", .data = kOrder},
                              {.key = "m", .number = "2", .data = kMetrics},
                              {.number = "3", .data = "[]"}});
  EXPECT_EQ(votes(*event).text(), kNoneFailed);
  EXPECT_EQ(seen, "o-1;shopm;[]3");
}

TEST(Payload, FailsWithItsHandler) {
  Votes votes;
  std::vector<Failure> failures;
  votes.on_failure([&](const Failure& failure) { failures.push_back(failure); });
  auto& business = votes.payload<business::Bundle>();
  business.on<business::PerformanceMetrics>([](const business::PerformanceMetrics&) {});
  business.on<business::OrderCreated>(
      [](const business::OrderCreated&) -> Verdict { return Verdict::failed("out of stock"); });
  business.on<business::UserAction>([](const business::UserAction&) { throw 1; });
  const auto event = kinesis({{.number = "1", .data = kMetrics}, {.number = "2", .data = kOrder}});
  EXPECT_EQ(votes(*event).text(), failed({"2"}));
  EXPECT_EQ(failures, (std::vector<Failure>{{1, "2", "out of stock", ""}}));
  failures.clear();
  EXPECT_EQ(votes(*kinesis({{.number = "1", .data = kMetrics}})).text(), kNoneFailed)
      << "a verdict must not outlive its record";
}

TEST(Payload, IsARecordFailureWhereItIsWrongAndNobodyTakesIt) {
  const struct {
    const char* payload;
    const char* reason;
  } cases[] = {
      {"{\"eventType\": ", "not JSON: "},
      {kInvalidOrder, "not a valid OrderCreated: /version"},
      {kMetrics, "no handler for PerformanceMetrics"},
      {"{\"eventType\": \"OTHER\"}", "none of the known events: BusinessInsight, OrderCreated, "},
      {"", "not JSON: "},
  };
  for (const auto& [payload, reason] : cases) {
    Votes votes;
    std::vector<Failure> failures;
    votes.on_failure([&](const Failure& failure) { failures.push_back(failure); });
    votes.payload<business::Bundle>().on<business::OrderCreated>(
        [](const business::OrderCreated&) {});
    const auto event = kinesis({{.number = "1", .data = kOrder}, {.number = "2", .data = payload}});
    EXPECT_EQ(votes(*event).text(), failed({"2"})) << payload;
    ASSERT_EQ(failures.size(), 1U) << payload;
    EXPECT_TRUE(failures[0].reason.starts_with(reason)) << failures[0].reason;
  }
}

TEST(Payload, IsDoneWhereTheDeadLetterHandlerTakesIt) {
  Votes votes;
  std::string letters;
  Summary summary;
  votes.dead_letter([&](const DeadLetter& letter) {
    letters += std::string(letter.about.identifier) + " " + std::string(letter.event) + " " +
               std::string(letter.reason.substr(0, 9)) + (letter.error ? " !" : "") + ";";
  });
  votes.on_done([&](const Summary& it) { summary = it; });
  votes.payload<business::Bundle>().on<business::OrderCreated>(
      [](const business::OrderCreated&) {});
  const auto event = kinesis({{.number = "1", .data = kOrder},
                              {.number = "2", .data = "no"},
                              {.number = "3", .data = kInvalidOrder},
                              {.number = "4", .data = kMetrics},
                              {.number = "5", .data = "{}"},
                              {.number = "6", .data = kOrder}});
  EXPECT_EQ(votes(*event).text(), kNoneFailed);
  EXPECT_EQ(
      letters,
      "2  not JSON: !;3 OrderCreated not a val !;4 PerformanceMetrics no handle;5  none of t;");
  EXPECT_EQ(summary.processed, 6U);
  EXPECT_EQ(summary.dead_letters, 4U);
}

TEST(Payload, FailsWhereTheDeadLetterHandlerDoes) {
  const auto event = kinesis({{.number = "1", .data = kOrder}, {.number = "2", .data = "no"}});
  for (const bool throws : {true, false}) {
    Votes votes;
    Summary summary;
    votes.dead_letter([throws](const DeadLetter&) {
      if (throws) throw std::runtime_error("no room");
      return Verdict::failed("no room");
    });
    votes.on_done([&](const Summary& it) { summary = it; });
    votes.payload<business::Bundle>().on<business::OrderCreated>(
        [](const business::OrderCreated&) {});
    EXPECT_EQ(votes(*event).text(), failed({"2"}));
    EXPECT_EQ(summary.dead_letters, 0U);
    ASSERT_EQ(summary.failures.size(), 1U);
    EXPECT_EQ(summary.failures[0].reason, "no room");
  }
}

TEST(Payload, GoesToOtherwiseWhereNobodyParsesIt) {
  Votes votes;
  std::string seen;
  votes.dead_letter([&](const DeadLetter& letter) {
    seen += "letter " + std::string(letter.about.identifier) + ";";
  });
  auto& business = votes.payload<business::Bundle>();
  business.on<business::OrderCreated>([](const business::OrderCreated&) {});
  business.otherwise([&](const Unhandled& event, const KinesisRecord& record) {
    seen += std::string(record.kinesis.sequence_number) + " " + event.reason().substr(0, 30) + ";";
  });
  const auto event = kinesis({{.number = "1", .data = kMetrics},
                              {.number = "2", .data = "[]"},
                              {.number = "3", .data = "no"},
                              {.number = "4", .data = kInvalidOrder}});
  EXPECT_EQ(votes(*event).text(), kNoneFailed);
  EXPECT_EQ(seen,
            "1 no handler for PerformanceMetr;2 none of the known events: Busi;letter 3;letter 4;");
}

TEST(Payload, IsReadWithTheOptionsGiven) {
  Votes votes;
  std::vector<Failure> failures;
  votes.on_failure([&](const Failure& failure) { failures.push_back(failure); });
  votes.payload<business::Bundle>({.max_size = 100})
      .on<business::OrderCreated>([](const business::OrderCreated&) {});
  EXPECT_THROW(static_cast<void>(votes(*kinesis({{.number = "1", .data = kOrder}}))), BatchFailed);
  ASSERT_EQ(failures.size(), 1U);
  EXPECT_TRUE(failures[0].reason.starts_with("over a limit: ")) << failures[0].reason;
}

TEST(Payload, IsTheBodyOfAMessageAndTheValueOfAKafkaRecord) {
  std::string seen;
  const auto note = [&](const business::OrderCreated& order) { seen += order.entity_id; };
  Batch<events::SqsEvent> mail;
  mail.payload<business::Bundle>().on<business::OrderCreated>(note);
  EXPECT_EQ(mail(*sqs({{.id = "a", .body = kOrder}})).text(), kNoneFailed);
  Batch<events::KafkaEvent> log;
  log.payload<business::Bundle>().on<business::OrderCreated>(note);
  EXPECT_EQ(log(*kafka({{"t", 1, kOrder}, {"t", 2, "-"}})).text(), kNoneFailed)
      << "a tombstone has no payload, and is done";
  EXPECT_EQ(seen, "o-1o-1");
}

TEST(Payload, ReachesHandlersThatWereSetAfterTheRouterTookTheBatch) {
  Votes votes;
  auto& business = votes.payload<business::Bundle>();
  Votes copy = votes;
  int orders = 0;
  business.on<business::OrderCreated>([&](const business::OrderCreated&) { ++orders; });
  static_cast<void>(copy(*kinesis({{.number = "1", .data = kOrder}})));
  EXPECT_EQ(orders, 1);
}

TEST(Payload, IsHandledByManyThreadsAtOnce) {
  Votes votes;
  std::atomic<int> wrong = 0;
  votes.payload<business::Bundle>().on<business::OrderCreated>(
      [&](const business::OrderCreated& order, const KinesisRecord& record,
          const RecordContext& about) {
        const bool fits = order.event_id == "e-1" && record.kinesis.partition_key == about.group &&
                          about.group == about.invocation.request_id;
        if (!fits) ++wrong;
      });
  const Votes& shared = votes;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&shared, key = "k" + std::to_string(t)] {
      const auto event = kinesis({{.key = key, .number = "1", .data = kOrder},
                                  {.key = key, .number = "2", .data = kOrder}});
      for (int round = 0; round < 200; ++round)
        static_cast<void>(shared(*event, {.request_id = key}));
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace eventc::batch::test
