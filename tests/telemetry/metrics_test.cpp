// SPDX-License-Identifier: Apache-2.0
#include "eventc/telemetry/metrics.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>

#include "telemetry/sample_time.hpp"

namespace eventc::telemetry {
namespace {

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

TEST_F(MetricsTest, LeavesOutValuesThatAreNotFinite) {
  metrics.add("A", std::numeric_limits<double>::infinity());
  metrics.add("A", std::numeric_limits<double>::quiet_NaN());
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

TEST_F(MetricsTest, RefusesASecondMemberOfAName) {
  EXPECT_THROW(metrics.add("_aws", 1), std::logic_error);
  EXPECT_THROW(Metrics("Votes", {{"_aws", "a"}}, out), std::logic_error);
  EXPECT_THROW(Metrics("Votes", {{"service", "a"}, {"service", "b"}}, out), std::logic_error);
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
  bool is_first = true;
  Metrics metrics("Votes", {}, out, [&] {
    if (std::exchange(is_first, false)) throw std::runtime_error("no clock");
    return sample_time();
  });
  const Middleware middleware = measure_invocations(metrics);
  const auto handled = [] { return Outcome(); };
  EXPECT_THROW(static_cast<void>(middleware({"{}", {}}, Next(handled))), std::runtime_error);
  EXPECT_EQ(out.str(), "");
}

}  // namespace
}  // namespace eventc::telemetry
