// SPDX-License-Identifier: Apache-2.0
#include "eventc/batch/batch.hpp"

#include <gtest/gtest.h>

#include <business/bundle.hpp>
#include <events/bundle.hpp>
#include <events/tally.hpp>
#include <memory>
#include <stdexcept>
#include <string>

#include "batch/samples.hpp"
#include "refusal.hpp"

// What all batches share: how they are set up.

namespace eventc::batch::test {
namespace {

using eventc::test::refusal;
using Votes = Batch<events::KinesisEvent>;
using Log = Batch<events::KafkaEvent>;

constexpr auto kTake = [](const auto&) {};

TEST(Batch, IsAHandlerOfARouter) {
  Votes votes;
  int records = 0;
  votes.on_record([&](const KinesisRecord&, const RecordContext& about) {
    records += about.invocation.request_id == "r-9" ? 1 : 0;
  });
  Router<events::Bundle> router;
  router.on<events::KinesisEvent>(votes);
  const Outcome outcome =
      router.dispatch(kinesis_text({{.number = "1"}, {.number = "2"}}), {.request_id = "r-9"});
  EXPECT_TRUE(outcome) << outcome.reason;
  EXPECT_EQ(outcome.response, kNoneFailed);
  EXPECT_EQ(records, 2);
}

TEST(Batch, TellsItsSourceByTheMembersOfTheRecords) {
  static_assert(Batch<events::KinesisEvent>::kSource == Source::Kinesis);
  static_assert(Batch<events::DynamoDbEvent>::kSource == Source::DynamoDb);
  static_assert(Batch<events::SqsEvent>::kSource == Source::Sqs);
  static_assert(Batch<events::KafkaEvent>::kSource == Source::Kafka);
  static_assert(Batch<events::sqs_event::owned::SqsEvent>::kSource == Source::Sqs);
  static_assert(!BatchEvent<events::Tally>);
  static_assert(!WindowEvent<events::SqsEvent>);
  static_assert(WindowEvent<events::dynamo_db_event::owned::DynamoDbEvent>);
}

TEST(Batch, TakesMoveOnlyHandlers) {
  Votes votes;
  votes.on_record([count = std::make_unique<int>(0)](const KinesisRecord&) mutable { ++*count; });
  const Votes copy = votes;
  EXPECT_EQ(copy(*kinesis({{.number = "1"}})).text(), kNoneFailed);
}

TEST(Batch, RefusesASecondHandler) {
  Log log;
  log.topic("a", kTake).on_tombstone(kTake).late_after(std::chrono::hours(1), kTake);
  log.dead_letter([](const DeadLetter&) {}).on_done(kTake).on_failure(kTake);
  const std::string begin = "eventc::batch::Batch: ";
  EXPECT_EQ(refusal([&] { log.topic("a", kTake); }), begin + "topic \"a\" has a handler already");
  EXPECT_EQ(refusal([&] { log.on_tombstone(kTake); }),
            begin + "on_tombstone() has a handler already");
  EXPECT_EQ(refusal([&] { log.late_after(std::chrono::hours(2), kTake); }),
            begin + "late_after() has a handler already");
  EXPECT_EQ(refusal([&] { log.dead_letter([](const DeadLetter&) {}); }),
            begin + "dead_letter() has a handler already");
  EXPECT_EQ(refusal([&] { log.on_done(kTake); }), begin + "on_done() has a handler already");
  EXPECT_EQ(refusal([&] { log.on_failure(kTake); }), begin + "on_failure() has a handler already");
  auto& payload = log.payload<business::Bundle>();
  payload.otherwise([](const Unhandled&) {});
  EXPECT_EQ(refusal([&] { payload.otherwise([](const Unhandled&) {}); }),
            "eventc::batch::Payload: otherwise() has a handler already");
}

TEST(Batch, IsTakenByOneFunctionAlone) {
  Votes votes;
  votes.on_record(kTake);
  EXPECT_EQ(
      refusal([&] { votes.payload<business::Bundle>(); }),
      "eventc::batch::Batch: on_record() takes the records already, and payload() would, too");
  EXPECT_EQ(
      refusal([&] { votes.on_group(kTake); }),
      "eventc::batch::Batch: on_record() takes the records already, and on_group() would, too");
}

TEST(Batch, RefusesWhatDoesNotGoTogether) {
  Log log;
  log.on_group(kTake);
  const std::string groups =
      "eventc::batch::Batch: on_group() takes whole groups: late_after(), topic() and "
      "on_tombstone() do not go with it";
  EXPECT_EQ(refusal([&] { log.topic("a", kTake); }), groups);
  Log late;
  late.late_after(std::chrono::hours(1), kTake);
  EXPECT_EQ(refusal([&] { late.on_group(kTake); }), groups);
  Votes going_on({.go_on = true});
  EXPECT_EQ(refusal([&] {
              going_on.window<events::Tally>([](events::Tally&, const KinesisRecord&) {},
                                             [](const events::Tally&, const Window&) {});
            }),
            "eventc::batch::Batch: window() and Settings::go_on: records behind a failed one would "
            "be added up twice");
}

TEST(Batch, LetsWhatHooksThrowPass) {
  Votes votes;
  votes.on_record([](const KinesisRecord&) { throw 1; });
  votes.on_failure([](const Failure&) { throw std::runtime_error("no log"); });
  EXPECT_THROW(static_cast<void>(votes(*kinesis({{.number = "1"}}))), std::runtime_error);
}

}  // namespace
}  // namespace eventc::batch::test
