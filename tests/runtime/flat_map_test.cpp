// SPDX-License-Identifier: Apache-2.0
#include "flat_map.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <vector>

namespace eventc {
namespace {

struct Address {
  const int* of = nullptr;

  [[nodiscard]] std::uint64_t hash() const { return hash_of(of); }
  bool operator==(const Address&) const = default;
};

TEST(FlatMap, FindsWhatWasAdded) {
  FlatMap<Address, std::size_t> map;
  const std::vector<int> numbers(1000);
  EXPECT_TRUE(map.empty());
  EXPECT_EQ(map.find({&numbers[0]}), nullptr);
  for (std::size_t i = 0; i < numbers.size(); i += 2) map[{&numbers[i]}] = i;
  EXPECT_FALSE(map.empty());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    ASSERT_EQ(map.contains({&numbers[i]}), i % 2 == 0) << i;
    if (i % 2 == 0) {
      EXPECT_EQ(*map.find({&numbers[i]}), i);
    }
  }
}

TEST(FlatMap, KeepsOneEntryForAKey) {
  FlatMap<Address, int> map;
  const int number = 0;
  map[{&number}] = 1;
  ++map[{&number}];
  EXPECT_EQ(*map.find({&number}), 2);
}

}  // namespace
}  // namespace eventc
