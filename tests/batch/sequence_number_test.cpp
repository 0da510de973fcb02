// SPDX-License-Identifier: Apache-2.0
#include "eventc/batch/sequence_number.hpp"

#include <gtest/gtest.h>

#include <string>

namespace eventc::batch {
namespace {

TEST(SequenceNumber, ComparesByValueWhateverTheLength) {
  EXPECT_TRUE(is_lower("9", "10"));
  EXPECT_FALSE(is_lower("10", "9"));
  EXPECT_TRUE(is_lower("19", "20"));
  EXPECT_TRUE(is_lower("0", "1"));
  EXPECT_TRUE(is_lower("", "1"));
}

TEST(SequenceNumber, DoesNotCountLeadingZeros) {
  EXPECT_FALSE(is_lower("0005", "5"));
  EXPECT_FALSE(is_lower("5", "0005"));
  EXPECT_TRUE(is_lower("0005", "6"));
  EXPECT_FALSE(is_lower("000", "0"));
  EXPECT_FALSE(is_lower("0", "000"));
}

TEST(SequenceNumber, HasRoomForTheLongest) {
  const std::string nines(129, '9');
  const std::string eights = std::string(128, '9') + "8";
  EXPECT_TRUE(is_lower(eights, nines));
  EXPECT_FALSE(is_lower(nines, eights));
  EXPECT_FALSE(is_lower(nines, nines));
}

TEST(SequenceNumber, SortsAsTextWhereItIsPadded) {
  EXPECT_EQ(sortable("17"), std::string(127, '0') + "17");
  EXPECT_EQ(sortable("00017"), sortable("17"));
  EXPECT_EQ(sortable(std::string(129, '9')), std::string(129, '9'));
  EXPECT_LT(sortable("9"), sortable("10"));
  EXPECT_EQ(sortable(std::string(200, '9')).size(), 200U);
}

}  // namespace
}  // namespace eventc::batch
