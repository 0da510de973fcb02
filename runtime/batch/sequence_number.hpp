// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace eventc::batch::detail {

/// Whether one sequence number is lower than another: decimal numbers of up to 129 digits (Amazon
/// Kinesis Data Streams API Reference, Record), which no integer holds. Leading zeros do not count.
[[nodiscard]] bool is_lower(std::string_view sequence_number, std::string_view other);

}  // namespace eventc::batch::detail
