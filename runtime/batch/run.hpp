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
class Run : private About::Maker {
 public:
  using Time = Summary::Time;

  Run(const Core& core, const RecordList& records, const Context& context);

  /// `fold` is a window's state.
  void each_record(Fold* fold = nullptr);
  void each_group();

  /// The places of the records that are not done, in order.
  [[nodiscard]] std::span<const std::size_t> not_done() const { return not_done_; }
  /// Once all is done: what became of the records.
  [[nodiscard]] Summary take_summary();
  /// Adds to it what the records say of themselves: bytes and arrivals.
  void add_up(Summary& summary);

 private:
  [[nodiscard]] Facts facts(std::size_t index) { return records_.facts(index, scratch_); }
  [[nodiscard]] RecordContext context_of(std::size_t index) override;
  [[nodiscard]] const Handler& handler_of(std::size_t index);
  [[nodiscard]] const Handler& handler_by_topic(const Facts& facts) const;
  [[nodiscard]] bool is_held_up(std::size_t index);
  /// The most records from `index` on that surely go to the same handler.
  [[nodiscard]] std::size_t end_of_stretch(std::size_t index) const;
  /// Gives the place behind the last record that was tried.
  [[nodiscard]] std::size_t handle(Stretch stretch);
  void handle_group(std::string_view key, std::span<const std::size_t> members,
                    std::span<const void* const> records);
  void fail(std::size_t index, Failure failure);

  const Core& core_;
  const Handlers& handlers_;
  const RecordList& records_;
  const Context& context_;
  Time started_;
  Frame frame_;
  std::string scratch_;
  std::vector<std::size_t> not_done_;
  Summary summary_;
  bool stopped_ = false;
  std::set<std::string, std::less<>> failed_groups_;
};

}  // namespace eventc::batch::detail
