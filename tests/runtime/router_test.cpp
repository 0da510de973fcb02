// SPDX-License-Identifier: Apache-2.0
#include "eventc/router.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <limits>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "refusal.hpp"
#include "runtime/sample_shop.hpp"

namespace eventc {
namespace {

using shop::Order;
using shop::Receipt;
using shop::Refund;
using ShopRouter = Router<shop::Bundle>;

constexpr std::string_view kOrder = R"({"type": "ORDER", "id": "o-1"})";
constexpr std::string_view kRefund = R"({"type": "REFUND", "amount": 5})";
constexpr std::string_view kBadRefund = R"({"type": "REFUND", "amount": "5"})";

/// What an outcome says, in one line.
std::string show(const Outcome& outcome) {
  constexpr std::string_view kKinds[] = {"handled", "unhandled", "malformed", "invalid",
                                         "response failed"};
  std::string text(kKinds[static_cast<std::size_t>(outcome.kind)]);
  if (!outcome.event.empty()) text += " " + std::string(outcome.event);
  if (!outcome.reason.empty()) text += ": " + outcome.reason;
  if (outcome.response) text += " -> " + *outcome.response;
  return text;
}

TEST(Router, BringsEachEventToItsHandler) {
  ShopRouter router;
  std::string calls;
  router.on<Order>([&](const Order& order) { calls += "order " + order.id + ";"; });
  router.on<Refund>(
      [&](const Refund& refund) { calls += "refund " + std::to_string(refund.amount) + ";"; });
  EXPECT_EQ(show(router.dispatch(kRefund)), "handled Refund");
  EXPECT_EQ(show(router.dispatch(kOrder)), "handled Order");
  EXPECT_EQ(calls, "refund 5;order o-1;");
}

TEST(Router, GivesTheHandlerTheContext) {
  ShopRouter router;
  const auto deadline = std::chrono::system_clock::now() + std::chrono::hours(1);
  std::string seen;
  router.on<Order>([&](const Order& order, const Context& context) {
    seen = order.id + " " + context.request_id + " " + context.attributes.at("tenant");
    EXPECT_EQ(context.deadline, deadline);
    EXPECT_LE(*context.time_left(), std::chrono::hours(1));
    EXPECT_GT(*context.time_left(), std::chrono::minutes(59));
  });
  const Outcome outcome = router.dispatch(
      kOrder, {.request_id = "r-7", .deadline = deadline, .attributes = {{"tenant", "north"}}});
  EXPECT_TRUE(outcome);
  EXPECT_EQ(seen, "o-1 r-7 north");
  EXPECT_EQ(Context().time_left(), std::nullopt);
}

TEST(Router, WritesWhatAHandlerReturns) {
  ShopRouter router;
  router.on<Order>([](const Order&) { return Receipt{12.5}; });
  router.on<Refund>([](Refund, const Context&) { return Json("[1, 2]"); });
  EXPECT_EQ(show(router.dispatch(kOrder)), R"(handled Order -> {"total":12.5})");
  EXPECT_EQ(show(router.dispatch(kRefund)), "handled Refund -> [1, 2]");
}

TEST(Router, HandsOnAResponseThatIsStillToBeMade) {
  ShopRouter router;
  router.on<Order>([](const Order& order) {
    return ResponseStream{.content_type = "text/plain",
                          .body = [id = order.id](const Write& write) { write(id); }};
  });
  const Outcome outcome = router.dispatch(kOrder);
  EXPECT_TRUE(outcome);
  EXPECT_FALSE(outcome.response);
  ASSERT_TRUE(outcome.stream);
  EXPECT_EQ(outcome.stream->content_type, "text/plain");
  std::string body;
  outcome.stream->body([&body](std::string_view piece) { body += piece; });
  EXPECT_NE(body, "");
  EXPECT_NE(std::string(kOrder).find("\"" + body + "\""), std::string::npos) << body;
}

TEST(Router, TellsAResponseThatNoJsonCanExpress) {
  ShopRouter router;
  router.on<Order>([](const Order&) { return Receipt{std::numeric_limits<double>::quiet_NaN()}; });
  const Outcome outcome = router.dispatch(kOrder);
  EXPECT_EQ(outcome.kind, Outcome::Kind::ResponseFailed);
  EXPECT_FALSE(outcome);
  EXPECT_FALSE(outcome.response);
  ASSERT_TRUE(outcome.error);
  EXPECT_EQ(outcome.error->kind, ErrorKind::NotRepresentable);
  EXPECT_EQ(outcome.reason, "the response cannot be written: " + outcome.error->to_string());
}

TEST(Router, TellsAnEventWithoutAHandler) {
  ShopRouter router;
  router.on<Order>([](const Order&) {});
  EXPECT_EQ(show(router.dispatch(kRefund)), "unhandled Refund: no handler for Refund");
  // It is not parsed: nobody asked for it.
  EXPECT_EQ(show(router.dispatch(kBadRefund)), "unhandled Refund: no handler for Refund");
}

TEST(Router, TellsAPayloadThatIsNoEventOfTheBundle) {
  ShopRouter router;
  for (const std::string_view text : {"{}", "[]", "17", R"({"type": "OTHER"})"}) {
    EXPECT_EQ(show(router.dispatch(text)), "unhandled: none of the known events: Order, Refund")
        << text;
  }
}

TEST(Router, TellsAMalformedPayload) {
  ShopRouter router;
  router.on<Order>([](const Order&) { FAIL(); });
  for (const std::string_view text :
       {"", "{", R"({"id": "o-1")", "{} {}", R"({"type": "ORDER", "id": "o-1"} 2)",
        R"({"type": "REFUND")"}) {
    const Outcome outcome = router.dispatch(text);
    EXPECT_EQ(outcome.kind, Outcome::Kind::Malformed) << text;
    ASSERT_TRUE(outcome.error) << text;
    EXPECT_EQ(outcome.error->kind, ErrorKind::NotJson) << text;
    EXPECT_EQ(outcome.reason, "not JSON: " + outcome.error->to_string());
  }
  EXPECT_EQ(router.dispatch(R"({"type": "ORDER", "id": "o-1"} 2)").error->column, 32U);
}

TEST(Router, TellsAPayloadOverALimit) {
  ShopRouter router(Options{.max_size = 10});
  router.on<Order>([](const Order&) { FAIL(); });
  const Outcome outcome = router.dispatch(kOrder);
  EXPECT_EQ(outcome.kind, Outcome::Kind::Malformed);
  ASSERT_TRUE(outcome.error);
  EXPECT_EQ(outcome.error->kind, ErrorKind::Limit);
  EXPECT_EQ(outcome.reason, "over a limit: " + outcome.error->to_string());
}

TEST(Router, TellsAnInvalidEvent) {
  ShopRouter router;
  router.on<Refund>([](const Refund&) { FAIL(); });
  const Outcome outcome = router.dispatch(kBadRefund);
  EXPECT_EQ(outcome.kind, Outcome::Kind::Invalid);
  EXPECT_EQ(outcome.event, "Refund");
  ASSERT_TRUE(outcome.error);
  EXPECT_EQ(outcome.error->instance_location, "/amount");
  EXPECT_EQ(outcome.reason, "not a valid Refund: " + outcome.error->to_string());
}

TEST(Router, TakesAValueThatItsTypeCannotHoldForInvalid) {
  ShopRouter router;
  router.on<Refund>([](const Refund&) { FAIL(); });
  const Outcome outcome = router.dispatch(R"({"type": "REFUND", "amount": 9223372036854775808})");
  EXPECT_EQ(outcome.kind, Outcome::Kind::Invalid);
  ASSERT_TRUE(outcome.error);
  EXPECT_EQ(outcome.error->kind, ErrorKind::NotRepresentable);
}

TEST(Router, CallsTheFallbackForWhatIsWrong) {
  ShopRouter router;
  router.on<Refund>([](const Refund&) {});
  router.otherwise([](const Unhandled& it) {
    EXPECT_EQ(it.known_events, "Order, Refund");
    return Json("\"" + it.reason() + "\"");
  });
  router.on_malformed([](const Malformed& it, const Context& context) {
    EXPECT_EQ(it.error.kind, ErrorKind::NotJson);
    return Json("\"" + context.request_id + " " + std::string(it.payload) + "\"");
  });
  router.on_invalid([](const Invalid& it) {
    EXPECT_EQ(it.payload, kBadRefund);
    return Json("\"" + std::string(it.event) + it.error.instance_location + "\"");
  });
  EXPECT_EQ(router.dispatch("{}").response, R"("none of the known events: Order, Refund")");
  EXPECT_EQ(router.dispatch(kOrder).response, R"("no handler for Order")");
  EXPECT_EQ(router.dispatch("[", {.request_id = "r"}).response, R"("r [")");
  EXPECT_EQ(router.dispatch(kBadRefund).response, R"("Refund/amount")");
  EXPECT_EQ(router.dispatch(kBadRefund).kind, Outcome::Kind::Invalid);
  EXPECT_EQ(show(router.dispatch(kRefund)), "handled Refund");
}

TEST(Router, KeepsTheReasonWhenTheFallbacksResponseFails) {
  ShopRouter router;
  router.otherwise(
      [](const Unhandled&) { return Receipt{std::numeric_limits<double>::infinity()}; });
  const Outcome outcome = router.dispatch(kOrder);
  EXPECT_EQ(outcome.kind, Outcome::Kind::Unhandled);
  EXPECT_FALSE(outcome.response);
  EXPECT_TRUE(outcome.reason.starts_with("no handler for Order; the response cannot be written: "));
}

TEST(Router, RefusesASecondHandler) {
  ShopRouter router;
  const auto refusal_of_second = [](const auto& set) {
    set();
    return test::refusal(set);
  };
  EXPECT_EQ(refusal_of_second([&] { router.on<Order>([](const Order&) {}); }),
            "eventc::Router: Order has a handler already");
  EXPECT_EQ(refusal_of_second([&] { router.otherwise([](const Unhandled&) {}); }),
            "eventc::Router: otherwise() has a handler already");
  EXPECT_EQ(refusal_of_second([&] { router.on_malformed([](const Malformed&) {}); }),
            "eventc::Router: on_malformed() has a handler already");
  EXPECT_EQ(refusal_of_second([&] { router.on_invalid([](const Invalid&) {}); }),
            "eventc::Router: on_invalid() has a handler already");
}

TEST(Router, LetsExceptionsPass) {
  ShopRouter router;
  router.on<Order>([](const Order&) { throw std::runtime_error("sold out"); });
  EXPECT_THROW(static_cast<void>(router.dispatch(kOrder)), std::runtime_error);
}

void count(const Order&) {}

TEST(Router, TakesFunctionsAndMoveOnlyHandlersAndChains) {
  auto calls = std::make_unique<int>(0);
  int* const seen = calls.get();
  ShopRouter router;
  router.on<Order>(count).on<Refund>(
      [calls = std::move(calls)](const Refund&) mutable { ++*calls; });
  const ShopRouter copy = router;
  EXPECT_TRUE(router.dispatch(kRefund));
  EXPECT_TRUE(copy.dispatch(kRefund));
  EXPECT_TRUE(copy.dispatch(kOrder));
  EXPECT_EQ(*seen, 2);
}

static_assert(!shop::Bundle::Events::contains<shop::Stranger>);

}  // namespace
}  // namespace eventc
