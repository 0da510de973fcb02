// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/bytes16.hpp"

#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <string>

namespace eventc {
namespace {

template <class Block>
class OfSixteenBytes : public testing::Test {
 protected:
  /// Which of the bytes a mask holds for, one by one.
  static std::string places(typename Block::Mask mask) {
    std::string places(16, '.');
    for (std::size_t at = 0; mask.any(); ++at) {
      const std::size_t step = mask.first();
      at += step;
      places[at] = 'x';
      if (at == 15) break;
      mask = mask.behind(step).behind(1);
    }
    return places;
  }
  static std::string places_where(const std::string& bytes,
                                  const std::function<bool(unsigned char)>& holds) {
    std::string places;
    for (const char c : bytes) places += holds(static_cast<unsigned char>(c)) ? 'x' : '.';
    return places;
  }
  /// Calls visit with each byte, alone at each place, and with neighbours that may carry into it.
  static void for_all_bytes(const std::function<void(const std::string&)>& visit) {
    for (int value = 0; value < 256; ++value) {
      for (const char neighbour : {'a', '\0', '\xFF', '"', '!', '\x1F', '\x80'}) {
        for (std::size_t place = 0; place < 16; ++place) {
          std::string bytes(16, neighbour);
          bytes[place] = static_cast<char>(value);
          visit(bytes);
        }
      }
    }
  }
};

using Kinds = testing::Types<Bytes16, PlainBytes16>;
TYPED_TEST_SUITE(OfSixteenBytes, Kinds);

TYPED_TEST(OfSixteenBytes, SpecialAreThoseThatEndAPlainRun) {
  this->for_all_bytes([this](const std::string& bytes) {
    const auto is_special = [](unsigned char c) {
      return c < 0x20 || c >= 0x80 || c == '"' || c == '\\';
    };
    ASSERT_EQ(this->places(TypeParam::load(bytes.data()).special()),
              this->places_where(bytes, is_special));
  });
}

TYPED_TEST(OfSixteenBytes, WhiteSpaceIsWhatRfc8259Lists) {
  this->for_all_bytes([this](const std::string& bytes) {
    const auto is_white_space = [](unsigned char c) {
      return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    };
    const auto mask = TypeParam::load(bytes.data()).white_space();
    ASSERT_EQ(this->places(mask), this->places_where(bytes, is_white_space));
    ASSERT_EQ(this->places(~mask), this->places_where(bytes, std::not_fn(is_white_space)));
  });
}

TYPED_TEST(OfSixteenBytes, AreEqualOneByOne) {
  this->for_all_bytes([this](const std::string& bytes) {
    for (const char wanted : {'"', '\0', '\xFF'}) {
      const auto is_wanted = [wanted](unsigned char c) { return static_cast<char>(c) == wanted; };
      ASSERT_EQ(this->places(TypeParam::load(bytes.data()).equal(wanted)),
                this->places_where(bytes, is_wanted));
    }
  });
  const std::string left = "0123456789abcdef";
  const std::string right = "0123x567y9abcdeF";
  EXPECT_EQ(this->places(TypeParam::load(left.data()).equal(TypeParam::load(right.data()))),
            "xxxx.xxx.xxxxxx.");
}

TYPED_TEST(OfSixteenBytes, AreReadAsDigitsAndAsNumbersOfTwo) {
  const auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : 0; };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  this->for_all_bytes([&](std::string bytes) {
    bytes.replace(5, 3, "42:");
    const auto block = TypeParam::load(bytes.data());
    std::array<char, 16> ones{};
    std::array<char, 16> numbers{};
    block.digits().store(ones.data());
    block.two_digits().store(numbers.data());
    for (std::size_t i = 0; i < 16; ++i) {
      const int tens = i == 0 ? 0 : digit(bytes[i - 1]);
      ASSERT_EQ(int{ones[i]}, digit(bytes[i])) << i;
      ASSERT_EQ(int{numbers[i]}, is_digit(bytes[i]) ? 10 * tens + digit(bytes[i]) : 0) << i;
    }
  });
}

TYPED_TEST(OfSixteenBytes, LieBetweenTwoCharacters) {
  constexpr std::array<std::array<char, 2>, 5> kRanges{
      {{'0', '9'}, {'a', 'z'}, {'\0', '\x1F'}, {'x', 'x'}, {'\0', '\x7F'}}};
  this->for_all_bytes([&](const std::string& bytes) {
    for (const auto& [first, last] : kRanges) {
      const auto is_between = [first = first, last = last](unsigned char c) {
        return c >= static_cast<unsigned char>(first) && c <= static_cast<unsigned char>(last);
      };
      ASSERT_EQ(this->places(TypeParam::load(bytes.data()).between(first, last)),
                this->places_where(bytes, is_between));
    }
  });
}

TYPED_TEST(OfSixteenBytes, AreFoundBeforeAMaskIsMade) {
  this->for_all_bytes([](const std::string& bytes) {
    const auto block = TypeParam::load(bytes.data());
    ASSERT_EQ(block.find_special().any(), block.special().any());
    for (const auto& [first, last] : {std::array{'0', '9'}, std::array{'\0', '\x7F'}})
      ASSERT_EQ(block.find_outside(first, last).any(), (~block.between(first, last)).any());
  });
  const auto first = TypeParam::load("x...............").find_outside('.', '.');
  const auto last = TypeParam::load("...............x").find_outside('.', '.');
  const auto none = TypeParam::load("................").find_outside('.', '.');
  EXPECT_TRUE((first | last).any() && (none | last).any() && (first & (first | last)).any());
  EXPECT_FALSE((first & last).any() || (none | none).any());
}

TYPED_TEST(OfSixteenBytes, PastAsciiAreThoseOfTheHighBit) {
  this->for_all_bytes([this](const std::string& bytes) {
    ASSERT_EQ(this->places(TypeParam::load(bytes.data()).past_ascii()),
              this->places_where(bytes, [](unsigned char c) { return c >= 0x80; }));
  });
}

TYPED_TEST(OfSixteenBytes, AreStoredAsTheyWereLoaded) {
  const std::string bytes =
      "\x01\xFE"
      "23456789abcdef";
  std::string copy(18, '.');
  TypeParam::load(bytes.data()).store(copy.data() + 1);
  EXPECT_EQ(copy, "." + bytes + ".");
}

TYPED_TEST(OfSixteenBytes, AreCountedAndCut) {
  const std::string commas = ",1,22,333,,,5,6,";
  const auto mask = TypeParam::load(commas.data()).equal(',');
  EXPECT_EQ(mask.count(), 8u);
  EXPECT_EQ(mask.before(3).count(), 2u);
  EXPECT_EQ(mask.before(0).count(), 0u);
  EXPECT_EQ(mask.behind(3).first(), 2u);
  EXPECT_EQ(mask.from(3).first(), 5u);
  EXPECT_EQ(mask.from(0).count(), 8u);
  EXPECT_EQ(mask.from(15).count(), 1u);
  const auto all = TypeParam::load(std::string(16, ',').data()).equal(',');
  EXPECT_EQ((mask & all).count(), 8u);
  EXPECT_EQ((mask & ~all).any(), false);
  using Mask = typename TypeParam::Mask;
  EXPECT_TRUE(all.contains(Mask::of_first(16)));
  EXPECT_TRUE(mask.contains(Mask::of_first(0)));
  EXPECT_TRUE(mask.contains(Mask::of_first(1)));
  EXPECT_FALSE(mask.contains(Mask::of_first(2)));
  EXPECT_FALSE(mask.contains(Mask::of_first(16)));
  EXPECT_EQ(Mask::of_first(5).count(), 5u);
  EXPECT_EQ(mask.without_first().first(), 2u);
  EXPECT_EQ(mask.without_first().count(), 7u);
  EXPECT_TRUE(mask.begins_with_one_of(all));
  EXPECT_TRUE(all.begins_with_one_of(mask));
  EXPECT_FALSE(mask.begins_with_one_of(mask.without_first()));
  EXPECT_TRUE(mask.without_first().begins_with_one_of(mask));
  EXPECT_EQ(mask.moved_up().first(), mask.first() + 1);
  EXPECT_FALSE(Mask::of_first(0).begins_with_one_of(all));
}

}  // namespace
}  // namespace eventc
