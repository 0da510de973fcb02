// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/integer_block.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace eventc {
namespace {

/// "1,-2|" for the integers and where reading goes on, at the mark.
template <class Block>
std::string read(const std::string& text, bool may_be_negative) {
  std::string shown;
  IntegerBlock<Block> block(text.data(), may_be_negative);
  for (; block.any(); block.pass()) shown += std::to_string(block.value()) + ",";
  return shown + "|" + std::to_string(block.begin() - text.data());
}

/// The integer in front of the separator, when it is one of up to three digits as JSON has it.
bool is_short_integer(std::string_view text, bool may_be_negative) {
  if (may_be_negative && text.starts_with('-')) text.remove_prefix(1);
  const bool are_digits = text.find_first_not_of("0123456789") == std::string_view::npos;
  return are_digits && !text.empty() && text.size() <= 3 && (text.size() == 1 || text[0] != '0');
}
/// The same, one by one.
std::string read_plainly(std::string_view text, bool may_be_negative) {
  std::string shown;
  std::size_t begin = 0;
  bool has_ended = false;
  while (!has_ended) {
    const std::size_t end = text.substr(0, 16).find_first_of(",]", begin);
    if (end == std::string_view::npos) break;
    const std::string_view one = text.substr(begin, end - begin);
    if (!is_short_integer(one, may_be_negative)) break;
    shown += std::to_string(std::stoi(std::string(one))) + ",";
    has_ended = text[end] == ']';
    begin = end + 1;
  }
  return shown + "|" + std::to_string(begin);
}

template <class Block>
class OfIntegers : public testing::Test {};
using Kinds = testing::Types<Bytes16, PlainBytes16>;
TYPED_TEST_SUITE(OfIntegers, Kinds);

TYPED_TEST(OfIntegers, AreReadAsFarAsTheyAreWhole) {
  EXPECT_EQ(read<TypeParam>("104,101,-108,1,0", true), "104,101,-108,1,|15");
  EXPECT_EQ(read<TypeParam>("104,101,-108,1,0", false), "104,101,|8") << "no sign is taken";
  EXPECT_EQ(read<TypeParam>("7],\"next\":[1,2,3", true), "7,|2") << "the array ends";
  EXPECT_EQ(read<TypeParam>("0,-0,00,1,1,1,1,", true), "0,0,|5") << "no zero before another digit";
  EXPECT_EQ(read<TypeParam>("1,1234,1,1,1,1,1", true), "1,|2") << "four digits are too many";
  EXPECT_EQ(read<TypeParam>("1,2.5,1,1,1,1,1,", true), "1,|2");
  EXPECT_EQ(read<TypeParam>("1, 2,1,1,1,1,1,1", true), "1,|2") << "nor is white space passed";
  EXPECT_EQ(read<TypeParam>("1,,1,1,1,1,1,1,1", true), "1,|2");
  EXPECT_EQ(read<TypeParam>("1,-,1,1,1,1,1,1,", true), "1,|2");
  EXPECT_EQ(read<TypeParam>("]1,1,1,1,1,1,1,1", true), "|0");
}

TYPED_TEST(OfIntegers, AreTheSameAsOneByOne) {
  std::mt19937 random(7);
  constexpr std::string_view kLikely = "0123456789012345678901234567890123456789,,,,,,,,,---] .e";
  for (int i = 0; i < 200000; ++i) {
    std::string text(16, ' ');
    for (char& c : text) c = kLikely[random() % kLikely.size()];
    for (const bool may_be_negative : {true, false}) {
      ASSERT_EQ(read<TypeParam>(text, may_be_negative), read_plainly(text, may_be_negative))
          << text << " " << may_be_negative;
    }
  }
}

}  // namespace
}  // namespace eventc
