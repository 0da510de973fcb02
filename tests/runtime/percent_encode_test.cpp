// SPDX-License-Identifier: Apache-2.0
#include "eventc/percent_encode.hpp"

#include <gtest/gtest.h>

namespace eventc {
namespace {

std::string encoded(std::string_view text, std::string_view others) {
  std::string out = "#";
  append_percent_encoded(text, others, out);
  return out;
}

TEST(PercentEncode, LeavesLettersDigitsAndWhatElseIsNamed) {
  EXPECT_EQ(encoded("azAZ09-._~", "-."), "#azAZ09-.%5F%7E");
  EXPECT_EQ(encoded("", "-"), "#");
}

TEST(PercentEncode, EncodesAnyByte) {
  EXPECT_EQ(encoded(std::string_view("\0\xFF%", 3), ""), "#%00%FF%25");
}

}  // namespace
}  // namespace eventc
