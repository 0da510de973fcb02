// SPDX-License-Identifier: Apache-2.0
#include "eventc/telemetry/metrics.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>

#include "telemetry/sample_time.hpp"

namespace eventc::telemetry {
namespace {

Clock failing_at_first() {
  return [is_first = true]() mutable {
    if (std::exchange(is_first, false)) throw std::runtime_error("no clock");
    return sample_time();
  };
}

class MetricsTest : public testing::Test {
 protected:
  std::size_t lines() const {
    const std::string text = out.str();
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  }

  std::ostringstream out;
  Metrics metrics{"Votes", {{"service", "consumer"}}, out, sample_time};
};

TEST_F(MetricsTest, WritesADocumentOfTheEmbeddedMetricFormat) {
  metrics.add("RecordsProcessed", 100, Unit::Count);
  metrics.add("Age", 1.5, Unit::Milliseconds);
  metrics.add("Age", 2, Unit::Milliseconds);
  metrics.property({"requestId", "r-1"});
  metrics.flush();
  EXPECT_EQ(out.str(),
            R"({"_aws":{"Timestamp":1769903999999,"CloudWatchMetrics":[{"Namespace":"Votes",)"
            R"("Dimensions":[["service"]],"Metrics":[{"Name":"RecordsProcessed","Unit":"Count"},)"
            R"({"Name":"Age","Unit":"Milliseconds"}]}]},"service":"consumer","requestId":"r-1",)"
            R"("RecordsProcessed":100,"Age":[1.5,2]})"
            "\n");
}

TEST_F(MetricsTest, WritesADocumentOnOneLine) {
  metrics.add("A", 1);
  metrics.property({"state", Json("{\r\n  \"n\": 1\n}")});
  metrics.flush();
  EXPECT_EQ(lines(), 1U) << out.str();
}

TEST_F(MetricsTest, WritesNothingTwiceAndNothingWithoutMetrics) {
  metrics.flush();
  metrics.property({"requestId", "r-1"});
  metrics.flush();
  EXPECT_EQ(out.str(), "");
  metrics.add("A", 1);
  metrics.flush();
  metrics.flush();
  EXPECT_EQ(lines(), 1U);
  EXPECT_EQ(out.str().find("requestId"), std::string::npos);
}

TEST_F(MetricsTest, KeepsTheLastPropertyOfAName) {
  metrics.add("A", 1);
  metrics.property({"k", 1});
  metrics.property({"k", 2});
  metrics.flush();
  EXPECT_NE(out.str().find(R"("k":2)"), std::string::npos);
  EXPECT_EQ(out.str().find(R"("k":1)"), std::string::npos);
}

TEST_F(MetricsTest, MakesSeveralDocumentsOfMoreThanOneTakes) {
  for (int i = 0; i < 250; ++i) metrics.add("A", i);
  for (int i = 0; i < 101; ++i) metrics.add("B" + std::to_string(i), 1);
  metrics.flush();
  EXPECT_EQ(lines(), 3U);
  EXPECT_NE(out.str().find("249]"), std::string::npos);
  EXPECT_NE(out.str().find(R"("B100":1)"), std::string::npos);
}

TEST_F(MetricsTest, LeavesOutValuesThatCloudWatchDoesNotTake) {
  metrics.add("A", std::numeric_limits<double>::infinity());
  metrics.add("A", std::numeric_limits<double>::quiet_NaN());
  metrics.add("A", std::ldexp(1.0, 361));
  metrics.add("A", -std::ldexp(1.0, 361));
  metrics.flush();
  EXPECT_EQ(out.str(), "");
}

TEST_F(MetricsTest, RefusesWhatTheFormatDoesNotTake) {
  EXPECT_THROW(Metrics(""), std::logic_error);
  EXPECT_THROW(Metrics("A", {{"d", ""}}), std::logic_error);
  EXPECT_THROW(Metrics("A", Metrics::Dimensions(31, {"d", "v"})), std::logic_error);
  EXPECT_THROW(metrics.add("", 1), std::logic_error);
  EXPECT_THROW(metrics.add("service", 1), std::logic_error);
}

TEST_F(MetricsTest, RefusesNamesThatCloudWatchDoesNotTake) {
  const auto named = [](std::size_t size) { return std::string(size, 'n'); };
  EXPECT_NO_THROW(Metrics(named(255), {{named(250), named(1024)}}).check_name(named(255)));
  EXPECT_THROW(Metrics(named(256)), std::logic_error);
  EXPECT_THROW(metrics.add(named(256), 1), std::logic_error);
  EXPECT_THROW(Metrics("A", {{named(251), "v"}}), std::logic_error);
  EXPECT_THROW(Metrics("A", {{"d", named(1025)}}), std::logic_error);
  EXPECT_THROW(Metrics(":A"), std::logic_error);
  EXPECT_THROW(Metrics("A", {{":d", "v"}}), std::logic_error);
  for (const char* const text : {" ", "\t", "a\nb", "a\x7F", "\u00E9"}) {
    EXPECT_THROW(Metrics("A", {{text, "v"}}), std::logic_error) << text;
    EXPECT_THROW(Metrics("A", {{"d", text}}), std::logic_error) << text;
  }
}

TEST_F(MetricsTest, RefusesASecondMemberOfAName) {
  EXPECT_THROW(metrics.add("_aws", 1), std::logic_error);
  EXPECT_THROW(Metrics("Votes", {{"_aws", "a"}}, out), std::logic_error);
  EXPECT_THROW(Metrics("Votes", {{"service", "a"}, {"service", "b"}}, out), std::logic_error);
}

TEST(Metrics, KeepsWhatItCouldNotWrite) {
  std::ostringstream out;
  Metrics metrics("Votes", {}, out, failing_at_first());
  metrics.add("A", 1);
  metrics.property({"k", "kept"});
  EXPECT_THROW(metrics.flush(), std::runtime_error);
  metrics.flush();
  EXPECT_NE(out.str().find(R"("k":"kept","A":1})"), std::string::npos) << out.str();
}

TEST_F(MetricsTest, LeavesOutPropertiesWhoseNamesAreTaken) {
  for (const auto* const name : {"A", "service", "_aws"}) metrics.property({name, "of a property"});
  metrics.add("A", 1);
  metrics.flush();
  EXPECT_EQ(out.str().find("of a property"), std::string::npos) << out.str();
}

TEST(MeasureInvocations, RefusesMetricsWithADimensionOfItsNames) {
  std::ostringstream out;
  Metrics metrics("Votes", {{"Duration", "long"}}, out);
  EXPECT_THROW(static_cast<void>(measure_invocations(metrics)), std::logic_error);
}

TEST_F(MetricsTest, MeasuresEachInvocation) {
  const Middleware middleware = measure_invocations(metrics);
  const auto handled = [] { return Outcome(); };
  EXPECT_TRUE(middleware({"{}", Context{.request_id = "r-1"}}, Next(handled)));
  EXPECT_NE(out.str().find(R"("requestId":"r-1","Invocations":1,"Failures":0,"PayloadBytes":2,)"),
            std::string::npos)
      << out.str();
  out.str("");
  const auto fails = []() -> Outcome { throw std::runtime_error("no"); };
  EXPECT_THROW(static_cast<void>(middleware({"{}", {}}, Next(fails))), std::runtime_error);
  EXPECT_NE(out.str().find(R"("Failures":1)"), std::string::npos);
}

TEST(MeasureInvocations, TakesNoHandledOneForAFailureWhereItCannotBeMeasured) {
  std::ostringstream out;
  Metrics metrics("Votes", {}, out, failing_at_first());
  const Middleware middleware = measure_invocations(metrics);
  const auto handled = [] { return Outcome(); };
  EXPECT_THROW(static_cast<void>(middleware({"{}", {}}, Next(handled))), std::runtime_error);
  EXPECT_EQ(out.str(), "");
}

TEST(MeasureInvocations, LeavesWhatAHandlerThrewInItsPlaceWhereItCannotBeMeasured) {
  std::ostringstream out;
  Metrics metrics("Votes", {}, out, []() -> Time { throw std::runtime_error("no clock"); });
  const auto fails = []() -> Outcome { throw std::out_of_range("sold out"); };
  EXPECT_THROW(static_cast<void>(measure_invocations(metrics)({"{}", {}}, Next(fails))),
               std::out_of_range);
}

}  // namespace
}  // namespace eventc::telemetry
