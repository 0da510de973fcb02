// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

/// Sequence numbers of Kinesis and DynamoDB: decimal numbers of up to 129 digits (Amazon Kinesis
/// Data Streams API Reference, Record), which no integer holds. They grow within a shard.
namespace eventc::batch {

/// Whether a sequence number is lower than another. Leading zeros do not count.
[[nodiscard]] bool is_lower(std::string_view sequence_number, std::string_view other);

/// The same number with zeros in front, 129 digits long or as long as it is: such texts are in the
/// order of their numbers. For databases whose numbers are shorter, as DynamoDB's with 38 digits.
[[nodiscard]] std::string sortable(std::string_view sequence_number);

}  // namespace eventc::batch
