// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/digits.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "runtime/outcome.hpp"

namespace eventc {
namespace {

using test::Exact;

TEST(EightDigits, AreCountedUpToTheFirstOtherByte) {
  for (int c = 0; c < 256; ++c) {
    const bool is_digit = c >= '0' && c <= '9';
    for (unsigned place = 0; place < 8; ++place) {
      std::string text = "12345678";
      text[place] = static_cast<char>(c);
      EXPECT_EQ(EightDigits(load_word(text.data())).count(), is_digit ? 8U : place) << c;
    }
  }
}

TEST(EightDigits, AreANumber) {
  const std::string text = "90817263";
  for (std::size_t size = 1; size <= 8; ++size) {
    const std::string cut = text.substr(0, size) + std::string(8 - size, ',');
    const EightDigits digits(load_word(cut.data()));
    EXPECT_EQ(digits.count(), size);
    EXPECT_EQ(digits.value(), std::stoull(text.substr(0, size)));
  }
}

TEST(EightDigits, TellOfAZeroInFront) {
  EXPECT_TRUE(EightDigits(load_word("01,45678")).begins_with_0());
  EXPECT_FALSE(EightDigits(load_word("0,,45678")).begins_with_0());
  EXPECT_FALSE(EightDigits(load_word("10,45678")).begins_with_0());
}

TEST(AddDigits, TakesAsManyAsThereAre) {
  for (std::size_t size = 0; size <= kSafeDigits; ++size) {
    for (const std::size_t more : {0U, 1U, 9U}) {
      const std::string digits = std::string("987654321098765432").substr(0, size);
      const Exact exact(digits + std::string(more, ']'));
      const char* const begin = exact.view().data();
      std::uint64_t value = 0;
      const char* const end = add_digits(begin, begin + exact.view().size(), value);
      EXPECT_EQ(static_cast<std::size_t>(end - begin), size);
      EXPECT_EQ(value, size == 0 ? 0 : std::stoull(digits));
    }
  }
}

}  // namespace
}  // namespace eventc
