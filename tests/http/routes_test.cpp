// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/routes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <events/order_created.hpp>
#include <stdexcept>
#include <string>

#include "eventc/http/problem.hpp"
#include "refusal.hpp"

namespace eventc::http {
namespace {

using test::refusal;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;

Response ask(const Routes& routes, std::string_view method, std::string_view path,
             std::string_view origin = {}) {
  Request request;
  request.method = method;
  set_path(request, path, {}, Encoding::Percent);
  if (!origin.empty()) request.headers.add("origin", origin);
  return routes.respond(request, {});
}

/// The JSON text of an answer.
std::string text_of(const Routes::Answer& answer) {
  return std::string(std::get<Json>(answer).text());
}

TEST(Routes, BringARequestToTheHandlerOfItsMethodAndPath) {
  Routes http;
  http.get("/users/{id}", [](Path<"id"> id) { return "get " + std::string(*id); });
  http.put("/users/{name}", [](Path<"name"> name) { return "put " + std::string(*name); });
  http.get("/files/{path+}", [](Path<"path"> path) { return std::string(*path); });
  EXPECT_EQ(ask(http, "GET", "/users/a%2Fb").body, "get a/b");
  EXPECT_EQ(ask(http, "PUT", "/users/7/").body, "put 7");
  EXPECT_EQ(ask(http, "GET", "/files/a%20b/c/d").body, "a b/c/d");
}

TEST(Routes, FindAPathHoweverItAndItsTemplateAreEncoded) {
  Routes http;
  http.get("/caf%C3%A9", [] { return std::string("open"); });
  http.get("/a b", [] { return std::string("plain"); });
  for (const char* const path : {"/caf%C3%A9", "/caf%c3%a9", "/caf\xC3\xA9", "/%63af%C3%A9"})
    EXPECT_EQ(ask(http, "GET", path).body, "open") << path;
  EXPECT_EQ(ask(http, "GET", "/a%20b").body, "plain");
  EXPECT_EQ(ask(http, "GET", "/caf%25C3%25A9").status, 404) << "decoded twice";
  EXPECT_EQ(refusal([&] { http.get("/a%20b", [] {}); }), "route GET /a%20b: there is one already");
}

TEST(Routes, RefuseAParameterThatIsNotUtf8) {
  Routes http;
  http.get("/users/{id}", [](Path<"id"> id) { return std::string(*id); });
  const Response response = ask(http, "GET", "/users/%FFa");
  EXPECT_EQ(response.status, 400);
  EXPECT_THAT(response.body, HasSubstr(R"(expected text in UTF-8, found \"\\xFFa\")"));
}

TEST(Routes, LookForTheMethodOnLessSpecificPathsToo) {
  Routes http;
  http.get("/users/me", [] { return std::string("me"); });
  http.post("/users/{id}", [](Path<"id"> id) { return std::string(*id); });
  http.any("/{all+}", [](const Request& request) { return std::string(request.method); });
  EXPECT_EQ(ask(http, "POST", "/users/me").body, "me");
  EXPECT_EQ(ask(http, "DELETE", "/users/me").body, "DELETE");
}

TEST(Routes, AllowTheMethodsOfAllTemplatesThatThePathFits) {
  Routes http;
  http.get("/users/me", [] {});
  http.put("/users/{id}", [] {});
  http.del("/users/{path+}", [] {});
  http.cors({});
  EXPECT_THAT(ask(http, "POST", "/users/me").headers,
              Contains(Pair("allow", "DELETE, GET, HEAD, OPTIONS, PUT")));
  EXPECT_THAT(ask(http, "OPTIONS", "/users/you").headers,
              Contains(Pair("allow", "DELETE, OPTIONS, PUT")));
}

TEST(Routes, AnswerServerErrorForAHeadThatIsNotOfHttp) {
  Routes http;
  http.get("/to/{place}", [](Path<"place"> place) { return redirect(303, *place); });
  http.get("/stream/{place}", [](Path<"place"> place) {
    Response response = redirect(303, *place);
    response.stream = [](const Write&) {};
    return response;
  });
  std::string reported;
  http.on_exception([&](const std::exception& error, const Request&) { reported = error.what(); });
  for (const auto* const path : {"/to/a%0D%0Ab", "/stream/a%0D%0Ab"}) {
    Request request;
    request.takes_stream = true;
    request.method = "GET";
    set_path(request, path, {}, Encoding::Percent);
    EXPECT_THAT(text_of(http.answer(request, {})), HasSubstr(R"("statusCode":500)"));
    EXPECT_EQ(reported, R"(the response's field "location" has a control character in its value)");
  }
}

TEST(Routes, AnswerNotFoundAndMethodNotAllowed) {
  Routes http;
  http.get("/votes", [] {}).post("/votes", [] {});
  const Response nowhere = ask(http, "GET", "/vote");
  EXPECT_EQ(nowhere.status, 404);
  EXPECT_THAT(nowhere.body, HasSubstr(R"(nothing is at \"/vote\")"));
  const Response wrong = ask(http, "PUT", "/votes");
  EXPECT_EQ(wrong.status, 405);
  EXPECT_THAT(wrong.headers, Contains(Pair("allow", "GET, HEAD, OPTIONS, POST")));
}

TEST(Routes, AnswerHeadAndOptionsByThemselves) {
  Routes http;
  http.get("/votes", [] { return std::string("counts"); });
  http.any("/any", [] {});
  const Response head = ask(http, "HEAD", "/votes");
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.body, "");
  EXPECT_EQ(head.headers.size(), 1U);
  const Response options = ask(http, "OPTIONS", "/votes");
  EXPECT_EQ(options.status, 204);
  EXPECT_THAT(options.headers, Contains(Pair("allow", "GET, HEAD, OPTIONS")));
}

TEST(Routes, SendNoContentWithAStatusThatHasNone) {
  Routes http;
  http.get("/{status}", [](Path<"status", int> status) {
    return Response{.status = *status, .body = "x", .stream = [](const Write&) {}};
  });
  for (const auto* const path : {"/204", "/205", "/304"}) {
    const Response response = ask(http, "GET", path);
    EXPECT_EQ(response.body, "") << path;
    EXPECT_FALSE(response.stream) << path;
  }
  EXPECT_EQ(ask(http, "GET", "/404").body, "x");
}

TEST(Routes, LeaveOptionsToAHandlerOfItsOwn) {
  Routes http;
  http.add("OPTIONS", "/votes", make_handler([] { return std::string("mine"); }));
  EXPECT_EQ(ask(http, "OPTIONS", "/votes").body, "mine");
}

TEST(Routes, AnswerWhatAHandlerThrowsWithoutAWordOfIt) {
  Routes http;
  http.get("/fails", []() -> Response { throw std::runtime_error("password is hunter2"); });
  http.get("/odd", []() -> Response { throw 7; });
  std::vector<std::string> seen;
  http.on_exception([&](const std::exception& exception, const Request& request) {
    seen.push_back(std::string(request.path) + ": " + exception.what());
  });
  const Response failed = ask(http, "GET", "/fails");
  EXPECT_EQ(failed.status, 500);
  EXPECT_THAT(failed.body, Not(HasSubstr("hunter2")));
  EXPECT_EQ(ask(http, "GET", "/odd").status, 500);
  EXPECT_THAT(seen, testing::ElementsAre("/fails: password is hunter2",
                                         "/odd: a value of type int was thrown"));
}

TEST(Routes, PrintWhatAHandlerThrowsWhereNobodyElseSeesIt) {
  Routes http;
  http.get("/fails", []() -> Response { throw std::runtime_error("broken"); });
  testing::internal::CaptureStderr();
  EXPECT_EQ(ask(http, "GET", "/fails").status, 500);
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "eventc: GET /fails: broken\n");
}

TEST(Routes, PrintWhatAHandlerThrowsWhereTheObserverThrowsItself) {
  Routes http;
  http.get("/fails", []() -> Response { throw std::runtime_error("broken"); });
  http.on_exception(
      [](const std::exception&, const Request&) { throw std::runtime_error("no log"); });
  testing::internal::CaptureStderr();
  EXPECT_EQ(ask(http, "GET", "/fails").status, 500);
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            "eventc: GET /fails: broken; its observer threw: no log\n");
}

TEST(Routes, AnswerWhatAHandlerMeansForTheSender) {
  Routes http;
  http.get("/gone", []() -> Response { throw ProblemError(410, "the vote is over"); });
  const Response response = ask(http, "GET", "/gone");
  EXPECT_EQ(response.status, 410);
  EXPECT_THAT(response.body, HasSubstr("the vote is over"));
}

TEST(Routes, ReadBodiesWithTheirOptions) {
  Routes http(Options{.max_size = 3});
  http.post("/", [](const events::OrderCreated&) {});
  Request request;
  request.method = "POST";
  request.body = "{   }";
  EXPECT_EQ(http.respond(request, {}).status, 413);
}

TEST(Routes, RefuseABrokenBody) {
  Routes http;
  http.post("/", [] {});
  Request request;
  request.method = "POST";
  set_body(request, "?", true);
  EXPECT_EQ(http.respond(request, {}).status, 400);
}

TEST(Routes, AddCorsHeadersToAllAnswersErrorsIncluded) {
  Routes http;
  http.get("/votes", [] {}).cors({});
  const auto allows_any = Contains(Pair("access-control-allow-origin", "*"));
  for (const auto* const path : {"/votes", "/nowhere"})
    EXPECT_THAT(ask(http, "GET", path, "https://a.example").headers, allows_any) << path;
  EXPECT_THAT(ask(http, "PUT", "/votes", "https://a.example").headers, allows_any);
}

/// The answer to the question whether a page may send `method`.
Response ask_before(const Routes& routes, std::string_view method, std::string_view path) {
  Request request;
  request.method = "OPTIONS";
  set_path(request, path, {}, Encoding::Plain);
  request.headers.add("Origin", "https://a.example");
  request.headers.add("Access-Control-Request-Method", method);
  return routes.respond(request, {});
}

TEST(Routes, AnswerPreflightsBeforeHandlers) {
  Routes http;
  http.post("/votes", [] {}).any("/any", [] {}).cors({});
  for (const auto& [path, methods] :
       {std::pair("/votes", "OPTIONS, POST"),
        std::pair("/any", "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT")}) {
    const Response response = ask_before(http, "POST", path);
    EXPECT_EQ(response.status, 204) << path;
    EXPECT_THAT(response.headers, Contains(Pair("access-control-allow-methods", methods)));
    EXPECT_THAT(response.headers, Contains(Pair("access-control-allow-origin", "*")));
  }
}

TEST(Routes, AllowAMethodOfOnesOwnInAPreflightWhereAnyIsTaken) {
  Routes http;
  http.get("/votes", [] {}).any("/any", [] {}).cors({});
  const auto methods = [&](std::string_view method, std::string_view path) {
    for (const auto& [name, value] : ask_before(http, method, path).headers)
      if (name == "access-control-allow-methods") return value;
    return std::string("none");
  };
  EXPECT_EQ(methods("PURGE", "/any"), "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PURGE, PUT");
  EXPECT_EQ(methods("PURGE", "/votes"), "GET, HEAD, OPTIONS");
  for (const std::string_view none : {"", "*", "A, B", "A\r\nX: y", "\xFF"})
    EXPECT_EQ(methods(none, "/any"), "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT") << none;
}

TEST(Routes, AnswerAPreflightThatAsksForWhatNoFieldsAre) {
  Routes http;
  http.get("/", [] {}).cors({});
  for (const std::string_view asked : {"x-a\r\nx-b: c", "x a", "x-a,\x01", "\xFF"}) {
    Request request;
    request.method = "OPTIONS";
    request.headers.add("Origin", "https://a.example");
    request.headers.add("Access-Control-Request-Method", "GET");
    request.headers.add("Access-Control-Request-Headers", asked);
    const std::string answer = text_of(http.answer(request, {}));
    EXPECT_THAT(answer, HasSubstr(R"("statusCode":204)")) << asked;
    EXPECT_THAT(answer, Not(HasSubstr("allow-headers"))) << asked;
  }
}

TEST(Routes, BringMessagesOfAWebSocketToTheirRoutes) {
  Routes http;
  http.websocket("sendMessage", [](const Request& request) { return std::string(request.body); });
  http.websocket("$default", [] { return std::string("what?"); });
  const auto send = [&](std::string_view route_key) {
    Request request;
    request.api = Api::WebSocket;
    request.route_key = route_key;
    request.body = "hi";
    return http.respond(request, {});
  };
  EXPECT_EQ(send("sendMessage").body, "hi");
  EXPECT_EQ(send("other").body, "what?");
}

TEST(Routes, LetAWebSocketConnectWithoutARoute) {
  Request request;
  request.api = Api::WebSocket;
  request.route_key = "$connect";
  EXPECT_EQ(Routes().respond(request, {}).status, 200);
  request.route_key = "sendMessage";
  EXPECT_EQ(Routes().respond(request, {}).status, 404);
}

TEST(Routes, CutABasePathOffWhereItStands) {
  Routes http;
  http.get("/votes/{id}", [](Path<"id"> id) { return std::string(*id); }).base_path("/api/v1/");
  EXPECT_EQ(ask(http, "GET", "/api/v1/votes/7").body, "7");
  EXPECT_EQ(ask(http, "GET", "/votes/7").body, "7");
  EXPECT_EQ(ask(http, "GET", "/api/votes/7").status, 404);
  EXPECT_EQ(refusal([&] { http.base_path("/{stage}"); }),
            "base path \"/{stage}\": it has no parameters");
}

TEST(Routes, RefuseWhatMakesNoSense) {
  Routes http;
  http.get("/users/{id}", [] {});
  EXPECT_EQ(refusal([&] { http.get("/users/{name}", [] {}); }),
            "route GET /users/{name}: there is one already");
  EXPECT_EQ(refusal([&] { http.get("/votes/{id}", [](Path<"name">) {}); }),
            "route GET /votes/{id}: its handler takes {name}, which the path does not have");
  EXPECT_EQ(refusal([&] { http.add("get", "/", make_handler([] {})); }),
            "route get /: methods are written in capitals: case matters in HTTP");
  for (const std::string_view method : {"", "G T", "GET\r\n", "\xC3\x84"})
    EXPECT_THAT(refusal([&] { http.add(method, "/", make_handler([] {})); }),
                HasSubstr("a method is a token of HTTP, as GET, or * for any"))
        << method;
  EXPECT_EQ(refusal([&] { http.websocket("a", [](Path<"id">) {}); }),
            "route websocket a: a WebSocket's route has no path parameters");
  EXPECT_EQ(refusal([&] { http.cors({.credentials = true}); }),
            "CORS: with credentials \"*\" is no wildcard: name the sites in `origins`");
}

Response counting() {
  Response response = text(200, "");
  response.stream = [](const Write& write) {
    write("one ");
    write("two");
  };
  return response;
}

TEST(Routes, GiveAStreamWhereTheApiTakesOne) {
  Routes http;
  http.get("/", counting);
  for (const Api api : {Api::Rest, Api::Http}) {
    Request request;
    request.api = api;
    request.takes_stream = true;
    request.method = "GET";
    const Routes::Answer answer = http.answer(request, {});
    const auto* const stream = std::get_if<ResponseStream>(&answer);
    ASSERT_NE(stream, nullptr);
    EXPECT_EQ(stream->prelude,
              R"({"statusCode":200,"headers":{"content-type":"text/plain; charset=utf-8"}})");
    std::string body;
    stream->body([&](std::string_view bytes) { body += bytes; });
    EXPECT_EQ(body, "one two");
  }
}

TEST(Routes, CollectAStreamWhereTheApiTakesNone) {
  Routes http;
  http.get("/", counting);
  Request request;
  request.api = Api::LoadBalancer;
  request.method = "GET";
  EXPECT_THAT(text_of(http.answer(request, {})), HasSubstr(R"("body":"one two")"));
}

/// What on_exception() gets to see of a request to a load balancer, which is answered 500.
std::string seen_failure(Routes http) {
  std::string seen;
  http.on_exception(
      [&](const std::exception& exception, const Request&) { seen = exception.what(); });
  Request request;
  request.api = Api::LoadBalancer;
  request.method = "GET";
  EXPECT_THAT(text_of(http.answer(request, {})), HasSubstr(R"("statusCode":500)"));
  return seen;
}

TEST(Routes, AnswerWhateverAStreamThrowsWhileItIsCollectedAsAnError) {
  const auto streaming = [](std::function<void(const Write&)> stream) {
    Routes http;
    http.get("/", [stream = std::move(stream)] { return Response{.stream = stream}; });
    return http;
  };
  EXPECT_EQ(seen_failure(streaming([](const Write&) { throw std::runtime_error("torn"); })),
            "torn");
  EXPECT_EQ(seen_failure(streaming([](const Write&) { throw 7; })),
            "a value of type int was thrown");
}

TEST(Routes, PrintWhatWasThrownOnOneLine) {
  Routes http;
  http.get("/", [] { throw std::runtime_error("no \"x\"\n2026-01-01 forged"); });
  testing::internal::CaptureStderr();
  static_cast<void>(ask(http, "GET", "/"));
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            "eventc: GET /: no \"x\"\\x0A2026-01-01 forged\n");
}

TEST(Routes, StreamNothingToHead) {
  Routes http;
  http.get("/", counting);
  Request request;
  request.method = "HEAD";
  EXPECT_THAT(text_of(http.answer(request, {})), testing::Not(HasSubstr("body")));
}

TEST(Routes, AnswerAResponseThatItsServiceCannotTakeAsAnError) {
  Routes http;
  http.get("/", [] { return Response{.cookies = {"a=1", "b=2"}}; });
  EXPECT_THAT(seen_failure(std::move(http)), HasSubstr("several cookies"));
}

}  // namespace
}  // namespace eventc::http
