// SPDX-License-Identifier: Apache-2.0
#include "payloads.hpp"

#include "eventc/base64.hpp"

namespace eventc::bench {
namespace {

std::string base64(const std::string& text) {
  std::string encoded;
  append_base64(text, encoded);
  return encoded;
}

std::string numbered(std::size_t number) { return std::to_string(1'000'000 + number).substr(1); }

std::string reading(std::size_t number) {
  return R"({"sensor":"berth-)" + numbered(number) + R"(","level":)" +
         std::to_string(number % 977) +
         R"(,"unit":"mm","state":"calm","note":"tide is turning, watch the gangway"})";
}

}  // namespace

std::string kinesis_payload(std::size_t records) {
  std::string text = R"({"Records":[)";
  for (std::size_t i = 0; i < records; ++i) {
    const std::string sequence = "49612345678901234567890123456789012345678901234567" + numbered(i);
    if (i != 0) text += ',';
    text +=
        R"({"kinesis":{"kinesisSchemaVersion":"1.0","partitionKey":"berth-)" + numbered(i) +
        R"(","sequenceNumber":")" + sequence + R"(","data":")" + base64(reading(i)) +
        R"(","approximateArrivalTimestamp":1767225600.)" + std::to_string(100 + i % 900) +
        R"(},"eventSource":"aws:kinesis","eventVersion":"1.0","eventID":"shardId-000000000002:)" +
        sequence +
        R"(","eventName":"aws:kinesis:record","invokeIdentityArn":"arn:aws:iam::111122223333:role/harbour-readers",)"
        R"("awsRegion":"eu-north-1","eventSourceARN":"arn:aws:kinesis:eu-north-1:111122223333:stream/berths"})";
  }
  return text + "]}";
}

std::string kafka_payload(std::size_t records) {
  std::string text =
      R"({"eventSource":"aws:kafka","eventSourceArn":"arn:aws:kafka:eu-north-1:111122223333:cluster/harbour/0f1e2d3c-2",)"
      R"("bootstrapServers":"b-1.harbour.example:9092,b-2.harbour.example:9092","records":{"crane-loads-0":[)";
  for (std::size_t i = 0; i < records; ++i) {
    if (i != 0) text += ',';
    text +=
        R"({"topic":"crane-loads","partition":0,"offset":)" + std::to_string(4711 + i) +
        R"(,"timestamp":1767225600123,"timestampType":"CREATE_TIME","key":")" +
        base64("crane-" + numbered(i)) + R"(","value":")" + base64(reading(i)) +
        R"(","headers":[{"trace":[114,45,49,-61,-92,48,49,50,51,52,53,54,55,56,57,97]},{"kind":[108,111,97,100]}]})";
  }
  return text + "]}}";
}

std::string http_payload() {
  return R"({"version":"2.0","routeKey":"POST /votes","rawPath":"/votes","rawQueryString":"round=2&lang=en","cookies":["s=81f0","theme=dark"],)"
         R"("headers":{"accept":"application/json","accept-encoding":"gzip, br","content-length":"27","content-type":"application/json",)"
         R"("host":"votes.example","user-agent":"harbour-app/3.1","x-amzn-trace-id":"Root=1-6956b300-0123456789abcdef01234567",)"
         R"("x-forwarded-for":"192.0.2.17","x-forwarded-port":"443","x-forwarded-proto":"https"},)"
         R"("queryStringParameters":{"round":"2","lang":"en"},"requestContext":{"accountId":"111122223333","apiId":"a1b2c3d4e5",)"
         R"("authorizer":{"jwt":{"claims":{"sub":"u-4711","scope":"vote"},"scopes":["vote"]}},"domainName":"votes.example","domainPrefix":"votes",)"
         R"("http":{"method":"POST","path":"/votes","protocol":"HTTP/1.1","sourceIp":"192.0.2.17","userAgent":"harbour-app/3.1"},)"
         R"("requestId":"JKJaXmPLvHcESHA=","routeKey":"POST /votes","stage":"$default","time":"01/Jan/2026:00:00:00 +0000","timeEpoch":1767225600000},)"
         R"("body":"{\"vote\":\"yes\",\"ballot\":17}","isBase64Encoded":false})";
}

}  // namespace eventc::bench
