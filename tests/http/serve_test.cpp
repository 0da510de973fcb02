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

std::string streamed(const Outcome& outcome) {
  std::string text;
  if (outcome.stream) outcome.stream->body([&](std::string_view bytes) { text += bytes; });
  return text;
}

TEST(Serve, KeepsARequestAsLongAsItsStream) {
  Routes http;
  http.post("/votes/{candidate}",
            [](Path<"candidate"> candidate, Query<"why"> why, const events::SqsEvent& body) {
              const std::string_view first = body.records[0].body;
              return Response{.stream = [=, to = *candidate, why = *why](const Write& write) {
                for (const std::string_view text : {to, why, first}) write(text);
              }};
            });
  Router<events::Bundle> router;
  serve(std::move(http), router);
  const auto payload = [](std::string_view encoded, std::string_view escaped) {
    return R"({"version":"2.0","rawPath":"/votes/)" + std::string(encoded) +
           R"(","rawQueryString":"why=)" + std::string(encoded) +
           R"(","requestContext":{"domainName":"x.lambda-url.eu-west-1.on.aws",)"
           R"("http":{"method":"POST","path":"/"}},"isBase64Encoded":false,)"
           R"("body":"{\"Records\":[{\"messageId\":\"1\",\"eventSource\":\"aws:sqs\",)"
           R"(\"body\":\")" +
           std::string(escaped) + R"(\"}]}"})";
  };
  // The second would take the memory that the first had given back.
  const std::string first = payload("%41da", R"(\\u0041)");
  const std::string second = payload("%5Aoe", R"(\\u005A)");
  Arena arenas[2];
  const Outcome outcomes[] = {router.dispatch(first, arenas[0]),
                              router.dispatch(second, arenas[1])};
  EXPECT_EQ(streamed(outcomes[0]), "AdaAdaA") << outcomes[0].response.value_or("");
  EXPECT_EQ(streamed(outcomes[1]), "ZoeZoeZ") << outcomes[1].response.value_or("");
}

TEST(Serve, KeepsAnEventThatOwnsItsTextAsLongAsItsStream) {
  Routes http;
  http.get("/votes/{candidate}",
           [](Path<"candidate"> candidate, Header<"why"> why, const Request& request) {
             return Response{.stream = [to = *candidate, why = *why, &request](const Write& write) {
               for (const std::string_view text : {to, why, request.body}) write(text);
             }};
           });
  using Event = Owned<events::ApiGatewayV2HttpRequest>;
  Result<Event> event = parse<Event>(
      R"({"version":"2.0","rawPath":"/votes/Ada","headers":{"why":"first"},"requestContext":)"
      R"({"domainName":"x.lambda-url.eu-west-1.on.aws","http":{"method":"GET","path":"/"}},)"
      R"("body":"hi","isBase64Encoded":false})");
  ASSERT_TRUE(event) << event.error().to_string();
  const Routes::Answer answered = answer(http, *event, {});
  event->raw_path = "/votes/Zoe";
  event->headers->begin()->second = "other";
  event->body = "no";
  std::string text;
  std::get<ResponseStream>(answered).body([&](std::string_view bytes) { text += bytes; });
  EXPECT_EQ(text, "Adafirsthi");
}

TEST(Serve, CollectsAStreamForAnHttpApi) {
  Routes http;
  http.get("/", [] { return Response{.stream = [](const Write& write) { write("all"); }}; });
  Router<events::Bundle> router;
  serve(std::move(http), router);
  for (const auto* const payload :
       {R"({"version":"2.0","rawPath":"/","requestContext":{"domainName":)"
        R"("x.execute-api.eu-west-1.amazonaws.com","http":{"method":"GET","path":"/"}},)"
        R"("isBase64Encoded":false})",
        R"({"version":"1.0","resource":"/","path":"/","httpMethod":"GET",)"
        R"("requestContext":{"stage":"$default"},"isBase64Encoded":false})"})
    EXPECT_EQ(dispatch(router, payload),
              R"({"statusCode":200,"body":"all","isBase64Encoded":false})");
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
