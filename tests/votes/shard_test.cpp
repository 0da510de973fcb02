// SPDX-License-Identifier: Apache-2.0
#include "votes/shard.hpp"

#include <gtest/gtest.h>

namespace votes {
namespace {

TEST(ShardOf, IsInFrontOfTheSequenceNumber) {
  EXPECT_EQ(shard_of("shardId-000000000006:495903382714"), "shardId-000000000006");
}

TEST(ShardOf, IsNothingWhereThereIsNone) {
  EXPECT_EQ(shard_of(""), std::nullopt);
  EXPECT_EQ(shard_of("495903382714"), std::nullopt);
  EXPECT_EQ(shard_of(":495903382714"), std::nullopt);
}

}  // namespace
}  // namespace votes
