// SPDX-License-Identifier: Apache-2.0
#include "text_block.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>

namespace eventc {
namespace {

/// The same, byte by byte.
TextBlock look_at_each(const std::string& bytes) {
  TextBlock block;
  for (std::size_t i = 0; i < TextBlock::kSize; ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const std::uint64_t bit = std::uint64_t{1} << i;
    if (byte == '"') block.quotes |= bit;
    if (byte == '\\' || byte < 0x20 || byte >= 0x80) block.others |= bit;
  }
  return block;
}

void expect_all_kinds_agree(const std::string& bytes) {
  const TextBlock expected = look_at_each(bytes);
  const TextBlock found = look_at_block(bytes.data());
  const TextBlock plain = PlainTextBlock::look(bytes.data());
  ASSERT_EQ(found.quotes, expected.quotes) << testing::PrintToString(bytes);
  ASSERT_EQ(found.others, expected.others) << testing::PrintToString(bytes);
  ASSERT_EQ(plain.quotes, expected.quotes) << testing::PrintToString(bytes);
  ASSERT_EQ(plain.others, expected.others) << testing::PrintToString(bytes);
}

// Each byte alone at each place, with neighbours that may carry into it.
TEST(TextBlock, TellsEachByteAtEachPlace) {
  for (const char neighbour : {'a', '\0', '\xFF', '"', '\\', '!', ' ', '\x1F', '\x80'}) {
    for (int value = 0; value < 256; ++value) {
      for (std::size_t place = 0; place < TextBlock::kSize; ++place) {
        std::string bytes(TextBlock::kSize, neighbour);
        bytes[place] = static_cast<char>(value);
        expect_all_kinds_agree(bytes);
        if (HasFatalFailure()) return;
      }
    }
  }
}

}  // namespace
}  // namespace eventc
