// SPDX-License-Identifier: Apache-2.0
#include "base/parallel.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

namespace eventc::compiler {
namespace {

TEST(Parallel, MakesEachCallOnce) {
  for (const std::size_t count : {0, 1, 7, 1000}) {
    std::vector<std::atomic<int>> calls(count);
    for_each_in_parallel(count, 1, [&](std::size_t i) { ++calls[i]; });
    for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(calls[i], 1) << i << " of " << count;
  }
}

TEST(Parallel, KeepsToOneThreadWhereThereIsLittleToDo) {
  // Nothing guards it: a sanitizer of threads would tell, and so would the order.
  std::vector<std::size_t> order;
  for_each_in_parallel(15, 8, [&](std::size_t i) { order.push_back(i); });
  ASSERT_EQ(order.size(), 15U);
  for (std::size_t i = 0; i < order.size(); ++i) EXPECT_EQ(order[i], i);
}

TEST(Parallel, ThrowsWhatTheFirstInOrderThrew) {
  for (int round = 0; round < 50; ++round) {
    try {
      for_each_in_parallel(1000, 1, [](std::size_t i) {
        if (i >= 100) throw std::runtime_error(std::to_string(i));
      });
      FAIL() << "nothing was thrown";
    } catch (const std::runtime_error& error) {
      EXPECT_STREQ(error.what(), "100");
    }
  }
}

}  // namespace
}  // namespace eventc::compiler
