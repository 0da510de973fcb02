// SPDX-License-Identifier: Apache-2.0
#include "eventc/trimmed.hpp"

#include <gtest/gtest.h>

namespace eventc {
namespace {

TEST(Trimmed, LosesWhatIsSpaceAtBothEndsAlone) {
  EXPECT_EQ(trimmed(" \ta b\t ", " \t"), "a b");
  EXPECT_EQ(trimmed("a\r\n", " \t"), "a\r\n");
  EXPECT_EQ(trimmed("\t \t", " \t"), "");
  EXPECT_EQ(trimmed("", " "), "");
}

}  // namespace
}  // namespace eventc
