// SPDX-License-Identifier: Apache-2.0
#include "votes/vote_table.hpp"

#include <algorithm>
#include <charconv>
#include <eventc/batch/sequence_number.hpp>
#include <optional>

namespace votes {

namespace {

constexpr std::size_t kDigits = 129;

aws::AttributeValue text(std::string_view value) {
  aws::AttributeValue attribute;
  attribute.s = value;
  return attribute;
}

aws::AttributeValue number(std::string_view value) {
  aws::AttributeValue attribute;
  attribute.n = value;
  return attribute;
}

aws::UpdateItemRequest change(std::string_view table, std::string_view candidate,
                              std::string_view shard, std::string_view padded) {
  aws::UpdateItemRequest request;
  request.table_name = table;
  request.key = {{"candidate", text(candidate)}};
  request.update_expression = "ADD #votes :one SET #last = :seq";
  request.condition_expression = "attribute_not_exists(#last) OR #last < :seq";
  request.expression_attribute_names = {{"#votes", "votes"},
                                        {"#last", "last:" + std::string(shard)}};
  request.expression_attribute_values = {{":one", number("1")}, {":seq", text(padded)}};
  return request;
}

struct Count {
  std::string candidate;
  std::uint64_t votes = 0;
};

std::optional<Count> count_of(const aws::DynamoDb::Item& item) {
  const auto candidate = item.find("candidate");
  const auto votes = item.find("votes");
  if (candidate == item.end() || !candidate->second.s) return std::nullopt;
  if (votes == item.end() || !votes->second.n) return std::nullopt;
  Count count{.candidate = *candidate->second.s};
  const std::string& digits = *votes->second.n;
  const char* const end = digits.data() + digits.size();
  const auto [rest, error] = std::from_chars(digits.data(), end, count.votes);
  if (error != std::errc() || rest != end) return std::nullopt;
  return count;
}

aws::Error refuse(aws::Error::Kind kind, std::string message) {
  return {.kind = kind, .message = std::move(message)};
}

}  // namespace

std::string padded_sequence_number(std::string_view sequence_number) {
  const bool digits = std::all_of(sequence_number.begin(), sequence_number.end(),
                                  [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || sequence_number.empty() || sequence_number.size() > kDigits) return "";
  return eventc::batch::sortable(sequence_number);
}

aws::Result<VoteTable::Counted> VoteTable::count(std::string_view candidate, std::string_view shard,
                                                 std::string_view sequence_number) {
  const std::string padded = padded_sequence_number(sequence_number);
  if (padded.empty())
    return refuse(aws::Error::Kind::BadRequest,
                  "not a sequence number: " + std::string(sequence_number.substr(0, 200)));
  const auto answer = dynamodb_.update_item(change(table_, candidate, shard, padded));
  if (answer) return Counted::Now;
  if (answer.error().type == aws::DynamoDb::kConditionFailed) return Counted::Before;
  return answer.error();
}

aws::Result<std::map<std::string, std::uint64_t>> VoteTable::counts() {
  aws::ScanRequest request;
  request.table_name = table_;
  request.projection_expression = "#candidate, #votes";
  request.expression_attribute_names = {{"#candidate", "candidate"}, {"#votes", "votes"}};
  request.consistent_read = true;
  const auto items = dynamodb_.scan(std::move(request));
  if (!items) return items.error();

  std::map<std::string, std::uint64_t> counts;
  for (const aws::DynamoDb::Item& item : *items) {
    std::optional<Count> count = count_of(item);
    if (!count)
      return refuse(aws::Error::Kind::BadResponse,
                    "an item of the table is not a candidate's count");
    counts[std::move(count->candidate)] = count->votes;
  }
  return counts;
}

}  // namespace votes
