// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "eventc/batch/core.hpp"
#include "report.hpp"

namespace eventc::batch::detail {

/// One call of a batch: brings its records to their handlers, and keeps what became of them.
class Run {
 public:
  using Time = Summary::Time;

  Run(const Core& core, const RecordList& records, const Context& context);

  /// `fold` is a window's state.
  void each_record(Fold* fold = nullptr);
  void each_group();

  [[nodiscard]] std::span<const Status> statuses() const { return statuses_; }
  /// Complete once all is done.
  [[nodiscard]] Summary take_summary();

 private:
  [[nodiscard]] RecordContext context_of(std::size_t index, const Facts& facts) const;
  [[nodiscard]] const Handler& handler_of(const Facts& facts) const;
  [[nodiscard]] bool is_held_up(const Facts& facts) const;
  void account(const Facts& facts);
  void handle(std::size_t index, const Facts& facts);
  void handle_group(std::string_view key, std::span<const std::size_t> members,
                    std::span<const void* const> records);
  void fail(std::size_t index, const Facts& facts, Failure failure);

  const Core& core_;
  const Handlers& handlers_;
  const RecordList& records_;
  const Context& context_;
  Time started_;
  Frame frame_;
  std::string scratch_;
  std::vector<Status> statuses_;
  Summary summary_;
  bool stopped_ = false;
  std::set<std::string, std::less<>> failed_groups_;
};

}  // namespace eventc::batch::detail
