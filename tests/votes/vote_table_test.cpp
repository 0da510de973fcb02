// SPDX-License-Identifier: Apache-2.0
#include "votes/vote_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "votes/fake_transport.hpp"

namespace votes {
namespace {

using testing::ElementsAre;
using testing::Pair;

class VoteTableTest : public testing::Test {
 protected:
  FakeTransport transport;
  Waits waits;
  VoteTable table{aws::DynamoDb(fake_client(aws::DynamoDb::kService, transport, waits))};
};

TEST(PaddedSequenceNumber, Has129DigitsSoThatTextsCompareAsNumbers) {
  EXPECT_EQ(padded_sequence_number("49"), std::string(127, '0') + "49");
  EXPECT_EQ(padded_sequence_number(std::string(129, '9')), std::string(129, '9'));
  EXPECT_LT(padded_sequence_number("9"), padded_sequence_number("10"));
}

TEST(PaddedSequenceNumber, IsEmptyForWhatIsNoSequenceNumber) {
  EXPECT_EQ(padded_sequence_number(""), "");
  EXPECT_EQ(padded_sequence_number("12x"), "");
  EXPECT_EQ(padded_sequence_number(std::string(130, '1')), "");
}

TEST_F(VoteTableTest, AddsAVoteWhereTheRecordIsBehindTheLastOne) {
  transport.answer(200, "{}");
  const auto counted = table.count("Ada", "shardId-000000000001", "7");
  ASSERT_TRUE(counted) << counted.error().to_string();
  EXPECT_EQ(*counted, VoteTable::Counted::Now);
  const std::string padded = std::string(128, '0') + "7";
  EXPECT_EQ(transport.calls.at(0).body,
            R"({"TableName":"votes","Key":{"candidate":{"S":"Ada"}},)"
            R"("UpdateExpression":"ADD #votes :one SET #last = :seq",)"
            R"("ConditionExpression":"attribute_not_exists(#last) OR #last < :seq",)"
            R"("ExpressionAttributeNames":{"#last":"last:shardId-000000000001","#votes":"votes"},)"
            R"("ExpressionAttributeValues":{":one":{"N":"1"},":seq":{"S":")" +
                padded + R"("}}})");
}

TEST_F(VoteTableTest, TakesAFailedConditionForCountedBefore) {
  transport.answer(
      400, R"({"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",)"
           R"("message":"The conditional request failed"})");
  const auto counted = table.count("Ada", "shardId-000000000001", "7");
  ASSERT_TRUE(counted) << counted.error().to_string();
  EXPECT_EQ(*counted, VoteTable::Counted::Before);
}

TEST_F(VoteTableTest, TakesTheLostAnswerOfAChangeThatWasMadeForCounted) {
  transport.cut_connection();
  transport.answer(400, R"({"__type":"ConditionalCheckFailedException"})");
  const auto counted = table.count("Ada", "shardId-000000000001", "7");
  EXPECT_TRUE(counted) << counted.error().to_string();
}

TEST_F(VoteTableTest, GivesEveryOtherError) {
  transport.answer(400, R"({"__type":"ResourceNotFoundException","message":"no table"})");
  const auto counted = table.count("Ada", "shardId-000000000001", "7");
  ASSERT_FALSE(counted);
  EXPECT_EQ(counted.error().type, "ResourceNotFoundException");
}

TEST_F(VoteTableTest, RefusesWhatIsNoSequenceNumber) {
  const auto counted = table.count("Ada", "shardId-000000000001", "-1");
  ASSERT_FALSE(counted);
  EXPECT_EQ(counted.error().to_string(), "not a sequence number: -1");
  EXPECT_TRUE(transport.calls.empty());
}

TEST_F(VoteTableTest, ReadsTheCountsOfAllPages) {
  transport.answer(200, R"({"Items":[{"candidate":{"S":"Ada"},"votes":{"N":"12"}}],)"
                        R"("LastEvaluatedKey":{"candidate":{"S":"Ada"}}})");
  transport.answer(200, R"({"Items":[{"candidate":{"S":"Grace"},"votes":{"N":"3"}}]})");
  const auto counts = table.counts();
  ASSERT_TRUE(counts) << counts.error().to_string();
  EXPECT_THAT(*counts, ElementsAre(Pair("Ada", 12u), Pair("Grace", 3u)));
  EXPECT_EQ(transport.calls.at(1).body,
            R"({"TableName":"votes","ProjectionExpression":"#candidate, #votes",)"
            R"("ExpressionAttributeNames":{"#candidate":"candidate","#votes":"votes"},)"
            R"("ConsistentRead":true,"ExclusiveStartKey":{"candidate":{"S":"Ada"}}})");
}

TEST_F(VoteTableTest, RefusesAnItemThatIsNoCount) {
  for (const char* const votes :
       {R"({"S":"12"})", R"({"N":"-1"})", R"({"N":"1.5"})", R"({"N":"1e99"})"}) {
    transport.answer(200,
                     R"({"Items":[{"candidate":{"S":"Ada"},"votes":)" + std::string(votes) + "}]}");
    const auto counts = table.counts();
    ASSERT_FALSE(counts) << votes;
    EXPECT_EQ(counts.error().kind, aws::Error::Kind::BadResponse) << votes;
  }
}

}  // namespace
}  // namespace votes
