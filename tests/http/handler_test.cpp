// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/handler.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <events/order_created.hpp>
#include <events/sqs_event.hpp>
#include <optional>
#include <string>
#include <vector>

namespace eventc::http {
namespace {

using events::OrderCreated;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// No text is one.
struct Unfit {
  static inline int looked_at = 0;
};

}  // namespace

template <>
struct ValueOf<Unfit> {
  static std::string expected() { return "what never comes"; }
  static std::optional<Unfit> from(std::string_view) {
    ++Unfit::looked_at;
    return std::nullopt;
  }
};

namespace {

constexpr std::string_view kOrder =
    R"({"eventType":"ORDER_CREATED","orderId":"ord_00000000","total":{"amount":1,"currency":"EUR"},)"
    R"("lines":[{"sku":"a","quantity":2}]})";

Response respond(const Handler& handler, const Request& request) {
  return handler.call(request, Context{.request_id = "r-1"});
}

TEST(Handler, TakesPartsOfTheRequestByTheTypesOfItsParameters) {
  const Handler handler = make_handler(
      [](Path<"id", int> id, Query<"limit", std::optional<int>> limit, Header<"X-Key"> key,
         Cookie<"theme", std::string> theme, const Request& request, const Context& context) {
        return std::to_string(*id + 1) + " " + std::to_string(limit->value_or(-1)) + " " +
               std::string(*key) + " " + *theme + " " + std::string(request.method) + " " +
               context.request_id;
      });
  EXPECT_THAT(handler.path_parameters, ElementsAre("id"));
  Request request;
  request.method = "GET";
  request.path_parameters.add("id", "41");
  request.headers.add("x-key", "k");
  request.cookies.add("theme", "dark");
  EXPECT_EQ(respond(handler, request).body, "42 -1 k dark GET r-1");
  request.query.add("limit", "5");
  EXPECT_EQ(respond(handler, request).body, "42 5 k dark GET r-1");
}

TEST(Handler, TakesAllValuesOfAName) {
  const Handler handler = make_handler([](const Query<"tag", std::vector<std::string>>& tags) {
    std::string all;
    for (const std::string& tag : *tags) all += tag + ";";
    return all;
  });
  Request request;
  EXPECT_EQ(respond(handler, request).body, "");
  request.query.add("tag", "a");
  request.query.add("tag", "b");
  EXPECT_EQ(respond(handler, request).body, "a;b;");
}

TEST(Handler, IsNotCalledWhereParametersDoNotFitAndAllOfThemAreTold) {
  bool is_called = false;
  const Handler handler =
      make_handler([&](Query<"limit", int>, Header<"x-key">,
                       Query<"since", std::optional<double>>) { is_called = true; });
  Request request;
  request.query.add("limit", "many");
  request.query.add("since", "nan");
  const Response response = respond(handler, request);
  EXPECT_FALSE(is_called);
  EXPECT_EQ(response.status, 400);
  EXPECT_EQ(
      response.body,
      R"({"type":"about:blank","title":"Bad Request","status":400,)"
      R"("detail":"the parameters do not fit","errors":[)"
      R"({"detail":"expected an integer from -2147483648 to 2147483647, found \"many\"","parameter":"query limit"},)"
      R"({"detail":"it is missing","parameter":"header x-key"},)"
      R"({"detail":"expected a number, found \"nan\"","parameter":"query since"}]})");
}

TEST(Handler, LooksForNoMoreThanItsSenderIsToldOf) {
  const Handler handler =
      make_handler([](const Query<"n", std::vector<Unfit>>&, Header<"x-key">) {});
  Request request;
  for (int i = 0; i < 1000; ++i) request.query.add("n", "x");
  Unfit::looked_at = 0;
  const std::string body = respond(handler, request).body;
  EXPECT_EQ(Unfit::looked_at, 50);
  EXPECT_THAT(body, HasSubstr(R"(expected what never comes, found \"x\")"));
  EXPECT_THAT(body, Not(HasSubstr("x-key"))) << "the list is full";
}

TEST(Handler, TakesTheBodyAsAnEmittedType) {
  const Handler handler =
      make_handler([](const OrderCreated& order) { return std::string(order.order_id); });
  Request request;
  request.body = kOrder;
  EXPECT_EQ(respond(handler, request).body, "ord_00000000");
}

TEST(Handler, TakesABodyThatIsNamedByAnyFunction) {
  Request request;
  request.body = kOrder;
  request.method = "POST";
  const auto by_itself = [](const auto& order) { return std::string(order.order_id); };
  EXPECT_EQ(respond(make_handler<OrderCreated>(by_itself), request).body, "ord_00000000");
  const auto with_request = [](const auto& order, const auto& http) {
    return std::string(http.method) + std::string(order.order_id);
  };
  EXPECT_EQ(respond(make_handler<OrderCreated>(with_request), request).body, "POSTord_00000000");
  const auto with_more = [](const OrderCreated& order, Query<"n", std::optional<int>> n) {
    return std::string(order.order_id) + (n->has_value() ? "?" : "");
  };
  EXPECT_EQ(respond(make_handler<OrderCreated>(with_more), request).body, "ord_00000000");
}

TEST(Handler, ListsTheViolationsOfABody) {
  const Handler handler = make_handler([](const OrderCreated&) {});
  Request request;
  request.body =
      R"({"eventType":"ORDER_CREATED","orderId":7,"total":{"amount":-1,"currency":"EUR"},"lines":[]})";
  const Response response = respond(handler, request);
  EXPECT_EQ(response.status, 400);
  EXPECT_EQ(response.body,
            R"({"type":"about:blank","title":"Bad Request","status":400,)"
            R"("detail":"the body is not a valid OrderCreated","errors":[)"
            R"({"detail":"expected a string, found a number","pointer":"#/orderId"},)"
            R"({"detail":"expected at least 0, found -1","pointer":"#/total/amount"},)"
            R"({"detail":"expected at least 1 item, found 0","pointer":"#/lines"}]})");
}

TEST(Handler, ListsRefusedParametersBesideARefusedBody) {
  const Handler handlers[] = {make_handler([](const OrderCreated&, Query<"limit", int>) {}),
                              make_handler([](Query<"limit", int>, const OrderCreated&) {})};
  for (const Handler& handler : handlers) {
    Request request;
    request.body = "{";
    const Response response = respond(handler, request);
    EXPECT_THAT(response.body, HasSubstr(R"("detail":"the body is not JSON")"));
    EXPECT_THAT(response.body, HasSubstr(R"("parameter":"query limit")"));
  }
}

TEST(Handler, TellsNoMoreThanSomeOfTheRefusedParameters) {
  const Handler handler = make_handler([](Query<"n", std::vector<int>>) {});
  Request request;
  for (int i = 0; i < 1000; ++i) request.query.add("n", "many");
  const std::string body = respond(handler, request).body;
  EXPECT_LT(body.size(), 6000u);
  EXPECT_THAT(body, HasSubstr(R"("parameter":"query n")"));
}

TEST(Handler, RefusesABodyThatIsNotJson) {
  const Handler handler = make_handler([](const OrderCreated&) {});
  Request request;
  request.body = "{";
  EXPECT_EQ(respond(handler, request).status, 400);
  EXPECT_NE(respond(handler, request).body.find("the body is not JSON"), std::string::npos);
  request.headers.add("content-type", "text/xml");
  EXPECT_EQ(respond(handler, request).status, 415);
}

TEST(Handler, SaysThatThereIsNoBody) {
  const Handler handler = make_handler([](const OrderCreated&) {});
  const Response response = respond(handler, Request());
  EXPECT_EQ(response.status, 400);
  EXPECT_NE(response.body.find("there is no body: expected OrderCreated"), std::string::npos);
}

TEST(Handler, TakesABodyOfAnyJsonMediaType) {
  const Handler handler = make_handler([](const OrderCreated&) {});
  Request request;
  request.body = kOrder;
  request.headers.add("Content-Type", "application/vnd.shop+json; charset=utf-8");
  EXPECT_EQ(respond(handler, request).status, 204);
}

TEST(Handler, TellsNoMoreThanFiftyViolations) {
  const Handler handler = make_handler([](const OrderCreated&) {});
  std::string body = R"({"lines":[)";
  for (int i = 0; i < 1000; ++i) body += "0,";
  body += "0]}";
  Request request;
  request.body = body;
  const std::string told = respond(handler, request).body;
  std::size_t count = 0;
  for (std::size_t at = 0; (at = told.find("pointer", at)) != std::string::npos; ++at) ++count;
  EXPECT_EQ(count, 50U);
}

TEST(Handler, TakesAViewAsTheBody) {
  const Handler handler = make_handler(
      [](const events::SqsEvent& event) { return std::string(event.records[0].body); });
  Request request;
  const std::string body =
      R"({"Records":[{"messageId":"1","body":"a\nb","eventSource":"aws:sqs"}]})";
  request.body = body;
  EXPECT_EQ(respond(handler, request).body, "a\nb");
}

TEST(Handler, ReturnsWhatBecomesAResponse) {
  const Request request;
  EXPECT_EQ(respond(make_handler([] {}), request).status, 204);
  EXPECT_EQ(respond(make_handler([] { return text(418, "tea"); }), request).status, 418);
  const Response json = respond(make_handler([] { return Json("[1]"); }), request);
  EXPECT_EQ(json.body, "[1]");
  EXPECT_EQ(json.headers[0].second, "application/json");
  Arena arena;
  const auto made = parse<OrderCreated>(kOrder, arena);
  ASSERT_TRUE(made);
  EXPECT_EQ(respond(make_handler([&] { return *made; }), request).body, kOrder);
}

std::string plain_function(Query<"name", std::string> name) { return "hello " + *name; }
std::string function_without_throw(const Request&) noexcept { return "quiet"; }

struct Greeting {
  std::string operator()(const Request&) const& { return greeting; }

  std::string greeting;
};

TEST(Handler, IsMadeOfAnyFunctionAndOfWhatCanOnlyBeMoved) {
  Request request;
  request.query.add("name", "Ada");
  EXPECT_EQ(respond(make_handler(plain_function), request).body, "hello Ada");
  EXPECT_EQ(respond(make_handler(&plain_function), request).body, "hello Ada");
  EXPECT_EQ(respond(make_handler(function_without_throw), request).body, "quiet");
  EXPECT_EQ(respond(make_handler(Greeting{"hi"}), request).body, "hi");
  auto owned = std::make_unique<std::string>("mine");
  const Handler handler = make_handler([owned = std::move(owned)] { return *owned; });
  EXPECT_EQ(respond(handler, request).body, "mine");
}

}  // namespace
}  // namespace eventc::http
