// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include "batch/samples.hpp"

namespace eventc::batch::test {
namespace {

using Changes = Batch<events::DynamoDbEvent>;

/// Fails the changes with these sequence numbers, and notes the numbers of all it sees.
auto handler(std::string& seen, std::string bad) {
  return [&seen, bad = std::move(bad)](const DynamoDbRecord& record) {
    const std::string number(record.dynamodb.sequence_number.value_or("none"));
    seen += number + " ";
    if (bad.find("<" + number + ">") != std::string::npos) throw std::runtime_error("bad change");
  };
}

TEST(DynamoDbBatch, StopsAtTheFirstFailureAndReportsIt) {
  Changes changes;
  std::string seen;
  changes.on_record(handler(seen, "<222>"));
  EXPECT_EQ(changes(*dynamo_db({{"1", "111"}, {"1", "222"}, {"2", "333"}})).text(),
            failed({"222"}));
  EXPECT_EQ(seen, "111 222 ");
}

TEST(DynamoDbBatch, GoesOnWithOtherItemsWhereItIsAsked) {
  Changes changes({.go_on = true});
  std::string seen;
  changes.on_record(handler(seen, "<222>"));
  const auto event = dynamo_db({{"1", "111"}, {"1", "222"}, {"2", "333"}, {"1", "444"}});
  EXPECT_EQ(changes(*event).text(), failed({"222"}));
  EXPECT_EQ(seen, "111 222 333 ") << "444 is of the item that failed before";
}

TEST(DynamoDbBatch, FailsAsAWholeWhereTheRecordToReportHasNoNumber) {
  Changes changes;
  std::string seen;
  Summary summary;
  changes.on_record(handler(seen, "<none>")).on_done([&](const Summary& it) { summary = it; });
  try {
    static_cast<void>(changes(*dynamo_db({{"1", "111"}, {"2", ""}})));
    FAIL() << "nothing thrown";
  } catch (const BatchFailed& failed) {
    EXPECT_STREQ(failed.what(),
                 "record 1 is to be delivered again, and has no sequence number to report it by");
  }
  EXPECT_EQ(summary.failed, 1U);
}

TEST(DynamoDbBatch, NeedsNoNumberOfRecordsThatAreDone) {
  Changes changes;
  std::string seen;
  changes.on_record(handler(seen, ""));
  EXPECT_EQ(changes(*dynamo_db({{"1", ""}})).text(), kNoneFailed);
}

TEST(DynamoDbBatch, SumsUpSizesOfAnySize) {
  Changes changes;
  Summary summary;
  changes.on_record([](const DynamoDbRecord&) {}).on_done([&](const Summary& it) { summary = it; });
  const std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  std::vector<DynamoDbRecord> records(2);
  records[0].dynamodb.size_bytes = 26;
  records[1].dynamodb.size_bytes = most;
  events::DynamoDbEvent event;
  event.records = {records.data(), records.size()};
  static_cast<void>(changes(event));
  EXPECT_EQ(summary.bytes, most);
}

TEST(DynamoDbBatch, TellsTheHandlerAboutTheChange) {
  Changes changes;
  bool called = false;
  changes.on_record([&](const DynamoDbRecord&, const RecordContext& about) {
    called = true;
    EXPECT_EQ(about.identifier, "111");
    EXPECT_EQ(about.source, "arn:aws:dynamodb:eu-west-1:1:table/t/stream/s");
    EXPECT_EQ(about.group, R"({"Id":{"N":"101"}})");
    EXPECT_EQ(about.arrival,
              std::chrono::system_clock::time_point(std::chrono::seconds(1700000000)));
    EXPECT_EQ(about.bytes, 26U);
  });
  static_cast<void>(changes(*dynamo_db({{"101", "111"}})));
  EXPECT_TRUE(called);
}

TEST(DynamoDbBatch, WritesAnItemsKeySoThatNoTwoItemsShareIt) {
  const struct {
    const char* keys;
    const char* group;
  } cases[] = {
      {R"({"b": {"S": "x\"y"}, "a": {"B": "AQI="}})", R"({"a":{"B":"AQI="},"b":{"S":"x\"y"}})"},
      {R"({"a": {"N": "1"}})", R"({"a":{"N":"1"}})"},
      {R"({"a": {"S": "1"}})", R"({"a":{"S":"1"}})"},
      {R"({"a": {"BOOL": true}})", R"({"a":{}})"},
      {R"({})", R"({})"},
  };
  for (const auto& [keys, group] : cases) {
    const std::string text =
        R"({"Records": [{"eventSource": "aws:dynamodb", "dynamodb": {"SequenceNumber": "1", "Keys": )" +
        std::string(keys) + "}}]}";
    const auto event = eventc::parse<events::DynamoDbEvent>(std::string(text));
    ASSERT_TRUE(event) << event.error().to_string();
    Changes changes;
    std::string seen;
    changes.on_record(
        [&](const DynamoDbRecord&, const RecordContext& about) { seen = about.group; });
    static_cast<void>(changes(**event));
    EXPECT_EQ(seen, group);
    Batch<events::dynamo_db_event::owned::DynamoDbEvent> owned;
    owned.on_record([&](const auto&, const RecordContext& about) { seen = about.group; });
    seen.clear();
    static_cast<void>(owned(to_owned(**event)));
    EXPECT_EQ(seen, group) << "of the owned twin";
  }
}

}  // namespace
}  // namespace eventc::batch::test
