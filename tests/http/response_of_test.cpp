// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/response_of.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>
#include <events/bundle.hpp>
#include <events/order_created.hpp>
#include <stdexcept>
#include <string>

#include "eventc/http/handler.hpp"

namespace eventc::http {
namespace {

using testing::ElementsAre;
using testing::Pair;
using testing::UnorderedElementsAre;

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

TEST(ResponseOf, TakesAPairOnceThatIsInBothMembers) {
  events::AlbResponse typed;
  typed.status_code = 200;
  typed.headers = {{"Content-Type", "text/html"}, {"x-a", "1"}, {"set-cookie", "a=1"}};
  typed.multi_value_headers = {
      {"content-type", {"text/html"}}, {"set-cookie", {"a=1", "b=2"}}, {"x-a", {"2"}}};
  const Response response = to_response(typed);
  EXPECT_THAT(response.headers, UnorderedElementsAre(Pair("content-type", "text/html"),
                                                     Pair("x-a", "1"), Pair("x-a", "2")));
  EXPECT_THAT(response.cookies, ElementsAre("a=1", "b=2"));
}

TEST(ResponseOf, TakesManyFieldsInLittleTime) {
  constexpr std::size_t kMany = 20'000;
  events::ApiGatewayProxyResponse typed;
  typed.status_code = 200;
  typed.headers.emplace();
  typed.multi_value_headers.emplace();
  for (std::size_t i = 0; i < kMany; ++i) {
    const std::string name = "x-" + std::to_string(kMany + i);  // in order: quick to insert
    (*typed.headers)[name] = "1";
    (*typed.multi_value_headers)[name] = {"1", "2"};
  }
  const std::clock_t begin = std::clock();  // of the processor: others may be at work, too
  const Response response = to_response(typed);
  EXPECT_LT(std::clock() - begin, 4 * CLOCKS_PER_SEC);  // 20 s and more, were it quadratic
  EXPECT_EQ(response.headers.size(), 2 * kMany);
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

TEST(ResponseOf, DoesNotTakeANumberThatNoStatusIsForOne) {
  events::ApiGatewayV2HttpResponse typed;
  typed.status_code = (std::int64_t{1} << 32) + 200;
  EXPECT_EQ(to_response(typed).status, 1000);
  typed.status_code = -1;
  EXPECT_EQ(to_response(typed).status, 0);
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
