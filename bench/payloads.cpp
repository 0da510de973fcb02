// SPDX-License-Identifier: Apache-2.0
#include "payloads.hpp"

#include <nlohmann/json.hpp>
#include <span>
#include <string_view>
#include <utility>

#include "eventc/base64.hpp"

namespace eventc::bench {
namespace {

using Header = std::pair<std::string_view, std::string_view>;

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

std::string json_string(std::string_view text, bool ascii = false) {
  return nlohmann::json(text).dump(-1, ' ', ascii);
}

/// "name":"value",… or, as lists, "name":["value"],…
std::string members(std::span<const Header> headers, bool lists) {
  std::string text;
  for (const auto& [name, value] : headers) {
    if (!text.empty()) text += ',';
    text += json_string(name) + ':' + (lists ? '[' + json_string(value) + ']' : json_string(value));
  }
  return text;
}

constexpr std::string_view kBrowser =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 "
    "Safari/537.36";

constexpr Header kHttpHeaders[] = {
    {"accept", "application/json, text/plain, */*"},
    {"accept-encoding", "gzip, deflate, br"},
    {"accept-language", "en-GB,en;q=0.9,sv;q=0.8"},
    {"content-length", "107"},
    {"content-type", "application/json"},
    {"host", "votes.example"},
    {"origin", "https://harbour.example"},
    {"referer", "https://harbour.example/rounds/2"},
    {"priority", "u=1, i"},
    {"sec-ch-ua", "\"Chromium\";v=\"131\", \"Not_A Brand\";v=\"24\""},
    {"sec-ch-ua-mobile", "?0"},
    {"sec-ch-ua-platform", "\"Linux\""},
    {"sec-fetch-dest", "empty"},
    {"sec-fetch-mode", "cors"},
    {"sec-fetch-site", "same-site"},
    {"user-agent", kBrowser},
    {"x-amzn-trace-id", "Root=1-6956b300-0123456789abcdef01234567"},
    {"x-crane", "12"},
    {"x-forwarded-for", "192.0.2.17"},
    {"x-forwarded-port", "443"},
    {"x-forwarded-proto", "https"},
};

constexpr Header kRestHeaders[] = {
    {"Accept", "text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8"},
    {"Accept-Encoding", "gzip, deflate, br"},
    {"Accept-Language", "en-GB,en;q=0.9,sv;q=0.8"},
    {"Cache-Control", "max-age=0"},
    {"CloudFront-Forwarded-Proto", "https"},
    {"CloudFront-Is-Desktop-Viewer", "true"},
    {"CloudFront-Is-Mobile-Viewer", "false"},
    {"CloudFront-Viewer-Country", "SE"},
    {"Content-Type", "application/json"},
    {"Host", "a1b2c3d4e5.execute-api.eu-north-1.amazonaws.com"},
    {"Referer", "https://harbour.example/berths/4"},
    {"Upgrade-Insecure-Requests", "1"},
    {"User-Agent", kBrowser},
    {"Via", "1.1 0f1e2d3c4b5a69788796a5b4c3d2e1f0.cloudfront.net (CloudFront)"},
    {"X-Amz-Cf-Id", "aFq2mVYb0nR7tKXcJ4hWdL9sQeZ1uPoG6iTyBvN3xMCkHr5Sw8gDlA=="},
    {"X-Amzn-Trace-Id", "Root=1-6956b300-0123456789abcdef01234567"},
    {"X-Crane", "12"},
    {"X-Forwarded-For", "192.0.2.17, 198.51.100.4"},
    {"X-Forwarded-Port", "443"},
    {"X-Forwarded-Proto", "https"},
};

/// `body` as it stands in JSON, with its quotes.
std::string http_request(const std::string& body) {
  return R"({"version":"2.0","routeKey":"POST /votes","rawPath":"/votes","rawQueryString":"round=2&lang=en",)"
         R"("cookies":["session=81f0c2d4e6a8b0c1d2e3f4a5b6c7d8e9","theme=dark","consent=essential"],"headers":{)" +
         members(kHttpHeaders, false) +
         R"(},"queryStringParameters":{"round":"2","lang":"en"},"requestContext":{"accountId":"111122223333","apiId":"a1b2c3d4e5",)"
         R"("authorizer":{"jwt":{"claims":{"sub":"u-4711","scope":"vote","iss":"https://login.harbour.example/","exp":"1767229200","client_id":"4n5m6b7v8c"},)"
         R"("scopes":["vote","berths:read"]}},"domainName":"votes.example","domainPrefix":"votes",)"
         R"("http":{"method":"POST","path":"/votes","protocol":"HTTP/1.1","sourceIp":"192.0.2.17","userAgent":)" +
         json_string(kBrowser) +
         R"(},"requestId":"JKJaXmPLvHcESHA=","routeKey":"POST /votes","stage":"$default","time":"01/Jan/2026:00:00:00 +0000",)"
         R"("timeEpoch":1767225600000},"body":)" +
         body +
         R"(,"pathParameters":{"round":"2"},"isBase64Encoded":false,"stageVariables":{"quay":"north"}})";
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
  return http_request(json_string(
      R"({"vote":"yes","ballot":17,"remark":"the east quay needs light at night, and a bench to wait on","copy":true})"));
}

std::string rest_payload() {
  return R"({"resource":"/berths/{berth}/moves","path":"/berths/4/moves","httpMethod":"POST","headers":{)" +
         members(kRestHeaders, false) + R"(},"multiValueHeaders":{)" + members(kRestHeaders, true) +
         R"(},"queryStringParameters":{"day":"tue","tide":"low"},"multiValueQueryStringParameters":{"day":["mon","tue"],"tide":["low"]},)"
         R"("pathParameters":{"berth":"4"},"stageVariables":{"quay":"north"},"requestContext":{"resourceId":"r3s0ur",)"
         R"("authorizer":{"claims":{"sub":"7c1e9f20-5d3b-4a8e-9b1f-2e6c0d4a8f73","cognito:groups":"pilots","token_use":"id"},"scopes":null},)"
         R"("resourcePath":"/berths/{berth}/moves","httpMethod":"POST","extendedRequestId":"UQ3fWcO1liACJ7Q=",)"
         R"("requestTime":"01/Jan/2026:00:00:00 +0000","path":"/live/berths/4/moves","accountId":"111122223333","protocol":"HTTP/1.1",)"
         R"("stage":"live","domainPrefix":"a1b2c3d4e5","requestTimeEpoch":1767225600123,"requestId":"5b1c2e6b-9a3f-4d2c-8e7f-8a91c0ffee01",)"
         R"("identity":{"cognitoIdentityPoolId":null,"accountId":null,"cognitoIdentityId":null,"caller":null,"sourceIp":"192.0.2.17",)"
         R"("principalOrgId":null,"accessKey":null,"cognitoAuthenticationType":null,"cognitoAuthenticationProvider":null,"userArn":null,)"
         R"("userAgent":)" +
         json_string(kBrowser) +
         R"(,"user":null},"domainName":"a1b2c3d4e5.execute-api.eu-north-1.amazonaws.com","deploymentId":"d3p10y","apiId":"a1b2c3d4e5"},)"
         R"("body":"{\"ship\":\"Aurora\",\"berth\":4,\"crane\":12}","isBase64Encoded":false})";
}

std::string escapes_payload(std::size_t lines) {
  nlohmann::ordered_json entries = nlohmann::ordered_json::array();
  for (std::size_t i = 0; i < lines; ++i) {
    entries.push_back({{"berth", "B-" + numbered(i)},
                       {"note", "\"slack\"\tat\n\\north\\" + numbered(i) + "\r\n\"ebb\"\t"},
                       {"pilot", "Åsa Öberg ⚓ 🚢"}});
  }
  return http_request(json_string(entries.dump(), true));
}

std::string unicode_payload(std::size_t lines) {
  std::string body;
  for (std::size_t i = 0; i < lines; ++i) {
    body += "港の第" + numbered(i) + "船席に着岸しました。潮位は安定しています。🚢⚓🌊 ";
    body +=
        "Судно ошвартовано у причала, прилив спокойный. "
        "泊位正常，无需拖轮。🙂 ";
  }
  return http_request(json_string(body));
}

}  // namespace eventc::bench
