// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/response_of.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <events/bundle.hpp>
#include <events/order_created.hpp>
#include <stdexcept>

#include "eventc/http/handler.hpp"

namespace eventc::http {
namespace {

using testing::ElementsAre;
using testing::Pair;

static_assert(ResponseType<events::ApiGatewayProxyResponse> &&
              ResponseType<events::ApiGatewayV2HttpResponse> &&
              ResponseType<events::ApiGatewayWebsocketResponse> &&
              ResponseType<events::AlbResponse>);
static_assert(!ResponseType<events::OrderCreated> && !ResponseType<events::ApiGatewayProxyRequest>);

TEST(ResponseOf, TakesThatOfARestApi) {
  events::ApiGatewayProxyResponse typed;
  typed.status_code = 201;
  typed.headers = {{"x-a", "1"}};
  typed.multi_value_headers = {{"set-cookie", {"a=1", "b=2"}}};
  typed.body = "hi";
  const Response response = to_response(typed);
  EXPECT_EQ(response.status, 201);
  EXPECT_THAT(response.headers, ElementsAre(Pair("x-a", "1")));
  EXPECT_THAT(response.cookies, ElementsAre("a=1", "b=2"));
  EXPECT_EQ(response.body, "hi");
}

TEST(ResponseOf, TakesThatOfAnHttpApi) {
  events::ApiGatewayV2HttpResponse typed;
  typed.status_code = 200;
  typed.cookies = {"a=1"};
  typed.body = "aGk=";
  typed.is_base64_encoded = true;
  const Response response = to_response(typed);
  EXPECT_THAT(response.cookies, ElementsAre("a=1"));
  EXPECT_EQ(response.body, "hi");
  typed.body = "hi";
  EXPECT_THROW(static_cast<void>(to_response(typed)), std::domain_error);
}

TEST(ResponseOf, IsWhatAHandlerReturns) {
  const Handler handler = make_handler([] {
    events::ApiGatewayWebsocketResponse typed;
    typed.status_code = 403;
    return typed;
  });
  EXPECT_EQ(handler.call(Request(), {}).status, 403);
}

}  // namespace
}  // namespace eventc::http
