// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/request_of.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <events/bundle.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace eventc::http {
namespace {

using testing::ElementsAre;
using testing::Pair;

static_assert(RestEvent<events::ApiGatewayProxyRequest> &&
              HttpEvent<events::ApiGatewayV2HttpRequest> &&
              WebSocketEvent<events::ApiGatewayWebsocketRequest> &&
              LoadBalancerEvent<events::AlbRequest>);
static_assert(RestEvent<Owned<events::ApiGatewayProxyRequest>>);
static_assert(!RestEvent<events::AlbRequest> && !RestEvent<events::ApiGatewayWebsocketRequest> &&
              !LoadBalancerEvent<events::ApiGatewayProxyRequest>);
// They have the members of requests, but for a body: they are answered with a policy.
static_assert(!RequestEvent<events::ApiGatewayRequestAuthorizerRequest> &&
              !RequestEvent<events::ApiGatewayV2AuthorizerRequest> &&
              !RequestEvent<events::ApiGatewayTokenAuthorizerRequest>);
static_assert(!RequestEvent<events::KinesisEvent> && !RequestEvent<events::EventBridgeEvent>);

class RequestOfTest : public testing::Test {
 protected:
  template <class E>
  void fill_from(std::string json) {
    payload = std::move(json);
    const Result<E> event = parse<E>(payload, arena);
    ASSERT_TRUE(event) << event.error().to_string();
    fill(request, *event);
  }

  std::string payload;
  Arena arena;
  Request request;
};

TEST_F(RequestOfTest, ReadsARestApisEvent) {
  fill_from<events::ApiGatewayProxyRequest>(
      R"({"resource":"/{proxy+}","path":"/caf%C3%A9/a%2Fb","httpMethod":"POST",)"
      R"("headers":{"cookie":"ignored=1"},"multiValueHeaders":{"Accept":["a","b"],"Cookie":["id=7; t=x"]},)"
      R"("queryStringParameters":{"q":"b"},"multiValueQueryStringParameters":{"q":["a%20","b"]},)"
      R"("requestContext":{"stage":"prod","requestId":"r","identity":{"sourceIp":"192.0.2.1"}},)"
      R"("body":"aGk=","isBase64Encoded":true})");
  EXPECT_EQ(request.api, Api::Rest);
  EXPECT_EQ(request.method, "POST");
  EXPECT_THAT(request.segments, ElementsAre("caf\xC3\xA9", "a/b"));
  EXPECT_THAT(request.headers.all("accept"), ElementsAre("a", "b"));
  EXPECT_THAT(request.query, ElementsAre(Pair("q", "a%20"), Pair("q", "b")));
  EXPECT_THAT(request.cookies, ElementsAre(Pair("id", "7"), Pair("t", "x")));
  EXPECT_EQ(request.body, "hi");
  EXPECT_EQ(request.id, "r");
  EXPECT_EQ(request.source_ip, "192.0.2.1");
  EXPECT_EQ(request.stage, "prod");
}

TEST_F(RequestOfTest, DecodesNothingTwiceInPayloadFormat1) {
  fill_from<events::ApiGatewayProxyRequest>(
      R"({"version":"1.0","resource":"/x","path":"/dev/100%25","httpMethod":"GET",)"
      R"("requestContext":{"stage":"dev"},"isBase64Encoded":false})");
  EXPECT_THAT(request.segments, ElementsAre("100%25"));
}

constexpr std::string_view kHttpEvent =
    R"({"version":"2.0","routeKey":"$default","rawPath":"/prod/a%20b",)"
    R"("rawQueryString":"tag=a&tag=b%20c","cookies":["id=7","t=x"],)"
    R"("headers":{"X-Key":"k"},"queryStringParameters":{"tag":"a,b c"},)"
    R"("requestContext":{"domainName":"DOMAIN","stage":"prod","requestId":"r",)"
    R"("http":{"method":"GET","path":"/prod/a%20b","sourceIp":"192.0.2.1"}},"isBase64Encoded":false})";

std::string http_event(std::string_view domain) {
  std::string json(kHttpEvent);
  return json.replace(json.find("DOMAIN"), 6, domain);
}

TEST_F(RequestOfTest, ReadsAnHttpApisEventWhosePathIsDecoded) {
  fill_from<events::ApiGatewayV2HttpRequest>(http_event("x.execute-api.eu-west-1.amazonaws.com"));
  EXPECT_EQ(request.api, Api::Http);
  EXPECT_EQ(request.path, "/a%20b");
  EXPECT_THAT(request.segments, ElementsAre("a%20b"));
  EXPECT_THAT(request.query, ElementsAre(Pair("tag", "a"), Pair("tag", "b c")));
  EXPECT_THAT(request.cookies, ElementsAre(Pair("id", "7"), Pair("t", "x")));
  EXPECT_EQ(request.headers.find("x-key"), "k");
  EXPECT_EQ(request.source_ip, "192.0.2.1");
}

TEST_F(RequestOfTest, DecodesTheePathOfAFunctionUrl) {
  fill_from<events::ApiGatewayV2HttpRequest>(http_event("x.lambda-url.eu-west-1.on.aws"));
  EXPECT_THAT(request.segments, ElementsAre("a b"));
}

TEST_F(RequestOfTest, ReadsAWebSocketsMessage) {
  fill_from<events::ApiGatewayWebsocketRequest>(
      R"({"requestContext":{"routeKey":"sendMessage","eventType":"MESSAGE","connectionId":"c",)"
      R"("messageDirection":"IN","stage":"prod","requestId":"r"},"body":"{}","isBase64Encoded":false})");
  EXPECT_EQ(request.api, Api::WebSocket);
  EXPECT_EQ(request.route_key, "sendMessage");
  EXPECT_EQ(request.connection_id, "c");
  EXPECT_EQ(request.body, "{}");
}

TEST_F(RequestOfTest, ReadsTheCookiesOfAWebSocketThatConnects) {
  fill_from<events::ApiGatewayWebsocketRequest>(
      R"({"headers":{"Cookie":"id=7; t=x","Host":"h"},)"
      R"("multiValueHeaders":{"Cookie":["id=7; t=x"],"Host":["h"]},)"
      R"("queryStringParameters":{"q":"1"},"multiValueQueryStringParameters":{"q":["1"]},)"
      R"("requestContext":{"routeKey":"$connect","eventType":"CONNECT","connectionId":"c",)"
      R"("messageDirection":"IN","stage":"prod","requestId":"r"},"isBase64Encoded":false})");
  EXPECT_THAT(request.cookies, ElementsAre(Pair("id", "7"), Pair("t", "x")));
  EXPECT_EQ(request.headers.find("host"), "h");
  EXPECT_EQ(request.query.find("q"), "1");
}

TEST_F(RequestOfTest, ReadsALoadBalancersEventWhichIsNotDecoded) {
  fill_from<events::AlbRequest>(
      R"({"requestContext":{"elb":{"targetGroupArn":"arn:aws:elasticloadbalancing:x"}},)"
      R"("httpMethod":"GET","path":"/a%20b","queryStringParameters":{"q%3D":"a+b"},)"
      R"("headers":{"host":"h"},"body":"","isBase64Encoded":false})");
  EXPECT_EQ(request.api, Api::LoadBalancer);
  EXPECT_FALSE(request.multi_value_headers);
  EXPECT_THAT(request.segments, ElementsAre("a b"));
  EXPECT_THAT(request.query, ElementsAre(Pair("q=", "a b")));
}

TEST_F(RequestOfTest, KnowsALoadBalancerWithListsOfHeaders) {
  fill_from<events::AlbRequest>(
      R"({"requestContext":{"elb":{"targetGroupArn":"arn:aws:elasticloadbalancing:x"}},)"
      R"("httpMethod":"GET","path":"/","multiValueQueryStringParameters":{"q":["1","2"]},)"
      R"("multiValueHeaders":{"accept":["a","b"]},"body":"","isBase64Encoded":false})");
  EXPECT_TRUE(request.multi_value_headers);
  EXPECT_THAT(request.query.all("q"), ElementsAre("1", "2"));
}

using Texts = std::map<std::string, std::string>;

/// What a user's own schema may make of requests: few members, and those required.
struct OwnRestRequest {
  struct RequestContext {
    struct Identity {
      std::string source_ip;
    };

    std::string stage;
    Identity identity;
  };

  std::string resource;
  std::string http_method;
  std::string path;
  Texts headers;
  RequestContext request_context;
  std::optional<std::string> body;
};
struct OwnHttpRequest {
  struct RequestContext {
    struct Http {
      std::string method;
    };

    Http http;
  };

  std::string raw_path;
  RequestContext request_context;
  std::vector<std::string> cookies;
  std::string body;
};
struct OwnWebSocketRequest {
  struct RequestContext {
    std::string connection_id;
    std::string route_key;
  };

  RequestContext request_context;
  std::string body;
};
struct OwnLoadBalancerRequest {
  struct RequestContext {
    int elb = 0;
  };

  std::string http_method;
  std::string path;
  RequestContext request_context;
  std::map<std::string, std::vector<std::string>> multi_value_headers;
  std::string body;
};

TEST(RequestOf, ReadsEventsOfOwnSchemas) {
  Request rest;
  const OwnRestRequest rest_event{.resource = "/a",
                                  .http_method = "GET",
                                  .path = "/a%20b",
                                  .headers = {{"cookie", "id=7"}},
                                  .request_context = {"prod", {"192.0.2.1"}},
                                  .body = {}};
  fill(rest, rest_event);
  EXPECT_THAT(rest.segments, ElementsAre("a b"));
  EXPECT_THAT(rest.cookies, ElementsAre(Pair("id", "7")));
  EXPECT_EQ(rest.source_ip, "192.0.2.1");
  Request http;
  const OwnHttpRequest http_event{
      .raw_path = "/a", .request_context = {{"PUT"}}, .cookies = {"id=7"}, .body = "hi"};
  fill(http, http_event);
  EXPECT_EQ(http.method, "PUT");
  EXPECT_THAT(http.cookies, ElementsAre(Pair("id", "7")));
  EXPECT_EQ(http.body, "hi");
  Request socket;
  const OwnWebSocketRequest socket_event{.request_context = {"c", "$default"}, .body = "hi"};
  fill(socket, socket_event);
  EXPECT_EQ(socket.route_key, "$default");
  Request balanced;
  const OwnLoadBalancerRequest balanced_event{.http_method = "GET",
                                              .path = "/",
                                              .request_context = {},
                                              .multi_value_headers = {{"x-a", {"1", "2"}}},
                                              .body = ""};
  fill(balanced, balanced_event);
  EXPECT_TRUE(balanced.multi_value_headers);
  EXPECT_THAT(balanced.headers.all("x-a"), ElementsAre("1", "2"));
}

TEST_F(RequestOfTest, ReadsFieldsWhereverTheyAre) {
  fill_from<events::ApiGatewayProxyRequest>(
      R"({"resource":"/","path":"/","httpMethod":"GET","headers":{"x-a":"1"},)"
      R"("multiValueHeaders":{},"queryStringParameters":{"q":"2"},)"
      R"("multiValueQueryStringParameters":{},"requestContext":{"stage":"test-invoke-stage",)"
      R"("resourcePath":"/"},"body":null,"isBase64Encoded":false})");
  EXPECT_THAT(request.headers, ElementsAre(Pair("x-a", "1")));
  EXPECT_THAT(request.query, ElementsAre(Pair("q", "2")));
}

}  // namespace
}  // namespace eventc::http
