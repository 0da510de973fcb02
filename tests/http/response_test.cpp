// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/response.hpp"

#include <gtest/gtest.h>

#include <ctime>
#include <limits>
#include <stdexcept>
#include <string>

namespace eventc::http {
namespace {

/// As the service of an API takes it.
std::string shaped(const Response& response, Api api, bool multi_value_headers = false) {
  Request request;
  request.api = api;
  request.multi_value_headers = multi_value_headers;
  return std::string(to_service_json(response, request).text());
}

Response rich() {
  Response response = text(200, "hi");
  response.header("vary", "origin").header("Vary", "accept");
  response.cookies = {"a=1", "b=2; Secure"};
  return response;
}

TEST(Response, OfARestApiHasListsWhereANameComesTwice) {
  EXPECT_EQ(
      shaped(rich(), Api::Rest),
      R"({"statusCode":200,"headers":{"content-type":"text/plain; charset=utf-8"},)"
      R"("multiValueHeaders":{"vary":["origin","accept"],"set-cookie":["a=1","b=2; Secure"]},)"
      R"("body":"hi","isBase64Encoded":false})");
}

TEST(Response, OfAnHttpApiJoinsValuesAndListsCookies) {
  EXPECT_EQ(shaped(rich(), Api::Http),
            R"({"statusCode":200,"headers":{"content-type":"text/plain; charset=utf-8",)"
            R"("vary":"origin, accept"},"cookies":["a=1","b=2; Secure"],"body":"hi",)"
            R"("isBase64Encoded":false})");
}

TEST(Response, WithManyNamesTakesLittleTime) {
  constexpr int kMany = 50'000;
  Response response;
  for (int i = 0; i < kMany; ++i) {
    response.header("x-" + std::to_string(i), "1");
    response.header("X-" + std::to_string(i), "2");
  }
  const std::clock_t begin = std::clock();  // of the processor: others may be at work, too
  const std::string text = shaped(response, Api::Http);
  EXPECT_LT(std::clock() - begin, 4 * CLOCKS_PER_SEC);  // 20 s and more, were it quadratic
  EXPECT_TRUE(text.starts_with(R"({"statusCode":200,"headers":{"x-0":"1, 2","x-1":"1, 2",)"));
}

TEST(Response, TakesASetCookieFieldAsACookie) {
  const Response response = no_content().header("Set-Cookie", "a=1").header("set-cookie", "b=2");
  EXPECT_EQ(shaped(response, Api::Http), R"({"statusCode":204,"cookies":["a=1","b=2"]})");
}

TEST(Response, OfALoadBalancerDescribesItsStatus) {
  EXPECT_EQ(shaped(text(404, "no"), Api::LoadBalancer),
            R"({"statusCode":404,"statusDescription":"404 Not Found",)"
            R"("headers":{"content-type":"text/plain; charset=utf-8"},"body":"no",)"
            R"("isBase64Encoded":false})");
  EXPECT_EQ(shaped(rich(), Api::LoadBalancer, true),
            R"({"statusCode":200,"statusDescription":"200 OK","multiValueHeaders":{)"
            R"("content-type":["text/plain; charset=utf-8"],"vary":["origin","accept"],)"
            R"("set-cookie":["a=1","b=2; Secure"]},"body":"hi","isBase64Encoded":false})");
}

TEST(Response, OfALoadBalancerCannotHaveSeveralCookiesWithoutLists) {
  EXPECT_THROW(shaped(rich(), Api::LoadBalancer), std::domain_error);
  EXPECT_NE(shaped(Response{.cookies = {"a=1"}}, Api::LoadBalancer).find(R"("set-cookie":"a=1")"),
            std::string::npos);
}

TEST(Response, OfALoadBalancerHasAllMembersButTheBody) {
  EXPECT_EQ(shaped(no_content(), Api::LoadBalancer),
            R"({"statusCode":204,"statusDescription":"204 No Content","headers":{},)"
            R"("isBase64Encoded":false})");
  EXPECT_EQ(shaped(no_content(), Api::LoadBalancer, true),
            R"({"statusCode":204,"statusDescription":"204 No Content","multiValueHeaders":{},)"
            R"("isBase64Encoded":false})");
}

TEST(Response, OfAWebSocketIsText) {
  EXPECT_EQ(shaped({.body = "hi"}, Api::WebSocket), R"({"statusCode":200,"body":"hi"})");
  EXPECT_THROW(shaped({.body = "\xFF"}, Api::WebSocket), std::domain_error);
}

TEST(Response, DoesNotGoOutWhereItsHeadIsNotOfHttp) {
  const Response refused[] = {redirect(303, "/a\r\nSet-Cookie: b=c"),
                              no_content().header("x-a", "b\n"),
                              no_content().header("x-a", std::string("b\0", 2)),
                              no_content().header("x-a", "\x01"),
                              no_content().header("x-a", "b\x7F"),
                              no_content().header("x a", "b"),
                              no_content().header("", "b"),
                              no_content().header("set-cookie", "a=1\r\nx-b: c"),
                              Response{.status = 99},
                              Response{.status = 101},
                              Response{.status = 600}};
  for (const Response& response : refused) {
    for (const Api api : {Api::Rest, Api::Http, Api::WebSocket, Api::LoadBalancer})
      EXPECT_THROW(shaped(response, api), std::domain_error);
    EXPECT_THROW(static_cast<void>(to_prelude(response)), std::domain_error);
  }
  EXPECT_NO_THROW(shaped(no_content().header("x!#$%&'*+-.^_`|~9", "\t\xC3\xA4 \""), Api::Http));
}

TEST(Response, GoesOutInBase64WhereItIsNotUtf8) {
  EXPECT_EQ(shaped({.body = "\xFF\x01"}, Api::Http),
            R"({"statusCode":200,"body":"/wE=","isBase64Encoded":true})");
}

TEST(Response, WithoutABodyHasNone) {
  EXPECT_EQ(shaped(no_content(), Api::Rest), R"({"statusCode":204})");
  EXPECT_EQ(shaped(redirect(303, "/here"), Api::Http),
            R"({"statusCode":303,"headers":{"location":"/here"}})");
}

TEST(Response, EscapesWhatTextsHold) {
  EXPECT_EQ(shaped({.body = "\"\n\\"}, Api::WebSocket), R"({"statusCode":200,"body":"\"\n\\"})");
}

TEST(ReasonPhrase, IsEmptyForAStatusWithoutAName) {
  EXPECT_EQ(reason_phrase(200), "OK");
  EXPECT_EQ(reason_phrase(511), "Network Authentication Required");
  EXPECT_EQ(reason_phrase(299), "");
  EXPECT_EQ(reason_phrase(0), "");
  EXPECT_EQ(reason_phrase(999), "");
}

}  // namespace
}  // namespace eventc::http
