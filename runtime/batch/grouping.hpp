// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "eventc/batch/record_list.hpp"

namespace eventc::batch::detail {

/// The records of a batch by their group: groups in the order of their first records, records in
/// the batch's order. A record without a group is one of its own.
class Grouping {
 public:
  explicit Grouping(const RecordList& records);

  [[nodiscard]] std::size_t size() const { return groups_.size(); }
  [[nodiscard]] std::string_view key(std::size_t group) const;
  /// Places in the batch.
  [[nodiscard]] std::span<const std::size_t> members(std::size_t group) const;

 private:
  struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  void read_keys(const RecordList& records);
  [[nodiscard]] std::string_view key_of(std::size_t record) const;
  [[nodiscard]] bool share_group(std::size_t record, std::size_t other) const;

  std::string text_;         ///< All keys: DynamoDB's are written as they are asked for.
  std::vector<Range> keys_;  ///< In text_, by record.
  std::vector<std::size_t> order_;
  std::vector<Range> groups_;  ///< In order_.
};

}  // namespace eventc::batch::detail
