// SPDX-License-Identifier: Apache-2.0
#include "error_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <exception>
#include <stdexcept>
#include <string>
#include <system_error>

namespace eventc::lambda {
namespace shop {

struct OutOfStock : std::runtime_error {
  using std::runtime_error::runtime_error;
};
struct Plain {};

}  // namespace shop
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::SizeIs;

template <class Throw>
ErrorReport report_of(Throw throws) {
  try {
    throws();
  } catch (...) {
    return report_thrown("Eventc.HandlerThrew", std::current_exception());
  }
  return {};
}

void fail_with_cause(int depth) {
  if (depth == 0) throw std::invalid_argument("the innermost");
  try {
    fail_with_cause(depth - 1);
  } catch (...) {
    std::throw_with_nested(shop::OutOfStock("level " + std::to_string(depth)));
  }
}

TEST(ErrorReport, NamesTheTypeThatWasThrown) {
  const ErrorReport report = report_of([] { throw shop::OutOfStock("no shoes"); });
  EXPECT_EQ(report.reason, "Eventc.HandlerThrew");
  EXPECT_EQ(report.type, "eventc::lambda::shop::OutOfStock");
  EXPECT_EQ(report.message, "no shoes");
}

TEST(ErrorReport, ListsTheCausesOfNestedExceptions) {
  const ErrorReport report = report_of([] { fail_with_cause(2); });
  EXPECT_EQ(report.type, "eventc::lambda::shop::OutOfStock");
  EXPECT_EQ(report.message, "level 2");
  EXPECT_THAT(report.causes, ElementsAre("eventc::lambda::shop::OutOfStock: level 1",
                                         "std::invalid_argument: the innermost"));
  EXPECT_EQ(report.to_string(),
            "eventc::lambda::shop::OutOfStock: level 2, because of "
            "eventc::lambda::shop::OutOfStock: level 1, because of "
            "std::invalid_argument: the innermost");
}

TEST(ErrorReport, EndsAnEndlessListOfCauses) {
  EXPECT_THAT(report_of([] { fail_with_cause(100); }).causes, SizeIs(15));
}

TEST(ErrorReport, TakesAnythingThatIsThrown) {
  EXPECT_EQ(report_of([] { throw std::string("text"); }).message, "text");
  EXPECT_EQ(report_of([] { throw "literal"; }).message, "literal");
  EXPECT_EQ(report_of([] { throw static_cast<const char*>(nullptr); }).message, "");
  const ErrorReport plain = report_of([] { throw shop::Plain(); });
  EXPECT_EQ(plain.type, "eventc::lambda::shop::Plain");
  EXPECT_EQ(plain.message, "a value of type eventc::lambda::shop::Plain was thrown");
}

TEST(ErrorReport, IsJsonWhateverTheMessageHolds) {
  const ErrorReport report{"R", "T", "\"\\\n\x01 é \xF0\x9F\x98\x80 \xFF end", {"cause\t"}};
  EXPECT_EQ(report.to_json(),
            "{\"errorMessage\":\"\\\"\\\\\\n\\u0001 é \xF0\x9F\x98\x80 \uFFFD end\","
            R"("errorType":"T","stackTrace":["cause\t"]})");
}

TEST(ErrorReport, CutsTextsThatAreLong) {
  const ErrorReport report{"R", "T", std::string(100'000, 'x')};
  EXPECT_LT(report.to_json().size(), 8400U);
  EXPECT_THAT(report.to_json(), EndsWith(R"(x…","errorType":"T","stackTrace":[]})"));
}

}  // namespace
}  // namespace eventc::lambda
