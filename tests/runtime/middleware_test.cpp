// SPDX-License-Identifier: Apache-2.0
#include "eventc/middleware.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

#include "eventc/router.hpp"
#include "runtime/sample_shop.hpp"

namespace eventc {
namespace {

constexpr std::string_view kOrder = R"({"type": "ORDER", "id": "o-1"})";

class MiddlewareTest : public testing::Test {
 protected:
  /// Notes when it is entered and left.
  Middleware noting(const std::string& name) {
    return [this, name](const Invocation&, const Next& next) {
      trail += name + "(";
      Outcome outcome = next();
      trail += ")" + name;
      return outcome;
    };
  }

  Router<shop::Bundle> router;
  std::string trail;
};

TEST_F(MiddlewareTest, RunsAroundTheHandlerTheFirstOutermost) {
  router.on<shop::Order>([&](const shop::Order& order) { trail += order.id; });
  router.use(noting("a")).use(noting("b"));
  EXPECT_TRUE(router.dispatch(kOrder));
  EXPECT_EQ(trail, "a(b(o-1)b)a");
}

TEST_F(MiddlewareTest, SeesPayloadContextAndOutcomeWhateverItIs) {
  router.use([&](const Invocation& invocation, const Next& next) {
    Outcome outcome = next();
    trail += std::string(invocation.payload) + " " + invocation.context.request_id + " " +
             outcome.reason;
    return outcome;
  });
  EXPECT_EQ(router.dispatch("{}", {.request_id = "r"}).kind, Outcome::Kind::Unhandled);
  EXPECT_EQ(trail, "{} r none of the known events: Order, Refund");
}

TEST_F(MiddlewareTest, MayAnswerByItself) {
  router.on<shop::Order>([](const shop::Order&) { FAIL() << "its middleware has answered"; });
  router.use([](const Invocation&, const Next&) { return Outcome{.response = "{}"}; });
  EXPECT_EQ(router.dispatch(kOrder).response, "{}");
}

TEST_F(MiddlewareTest, MayTryAgain) {
  int calls = 0;
  router.on<shop::Order>([&](const shop::Order&) {
    if (++calls < 3) throw std::runtime_error("busy");
  });
  router.use([](const Invocation&, const Next& next) {
    for (;;) {
      try {
        return next();
      } catch (const std::runtime_error&) {
      }
    }
  });
  EXPECT_TRUE(router.dispatch(kOrder));
  EXPECT_EQ(calls, 3);
}

TEST_F(MiddlewareTest, HooksRunBeforeAndAfterAndMayChangeTheOutcome) {
  router.on<shop::Order>([&](const shop::Order&) { trail += "handler;"; });
  router.use({.before = [&](const Invocation&) { trail += "before;"; },
              .after =
                  [&](const Invocation&, Outcome& outcome) {
                    trail += "after " + std::string(outcome.event);
                    outcome.response = "1";
                  },
              .on_error = [&](const Invocation&, const std::exception_ptr&) { trail += "error"; }});
  EXPECT_EQ(router.dispatch(kOrder).response, "1");
  EXPECT_EQ(trail, "before;handler;after Order");
}

TEST_F(MiddlewareTest, HooksSeeWhatIsThrownWhichPassesOn) {
  router.on<shop::Order>([](const shop::Order&) { throw std::runtime_error("sold out"); });
  router.use({.after = [&](const Invocation&, Outcome&) { trail += "after"; },
              .on_error =
                  [&](const Invocation&, const std::exception_ptr& thrown) {
                    try {
                      std::rethrow_exception(thrown);
                    } catch (const std::exception& exception) {
                      trail += exception.what();
                    }
                  }});
  EXPECT_THROW(static_cast<void>(router.dispatch(kOrder)), std::runtime_error);
  EXPECT_EQ(trail, "sold out");
}

TEST_F(MiddlewareTest, HooksThatThrowDoNotTakeThePlaceOfWhatWasThrown) {
  router.on<shop::Order>([](const shop::Order&) { throw std::out_of_range("sold out"); });
  router.use({.on_error = [](const Invocation&, const std::exception_ptr&) {
    throw std::runtime_error("no log");
  }});
  EXPECT_THROW(static_cast<void>(router.dispatch(kOrder)), std::out_of_range);
}

TEST_F(MiddlewareTest, HooksMayAllBeLeftOut) {
  router.on<shop::Order>([&](const shop::Order&) { trail += "handler"; });
  router.use(Hooks{});
  EXPECT_TRUE(router.dispatch(kOrder));
  EXPECT_EQ(trail, "handler");
}

}  // namespace
}  // namespace eventc
