// SPDX-License-Identifier: Apache-2.0
#include "same_text.hpp"

#include <gtest/gtest.h>

#include <string>

namespace eventc {
namespace {

TEST(IsSameText, SeesEveryByte) {
  for (std::size_t size = 0; size <= 40; ++size) {
    const std::string text(size, 'a');
    EXPECT_TRUE(is_same_text(text, std::string(size, 'a')));
    EXPECT_FALSE(is_same_text(text, std::string(size + 1, 'a')));
    for (std::size_t i = 0; i < size; ++i) {
      std::string other = text;
      other[i] = 'b';
      EXPECT_FALSE(is_same_text(text, other)) << size << " " << i;
    }
  }
}

}  // namespace
}  // namespace eventc
