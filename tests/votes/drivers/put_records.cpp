// SPDX-License-Identifier: Apache-2.0

// votes_put_records STREAM: puts a record for each line "key data" on the stream of the
// environment's Kinesis, all of them by put_records() and the first one by put_record() again.
// Prints "shard sequence_number" or the error's type for each.

#include <iostream>
#include <string>

#include "votes/aws/kinesis.hpp"

namespace {

int fail(const aws::Error& error) {
  std::cerr << error.to_string() << "\n";
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return fail({.message = "one argument is expected"});
  aws::CurlTransport transport;
  const auto client =
      aws::client_from(aws::process_environment(), aws::Kinesis::kService, transport);
  if (!client) return fail(client.error());
  aws::Kinesis kinesis(*client);

  std::vector<aws::Kinesis::Record> records;
  std::string key, data;
  while (std::cin >> key >> data) records.push_back({eventc::Bytes(data), key});
  for (const aws::Kinesis::Put& put : kinesis.put_records(argv[1], records)) {
    if (put.error)
      std::cout << put.error->type << "\n";
    else
      std::cout << put.shard_id << " " << put.sequence_number << "\n";
  }
  const auto single =
      kinesis.put_record(argv[1], records.at(0).partition_key, records.at(0).data.text());
  if (!single) return fail(single.error());
  std::cout << single->shard_id << " " << single->sequence_number << "\n";
  return 0;
}
