// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace eventc::batch {

/// A record that failed.
struct Failure {
  /// The record's place in the batch, from 0.
  std::size_t index = 0;
  /// As RecordContext::identifier.
  std::string identifier = {};
  /// What the handler threw or returned, causes that were nested in it included: "no such order:
  /// connection reset".
  std::string reason = {};
  /// The type of what was thrown: "std::runtime_error". Empty where nothing was.
  std::string exception = {};

  bool operator==(const Failure&) const = default;
};

/// What became of a batch. Every record counts once: processed, failed or not tried.
struct Summary {
  using Time = std::chrono::system_clock::time_point;

  /// Those done, dead letters included.
  std::size_t processed = 0;
  std::size_t failed = 0;
  /// Left for the next delivery, because of a record before them.
  std::size_t not_tried = 0;
  /// Of those processed: handed to dead_letter().
  std::size_t dead_letters = 0;
  /// Of those processed: handed to the handler of late_after().
  std::size_t late = 0;
  /// All records' RecordContext::bytes.
  std::size_t bytes = 0;
  /// In the batch's order.
  std::vector<Failure> failures = {};
  /// Of those that tell their arrival.
  std::optional<Time> oldest_arrival = {};
  std::optional<Time> newest_arrival = {};
  /// The age of the newest record when the batch was begun: how far behind its source the function
  /// is. What Lambda's metric IteratorAge is about ("Types of metrics for Lambda functions").
  std::optional<Time::duration> iterator_age = {};
};

/// Thrown by a batch in place of a response: the invocation as a whole is to fail, so that the
/// service counts an error and delivers all of the batch again. what() says why.
class BatchFailed : public std::runtime_error {
 public:
  BatchFailed(const std::string& what, Summary summary)
      : std::runtime_error(what), summary_(std::make_shared<const Summary>(std::move(summary))) {}

  [[nodiscard]] const Summary& summary() const { return *summary_; }

 private:
  std::shared_ptr<const Summary> summary_;  ///< Copies of exceptions must not throw.
};

}  // namespace eventc::batch
