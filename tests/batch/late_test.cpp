// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "batch/samples.hpp"

namespace eventc::batch::test {
namespace {

using namespace std::chrono_literals;

Settings at(std::chrono::seconds now) {
  return {.clock = [now] { return Summary::Time(now); }};
}

TEST(LateRecords, GoToTheirOwnHandler) {
  Batch<events::KinesisEvent> votes(at(1000s));
  std::string seen;
  Summary summary;
  votes.on_record([&](const KinesisRecord& record) { seen += record.kinesis.sequence_number; });
  votes.late_after(5min, [&](const KinesisRecord& record, const RecordContext& about) {
    EXPECT_GT(*about.age(), 5min);
    seen += "late:" + std::string(record.kinesis.sequence_number);
  });
  votes.on_done([&](const Summary& it) { summary = it; });
  const auto event = kinesis({{.number = "1", .arrival = "699.999"},
                              {.number = "2", .arrival = "700"},
                              {.number = "3", .arrival = "1100"},
                              {.number = "4"},
                              {.number = "5", .arrival = "-1"}});
  static_cast<void>(votes(*event));
  EXPECT_EQ(seen, "late:12345") << "records without a time are not late, nor those of the future";
  EXPECT_EQ(summary.processed, 5U);
  EXPECT_EQ(summary.late, 1U);
}

TEST(LateRecords, ComeBeforeTopicsAndTombstones) {
  Batch<events::KafkaEvent> log(at(1800000000s));
  int late = 0;
  log.topic("a", [](const KafkaRecord&) { FAIL() << "a late record"; });
  log.on_tombstone([](const KafkaRecord&) { FAIL() << "a late tombstone"; });
  log.late_after(1h, [&](const KafkaRecord&) { ++late; });
  static_cast<void>(log(*kafka({{"a", 1}, {"a", 2, "-"}})));
  EXPECT_EQ(late, 2);
}

TEST(LateRecords, FailAsOthersDo) {
  Batch<events::KinesisEvent> votes(at(1000s));
  Summary summary;
  votes.on_record([](const KinesisRecord&) {});
  votes.late_after(1min, [](const KinesisRecord&) { return Verdict::failed("too late"); });
  votes.on_done([&](const Summary& it) { summary = it; });
  const auto event = kinesis({{.number = "1", .arrival = "1000"}, {.number = "2", .arrival = "1"}});
  EXPECT_EQ(votes(*event).text(), failed({"2"}));
  EXPECT_EQ(summary.late, 0U);
}

TEST(LateRecords, AreToldByOneLookAtTheClock) {
  int looks = 0;
  Batch<events::KinesisEvent> votes({.clock = [&] { return Summary::Time(++looks * 1000s); }});
  votes.on_record([](const KinesisRecord&, const RecordContext& about) {
    EXPECT_EQ(about.started, Summary::Time(1000s));
  });
  static_cast<void>(votes(*kinesis({{.number = "1"}, {.number = "2"}})));
  EXPECT_EQ(looks, 1);
}

}  // namespace
}  // namespace eventc::batch::test
