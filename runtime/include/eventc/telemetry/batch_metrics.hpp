// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "eventc/batch/summary.hpp"
#include "eventc/telemetry/metrics.hpp"

namespace eventc::telemetry {

/// Adds what became of a batch: RecordsProcessed, RecordsFailed, RecordsNotTried, DeadLetters,
/// LateRecords, RecordBytes, and IteratorAge in milliseconds where the records tell their arrival.
///
///     votes.on_done([&](const eventc::batch::Summary& summary) {
///       telemetry::add_batch(metrics, summary);
///     });
void add_batch(Metrics& metrics, const batch::Summary& summary);

}  // namespace eventc::telemetry
