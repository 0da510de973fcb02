// SPDX-License-Identifier: Apache-2.0
#include "votes/aws/kinesis.hpp"

#include <gtest/gtest.h>

#include "votes/fake_transport.hpp"

namespace aws {
namespace {

std::vector<Kinesis::Record> records(std::initializer_list<std::string_view> data) {
  std::vector<Kinesis::Record> records;
  for (const std::string_view text : data)
    records.push_back({.data = eventc::Bytes(text), .partition_key = "k"});
  return records;
}

class KinesisTest : public testing::Test {
 protected:
  std::string error_of(const Kinesis::Put& put) const {
    return put.error ? put.error->to_string() : "put as " + put.sequence_number;
  }

  FakeTransport transport;
  Waits waits;
  Kinesis kinesis{fake_client(Kinesis::kService, transport, waits, {.max_attempts = 3})};
};

TEST_F(KinesisTest, PutsARecordInBase64) {
  transport.answer(200, R"({"ShardId":"shardId-000000000001","SequenceNumber":"49"})");
  const auto answer = kinesis.put_record("votes", "voter", "{\"vote\":\"Ada\"}");
  ASSERT_TRUE(answer) << answer.error().to_string();
  EXPECT_EQ(answer->shard_id, "shardId-000000000001");
  EXPECT_EQ(answer->sequence_number, "49");
  EXPECT_EQ(transport.calls.at(0).target, "Kinesis_20131202.PutRecord");
  EXPECT_EQ(transport.calls.at(0).content_type, "application/x-amz-json-1.1");
  EXPECT_EQ(transport.calls.at(0).body,
            R"({"StreamName":"votes","Data":"eyJ2b3RlIjoiQWRhIn0=","PartitionKey":"voter"})");
}

TEST_F(KinesisTest, PutsRecordsThatFailedAgainByThemselves) {
  transport.answer(200, R"({"FailedRecordCount":2,"Records":[
      {"ErrorCode":"ProvisionedThroughputExceededException","ErrorMessage":"slow down"},
      {"ShardId":"shardId-0","SequenceNumber":"10"},
      {"ErrorCode":"InternalFailure","ErrorMessage":"oops","SequenceNumber":null}]})");
  transport.answer(200, R"({"FailedRecordCount":1,"Records":[
      {"ErrorCode":"ProvisionedThroughputExceededException"},
      {"ShardId":"shardId-0","SequenceNumber":"12"}]})");
  transport.answer(200, R"({"Records":[{"ShardId":"shardId-1","SequenceNumber":"13"}]})");
  const auto puts = kinesis.put_records("votes", records({"a", "b", "c"}));
  ASSERT_EQ(puts.size(), 3u);
  EXPECT_EQ(error_of(puts[0]), "put as 13");
  EXPECT_EQ(error_of(puts[1]), "put as 10");
  EXPECT_EQ(error_of(puts[2]), "put as 12");
  EXPECT_EQ(puts[0].shard_id, "shardId-1");
  ASSERT_EQ(transport.calls.size(), 3u);
  EXPECT_EQ(transport.calls[1].body, R"({"StreamName":"votes","Records":[{"Data":"YQ==",)"
                                     R"("PartitionKey":"k"},{"Data":"Yw==","PartitionKey":"k"}]})");
  EXPECT_EQ(transport.calls[2].body,
            R"({"StreamName":"votes","Records":[{"Data":"YQ==","PartitionKey":"k"}]})");
  EXPECT_EQ(waits.times.size(), 2u);
}

TEST_F(KinesisTest, TellsOfRecordsThatNoAttemptCouldPut) {
  const char* const half = R"({"FailedRecordCount":1,"Records":[
      {"ErrorCode":"ProvisionedThroughputExceededException","ErrorMessage":"slow down"}]})";
  transport.answer(200, R"({"FailedRecordCount":1,"Records":[
      {"ShardId":"shardId-0","SequenceNumber":"1"},
      {"ErrorCode":"ProvisionedThroughputExceededException","ErrorMessage":"slow down"}]})");
  transport.answer(200, half);
  transport.answer(200, half);
  const auto puts = kinesis.put_records("votes", records({"a", "b"}));
  EXPECT_EQ(error_of(puts.at(0)), "put as 1");
  EXPECT_EQ(error_of(puts.at(1)), "ProvisionedThroughputExceededException: slow down (HTTP 400)");
  EXPECT_EQ(transport.calls.size(), 3u);
}

TEST_F(KinesisTest, DoesNotRetryARecordThatTheServiceWillNotTake) {
  transport.answer(200, R"({"FailedRecordCount":1,"Records":[
      {"ErrorCode":"KMSDisabledException","ErrorMessage":"the key is off"}]})");
  const auto puts = kinesis.put_records("votes", records({"a"}));
  EXPECT_EQ(error_of(puts.at(0)), "KMSDisabledException: the key is off (HTTP 400)");
  EXPECT_EQ(transport.calls.size(), 1u);
}

TEST_F(KinesisTest, GivesTheRequestsErrorToTheRecordsItHad) {
  transport.answer(200, R"({"FailedRecordCount":1,"Records":[
      {"ShardId":"shardId-0","SequenceNumber":"1"},{"ErrorCode":"InternalFailure"}]})");
  transport.answer(400, R"({"__type":"ResourceNotFoundException","message":"no such stream"})");
  const auto puts = kinesis.put_records("votes", records({"a", "b"}));
  EXPECT_EQ(error_of(puts.at(0)), "put as 1");
  EXPECT_EQ(error_of(puts.at(1)), "ResourceNotFoundException: no such stream (HTTP 400)");
}

TEST_F(KinesisTest, RefusesAnAnswerForAnotherNumberOfRecords) {
  transport.answer(200, R"({"Records":[]})");
  const auto puts = kinesis.put_records("votes", records({"a"}));
  EXPECT_EQ(error_of(puts.at(0)), "PutRecords answered for 0 records, not for 1 (HTTP 200)");
}

TEST_F(KinesisTest, SplitsWhatIsTooMuchForARequest) {
  const auto answer_for = [&](int count) {
    std::string results;
    for (int i = 0; i < count; ++i) results += R"(,{"ShardId":"shardId-0","SequenceNumber":"7"})";
    transport.answer(200, R"({"Records":[)" + results.substr(1) + "]}");
  };
  answer_for(500);
  answer_for(1);
  const std::vector<Kinesis::Record> many(501, records({"a"})[0]);
  for (const Kinesis::Put& put : kinesis.put_records("votes", many))
    EXPECT_EQ(error_of(put), "put as 7");

  answer_for(5);
  answer_for(1);
  const std::string large((1 << 20) - 1, 'x');  // 1 MiB with its key
  for (const Kinesis::Put& put :
       kinesis.put_records("votes", std::vector<Kinesis::Record>(6, records({large})[0])))
    EXPECT_EQ(error_of(put), "put as 7");
  EXPECT_EQ(transport.calls.size(), 4u);
}

TEST_F(KinesisTest, AsksNothingForNoRecords) {
  EXPECT_TRUE(kinesis.put_records("votes", {}).empty());
  EXPECT_TRUE(transport.calls.empty());
}

}  // namespace
}  // namespace aws
