// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include "votes/aws/kinesis.hpp"
#include "votes/connection.hpp"
#include "votes/pool.hpp"
#include "votes/vote_table.hpp"

/// The connections that the functions need, made when they are.
namespace votes {

using StreamPool = Pool<Connection<aws::Kinesis>>;
using TablePool = Pool<Connection<VoteTable>>;

inline StreamPool make_stream_pool() {
  return StreamPool([] {
    return open<aws::Kinesis>(aws::Kinesis::kService,
                              [](aws::Client client) { return aws::Kinesis(std::move(client)); });
  });
}

inline TablePool make_table_pool(std::string table) {
  return TablePool([table = std::move(table)] {
    return open<VoteTable>(aws::DynamoDb::kService, [&table](aws::Client client) {
      return VoteTable(aws::DynamoDb(std::move(client)), table);
    });
  });
}

}  // namespace votes
