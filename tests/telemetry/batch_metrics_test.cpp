// SPDX-License-Identifier: Apache-2.0
#include "eventc/telemetry/batch_metrics.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "telemetry/sample_time.hpp"

namespace eventc::telemetry {
namespace {

std::string values_of(const batch::Summary& summary) {
  std::ostringstream out;
  Metrics metrics("Votes", {}, out, sample_time);
  add_batch(metrics, summary);
  metrics.flush();
  const std::string line = out.str();
  return line.substr(line.find(R"("RecordsProcessed":)"));
}

TEST(BatchMetrics, TellWhatBecameOfABatch) {
  EXPECT_EQ(values_of({.processed = 97,
                       .failed = 1,
                       .not_tried = 2,
                       .dead_letters = 3,
                       .late = 4,
                       .bytes = 5000,
                       .iterator_age = std::chrono::milliseconds(1500)}),
            R"("RecordsProcessed":97,"RecordsFailed":1,"RecordsNotTried":2,"DeadLetters":3,)"
            R"("LateRecords":4,"RecordBytes":5000,"IteratorAge":1500})"
            "\n");
}

TEST(BatchMetrics, LeaveOutAnAgeThatIsNotKnown) {
  EXPECT_EQ(values_of({}).find("IteratorAge"), std::string::npos);
}

}  // namespace
}  // namespace eventc::telemetry
