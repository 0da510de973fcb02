// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <aws/put_record_response.hpp>
#include <aws/put_records_request.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "votes/aws/client.hpp"

namespace aws {

/// Puts records on a Kinesis data stream. (Amazon Kinesis Data Streams API Reference, PutRecord and
/// PutRecords.) Both put a record at least once: where an answer is lost, the retry puts it again.
class Kinesis {
 public:
  static constexpr Service kService{"kinesis", "Kinesis_20131202", "application/x-amz-json-1.1"};
  using Record = put_records_request::Entry;

  explicit Kinesis(Client client) : client_(std::move(client)) {}

  Result<PutRecordResponse> put_record(std::string_view stream, std::string_view partition_key,
                                       std::string_view data);

  /// What became of a record: where it is, or the last error it met with.
  struct Put {
    std::string shard_id = {};
    std::string sequence_number = {};
    std::optional<Error> error = {};
  };
  /// An outcome for each record, in their order. They go in requests of at most 500 records and
  /// 5 MiB. Those that a request could not put are put again by themselves, so that records of a
  /// shard may change places.
  std::vector<Put> put_records(std::string_view stream, const std::vector<Record>& records);

 private:
  Client client_;
};

}  // namespace aws
