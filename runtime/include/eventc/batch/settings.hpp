// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <optional>

namespace eventc::batch {

/// How a batch goes about failures.
struct Settings {
  /// Kinesis and DynamoDB deliver everything again from the lowest failed sequence number on
  /// (Lambda Developer Guide, "Configuring partial batch response with Kinesis Data Streams and
  /// Lambda", and the same with DynamoDB). So a batch stops at its first failure: what would be
  /// done behind it would be done twice. With `go_on` the records of other partition keys are tried
  /// all the same, never a later record of a key that failed: for handlers that do not mind to see
  /// a record again, and want one bad key to hold up no other. SQS and Kafka always go on, with
  /// other messages, groups and partitions.
  bool go_on = false;

  /// Whether a batch of which no record succeeded throws BatchFailed in place of reporting them.
  /// By default it does for Kinesis, DynamoDB and Kafka, and not for SQS:
  ///  - Either way all of the batch is delivered again. But a response is a success to Lambda's
  ///    metric Errors, and alarms on it stay silent while a shard stands still.
  ///  - Lambda splits a batch in halves for an error (BisectBatchOnFunctionError; for Kafka, the
  ///    same in provisioned mode). A report splits it at the sequence number reported: at the
  ///    first record that is no split at all.
  ///  - Where ReportBatchItemFailures is not turned on, a report is ignored and the records are
  ///    lost; an error is not. It costs streams nothing to be safe.
  ///  - SQS counts the receipts of each message and moves it to the dead-letter queue by itself, so
  ///    that a queue never stands still. With ReportBatchItemFailures it does not slow its polling
  ///    down for errors either ("Handling errors for an SQS event source in Lambda"). And a single
  ///    bad message, alone in its batch, is no fault of the function.
  std::optional<bool> throw_if_none_succeeded = {};

  /// What time it is; the system's clock where it is empty. Asked once for each batch.
  std::function<std::chrono::system_clock::time_point()> clock = {};
};

}  // namespace eventc::batch
