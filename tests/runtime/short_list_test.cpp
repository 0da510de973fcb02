// SPDX-License-Identifier: Apache-2.0
#include "short_list.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace eventc {
namespace {

using List = ShortList<int, 3>;

std::vector<int> items_of(const List& list) { return {list.begin(), list.end()}; }

TEST(ShortList, KeepsTheOrderHoweverMany) {
  List list;
  std::vector<int> expected;
  EXPECT_EQ(items_of(list), expected);
  for (int i = 0; i < 20; ++i) {
    list.add(i);
    expected.push_back(i);
    ASSERT_EQ(items_of(list), expected);
  }
}

TEST(ShortList, ForgetsWhatIsPastItsNewSize) {
  List list;
  for (int i = 0; i < 5; ++i) list.add(i);
  list.shrink(2);
  list.add(9);
  EXPECT_EQ(items_of(list), (std::vector{0, 1, 9}));
}

}  // namespace
}  // namespace eventc
