// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "votes/aws/dynamodb.hpp"

namespace votes {

/// The table of the counts: an item for each candidate, in which each record of the stream is
/// counted once, however often it is delivered. README.md has its protocol.
class VoteTable {
 public:
  /// The key of the table is the string `candidate`.
  explicit VoteTable(aws::DynamoDb dynamodb, std::string_view table = "votes")
      : dynamodb_(std::move(dynamodb)), table_(table) {}

  enum class Counted {
    Now,
    Before,  ///< This record, or one behind it in its shard, has been counted for the candidate.
  };
  /// Counts the vote that a record is. Records of a shard are to come in their order: one that
  /// comes behind a later one is taken for counted. `shard` and `sequence_number` are those that
  /// Kinesis gave ("shardId-000000000000"; at most 129 digits, otherwise BadRequest).
  aws::Result<Counted> count(std::string_view candidate, std::string_view shard,
                             std::string_view sequence_number);

  /// The votes by candidate. Every count that was answered before is in it.
  aws::Result<std::map<std::string, std::uint64_t>> counts();

 private:
  aws::DynamoDb dynamodb_;
  std::string table_;
};

/// The number with zeros in front, to 129 digits: so texts compare as the numbers do. Empty where
/// it is not a sequence number.
[[nodiscard]] std::string padded_sequence_number(std::string_view sequence_number);

}  // namespace votes
