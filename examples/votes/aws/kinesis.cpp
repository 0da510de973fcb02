// SPDX-License-Identifier: Apache-2.0
#include "votes/aws/kinesis.hpp"

#include <algorithm>
#include <aws/put_record_request.hpp>
#include <aws/put_records_response.hpp>
#include <cstddef>
#include <functional>

namespace aws {

namespace {

constexpr std::size_t kMaxRecords = 500;
constexpr std::size_t kMaxBytes = std::size_t{5} << 20;  // data and keys

/// The records that are still to be put, by index.
using Pending = std::vector<std::size_t>;

/// Of `records` from `begin` on, as many as a request can have; at least one.
Pending next_batch(const std::vector<Kinesis::Record>& records, std::size_t begin) {
  Pending batch;
  std::size_t bytes = 0;
  for (std::size_t i = begin; i < records.size() && batch.size() < kMaxRecords; ++i) {
    bytes += records[i].data.size() + records[i].partition_key.size();
    if (bytes > kMaxBytes && !batch.empty()) break;
    batch.push_back(i);
  }
  return batch;
}

PutRecordsRequest request_for(std::string_view stream, const std::vector<Kinesis::Record>& records,
                              const Pending& pending) {
  PutRecordsRequest request{.stream_name = std::string(stream), .records = {}};
  for (const std::size_t i : pending) request.records.push_back(records[i]);
  return request;
}

/// An ErrorCode stands for the status that a request of this record alone would have had.
Error record_error(const put_records_response::Result& result) {
  const bool internal = result.error_code == "InternalFailure";
  return {.type = *result.error_code,
          .message = result.error_message.value_or(""),
          .status = internal ? 500 : 400};
}

Error wrong_count(std::size_t expected, std::size_t found) {
  return {.kind = Error::Kind::BadResponse,
          .message = "PutRecords answered for " + std::to_string(found) + " records, not for " +
                     std::to_string(expected),
          .status = 200};
}

void fail(const Pending& pending, const Error& error, std::vector<Kinesis::Put>& puts) {
  for (const std::size_t i : pending) puts[i].error = error;
}

/// Takes what was put from the pending records. The error of one that may be put yet, or else of
/// any that is left; nothing where none is.
std::optional<Error> settle(const PutRecordsResponse& response, Pending& pending,
                            std::vector<Kinesis::Put>& puts) {
  Pending again;
  std::optional<Error> left;
  for (std::size_t n = 0; n < pending.size(); ++n) {
    const put_records_response::Result& result = response.records[n];
    Kinesis::Put& put = puts[pending[n]];
    if (!result.error_code) {
      put = {result.shard_id.value_or(""), result.sequence_number.value_or(""), std::nullopt};
      continue;
    }
    put.error = record_error(result);
    if (!is_transient(*put.error)) continue;
    again.push_back(pending[n]);
    left = put.error;
  }
  pending = std::move(again);
  return left;
}

}  // namespace

Result<PutRecordResponse> Kinesis::put_record(std::string_view stream,
                                              std::string_view partition_key,
                                              std::string_view data) {
  return client_.call<PutRecordResponse>(
      "PutRecord", PutRecordRequest{.stream_name = std::string(stream),
                                    .data = eventc::Bytes(data),
                                    .partition_key = std::string(partition_key)});
}

std::vector<Kinesis::Put> Kinesis::put_records(std::string_view stream,
                                               const std::vector<Record>& records) {
  std::vector<Put> puts(records.size());
  for (std::size_t begin = 0; begin < records.size();) {
    Pending pending = next_batch(records, begin);
    begin += pending.size();
    const auto attempt = [&]() -> std::optional<Error> {
      const auto response = client_.call_once<PutRecordsResponse>(
          "PutRecords", request_for(stream, records, pending));
      std::optional<Error> error;
      if (!response) {
        error = response.error();
      } else if (response->records.size() != pending.size()) {
        error = wrong_count(pending.size(), response->records.size());
      } else {
        return settle(*response, pending, puts);
      }
      fail(pending, *error, puts);
      return error;
    };
    static_cast<void>(client_.retrier().run(attempt));  // each record has its error
  }
  return puts;
}

}  // namespace aws
