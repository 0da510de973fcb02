// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/serve.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <events/bundle.hpp>
#include <stdexcept>
#include <string>

namespace eventc::http {
namespace {

Routes votes() {
  Routes http;
  http.get("/votes/{candidate}",
           [](Path<"candidate"> candidate) { return std::string(*candidate); });
  http.websocket("$default", [](const Request& request) { return std::string(request.body); });
  return http;
}

std::string dispatch(const Router<events::Bundle>& router, std::string_view payload) {
  const Outcome outcome = router.dispatch(payload);
  return outcome.response.value_or(outcome.reason);
}

TEST(Serve, AnswersEachApiInItsShape) {
  Router<events::Bundle> router;
  serve(votes(), router);
  EXPECT_EQ(
      dispatch(router, R"({"version":"2.0","rawPath":"/votes/Ada","requestContext":)"
                       R"({"http":{"method":"GET","path":"/votes/Ada"}},"isBase64Encoded":false})"),
      R"({"statusCode":200,"headers":{"content-type":"text/plain; charset=utf-8"},"body":"Ada",)"
      R"("isBase64Encoded":false})");
  EXPECT_EQ(
      dispatch(
          router,
          R"({"resource":"/votes/{candidate}","path":"/votes/Zoe","httpMethod":"GET",)"
          R"("requestContext":{"resourcePath":"/votes/{candidate}","stage":"prod"},"body":null})"),
      R"({"statusCode":200,"headers":{"content-type":"text/plain; charset=utf-8"},"body":"Zoe",)"
      R"("isBase64Encoded":false})");
  EXPECT_EQ(
      dispatch(router,
               R"({"requestContext":{"routeKey":"x","eventType":"MESSAGE","connectionId":"c"},)"
               R"("body":"hi","isBase64Encoded":false})"),
      R"({"statusCode":200,"headers":{"content-type":"text/plain; charset=utf-8"},"body":"hi"})");
  EXPECT_EQ(
      dispatch(
          router,
          R"({"requestContext":{"elb":{"targetGroupArn":"arn:aws:elasticloadbalancing:x"}},)"
          R"("httpMethod":"GET","path":"/no","headers":{},"body":"","isBase64Encoded":false})"),
      R"({"statusCode":404,"statusDescription":"404 Not Found",)"
      R"("headers":{"content-type":"application/problem+json"},"body":)"
      R"("{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,\"detail\":)"
      R"(\"nothing is at \\\"/no\\\"\"}","isBase64Encoded":false})");
}

TEST(Serve, LeavesOtherEventsToTheRouter) {
  Router<events::Bundle> router;
  serve(votes(), router);
  bool is_called = false;
  router.on<events::SqsEvent>([&](const events::SqsEvent&) { is_called = true; });
  EXPECT_TRUE(
      router.dispatch(R"({"Records":[{"messageId":"1","body":"b","eventSource":"aws:sqs"}]})"));
  EXPECT_TRUE(is_called);
}

TEST(Serve, RefusesARouterThatHasAHandlerOfRequests) {
  Router<events::Bundle> router;
  router.on<events::AlbRequest>([](const events::AlbRequest&) {});
  EXPECT_THROW(serve(votes(), router), std::logic_error);
}

}  // namespace
}  // namespace eventc::http
