// SPDX-License-Identifier: Apache-2.0

// votes_count_votes: reads lines "candidate shard sequence_number" and counts each in the table
// "votes" of the environment's DynamoDB. Prints "now", "before" or the error for each, and at the
// end the counts.

#include <iostream>
#include <string>

#include "votes/vote_table.hpp"

namespace {

int fail(const aws::Error& error) {
  std::cerr << error.to_string() << "\n";
  return 1;
}

}  // namespace

int main() {
  aws::CurlTransport transport;
  const auto client =
      aws::client_from(aws::process_environment(), aws::DynamoDb::kService, transport);
  if (!client) return fail(client.error());
  votes::VoteTable table{aws::DynamoDb(*client)};

  std::string candidate, shard, number;
  while (std::cin >> candidate >> shard >> number) {
    const auto counted = table.count(candidate, shard, number);
    if (!counted)
      std::cout << counted.error().type << "\n";
    else
      std::cout << (*counted == votes::VoteTable::Counted::Now ? "now" : "before") << "\n";
  }
  const auto counts = table.counts();
  if (!counts) return fail(counts.error());
  for (const auto& [name, votes] : *counts) std::cout << name << " " << votes << "\n";
  return 0;
}
