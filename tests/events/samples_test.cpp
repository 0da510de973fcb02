// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "events/event_kinds.hpp"

/// Events that the services wrote, recorded elsewhere: EVENTC_EVENT_SAMPLES names the folder.
namespace eventc::test {
namespace {

const std::string kSamples = EVENTC_EVENT_SAMPLES;

std::string read(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

/// The event of each kind of label that the bundle has.
const EventKind* kind_of(const std::string& label) {
  static const std::map<std::string, std::string> kFolders{
      {"alb", "alb-request"},
      {"apigw_authorizer_http_v2", "api-gateway-v2-authorizer-request"},
      {"apigw_authorizer_request", "api-gateway-request-authorizer-request"},
      {"apigw_authorizer_token", "api-gateway-token-authorizer-request"},
      {"apigw_http_v2", "api-gateway-v2-http-request"},
      {"apigw_rest", "api-gateway-proxy-request"},
      {"apigw_websocket", "api-gateway-websocket-request"},
      {"cloudwatch_logs", "cloud-watch-logs-event"},
      {"dynamodb_stream", "dynamo-db-event"},
      {"eventbridge", "event-bridge-event"},
      {"firehose_transform", "firehose-transform-event"},
      {"kafka_msk", "kafka-event"},
      {"kafka_self_managed", "kafka-event"},
      {"kinesis_stream", "kinesis-event"},
      {"lambda_function_url", "api-gateway-v2-http-request"},
      {"s3", "s3-event"},
      {"sns", "sns-event"},
      {"sqs", "sqs-event"},
  };
  const auto folder = kFolders.find(label);
  if (folder == kFolders.end()) return nullptr;
  for (const EventKind& kind : event_kinds()) {
    if (kind.folder == folder->second) return &kind;
  }
  return nullptr;
}

TEST(RecordedEvents, AreClassifiedAsLabelledAndValid) {
  if (kSamples.empty()) GTEST_SKIP() << "EVENTC_EVENT_SAMPLES names no folder";
  const auto labels = nlohmann::json::parse(read(kSamples + "/labels.json"));
  for (const auto& [file, label] : labels.items()) {
    const std::string text = read(kSamples + "/" + file);
    const EventKind* const kind = kind_of(label.get<std::string>());
    const std::string expected = kind == nullptr ? "none" : event_name(kind->event);
    EXPECT_EQ(event_name(classify<events::Bundle>(text)), expected) << file;
    if (kind == nullptr) continue;
    EXPECT_EQ(kind->validate(text).to_string(), "") << file;
    EXPECT_EQ(kind->round_trip(text), "") << file;
  }
}

}  // namespace
}  // namespace eventc::test
