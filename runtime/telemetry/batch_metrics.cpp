// SPDX-License-Identifier: Apache-2.0
#include "eventc/telemetry/batch_metrics.hpp"

#include <chrono>

namespace eventc::telemetry {

void add_batch(Metrics& metrics, const batch::Summary& summary) {
  const auto count = [&metrics](std::string_view name, std::size_t value) {
    metrics.add(name, static_cast<double>(value), Unit::Count);
  };
  count("RecordsProcessed", summary.processed);
  count("RecordsFailed", summary.failed);
  count("RecordsNotTried", summary.not_tried);
  count("DeadLetters", summary.dead_letters);
  count("LateRecords", summary.late);
  metrics.add("RecordBytes", static_cast<double>(summary.bytes), Unit::Bytes);
  if (summary.iterator_age) {
    const std::chrono::duration<double, std::milli> age = *summary.iterator_age;
    metrics.add("IteratorAge", age.count(), Unit::Milliseconds);
  }
}

}  // namespace eventc::telemetry
