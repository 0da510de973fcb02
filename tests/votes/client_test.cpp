// SPDX-License-Identifier: Apache-2.0
#include "votes/aws/client.hpp"

#include <gtest/gtest.h>

#include <aws/scan_request.hpp>
#include <aws/scan_response.hpp>

#include "votes/aws/dynamodb.hpp"
#include "votes/fake_transport.hpp"

namespace aws {
namespace {

class ClientOfDynamoDb : public testing::Test {
 protected:
  Result<ScanResponse> scan() {
    ScanRequest request;
    request.table_name = "votes";
    return client.call<ScanResponse>("Scan", request);
  }
  /// Of a call that is expected to fail.
  Error error_of_scan() {
    const auto answer = scan();
    return answer ? Error{.message = "it succeeded"} : answer.error();
  }

  FakeTransport transport;
  Waits waits;
  Client client = fake_client(DynamoDb::kService, transport, waits);
};

TEST_F(ClientOfDynamoDb, PostsTheRequestToItsTarget) {
  transport.answer(200, R"({"Count":0,"Items":[]})");
  const auto answer = scan();
  ASSERT_TRUE(answer) << answer.error().to_string();
  ASSERT_EQ(transport.calls.size(), 1u);
  const FakeTransport::Call& call = transport.calls[0];
  EXPECT_EQ(call.url, "http://127.0.0.1:1");
  EXPECT_EQ(call.target, "DynamoDB_20120810.Scan");
  EXPECT_EQ(call.content_type, "application/x-amz-json-1.0");
  EXPECT_EQ(call.service, "dynamodb");
  EXPECT_EQ(call.region, "eu-central-1");
  EXPECT_EQ(call.signer, "AKID");
  EXPECT_EQ(call.body, R"({"TableName":"votes"})");
}

TEST_F(ClientOfDynamoDb, SaysTheServicesErrorWithoutItsNamespace) {
  transport.answer(400, R"({"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException",)"
                        R"("message":"no such table"})");
  EXPECT_EQ(error_of_scan().to_string(), "ResourceNotFoundException: no such table (HTTP 400)");
}

TEST_F(ClientOfDynamoDb, TakesTheErrorsTypeFromTheHeaderWhereTheBodyHasNone) {
  transport.answer(403, R"({"Message":"not for you"})", "AccessDeniedException:http://example/");
  EXPECT_EQ(error_of_scan().to_string(), "AccessDeniedException: not for you (HTTP 403)");
}

TEST_F(ClientOfDynamoDb, TakesAnErrorWhoseBodyIsNoJson) {
  transport.answer(413, "<html>Too large</html>");
  EXPECT_EQ(error_of_scan().to_string(), " (HTTP 413)");
}

TEST_F(ClientOfDynamoDb, TriesAgainAfterThrottlingFailuresAndLostAnswers) {
  transport.answer(400, R"({"__type":"ProvisionedThroughputExceededException"})");
  transport.answer(503, "<html>Unavailable</html>");
  transport.cut_connection();
  transport.answer(200, "{}");
  const auto answer = scan();
  EXPECT_TRUE(answer) << answer.error().to_string();
  EXPECT_EQ(transport.calls.size(), 4u);
  EXPECT_EQ(waits.times.size(), 3u);
}

TEST_F(ClientOfDynamoDb, GivesUpWithTheLastError) {
  for (int i = 0; i < 10; ++i) transport.cut_connection();
  EXPECT_EQ(error_of_scan().kind, Error::Kind::Network);
  EXPECT_EQ(transport.calls.size(), 5u);
}

TEST_F(ClientOfDynamoDb, RefusesAnAnswerThatIsNotWhatItsSchemaSays) {
  transport.answer(200, R"({"Items":[{"votes":{"N":7}}]})");
  const Error error = error_of_scan();
  EXPECT_EQ(error.kind, Error::Kind::BadResponse);
  EXPECT_NE(error.message.find("/Items/0/votes/N"), std::string::npos) << error.message;
  EXPECT_EQ(transport.calls.size(), 1u) << "another try would not change it";
}

TEST_F(ClientOfDynamoDb, RefusesARequestThatJsonCannotExpress) {
  ScanRequest request;
  request.table_name = "\xff";
  const auto answer = client.call<ScanResponse>("Scan", request);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, Error::Kind::BadRequest);
  EXPECT_TRUE(transport.calls.empty());
}

}  // namespace
}  // namespace aws
