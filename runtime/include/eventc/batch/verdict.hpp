// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

namespace eventc::batch {

/// What a handler says of its record, where it does not throw: done, or failed with a reason. A
/// handler that returns nothing has done its record.
class [[nodiscard]] Verdict {
 public:
  [[nodiscard]] static Verdict ok() { return {}; }
  /// The record is to be delivered again. The reason is for people: logs, Failure::reason.
  [[nodiscard]] static Verdict failed(std::string reason) {
    Verdict verdict;
    verdict.failed_ = true;
    verdict.reason_ = std::move(reason);
    return verdict;
  }

  [[nodiscard]] bool is_ok() const { return !failed_; }
  explicit operator bool() const { return is_ok(); }
  /// Empty where it is ok.
  [[nodiscard]] const std::string& reason() const { return reason_; }

 private:
  Verdict() = default;

  bool failed_ = false;
  std::string reason_;
};

}  // namespace eventc::batch
