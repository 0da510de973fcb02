// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/scan.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace eventc {
namespace {

/// A text with nothing behind it that a sanitizer would let pass.
class Exact {
 public:
  explicit Exact(std::string_view text) : bytes_(new char[text.size()]), size_(text.size()) {
    std::memcpy(bytes_.get(), text.data(), size_);
  }
  [[nodiscard]] const char* begin() const { return bytes_.get(); }
  [[nodiscard]] const char* end() const { return bytes_.get() + size_; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_;
};

template <class Block>
class Scan : public testing::Test {};
using Kinds = testing::Types<Bytes16, PlainBytes16>;
TYPED_TEST_SUITE(Scan, Kinds);

TYPED_TEST(Scan, FindsTheFirstFromAnyPlaceInATextOfAnyLength) {
  for (std::size_t size = 0; size <= 50; ++size) {
    for (std::size_t quote = 0; quote <= size; ++quote) {
      std::string text(size, 'a');
      if (quote < size) text[quote] = '"';
      const Exact exact(text);
      for (std::size_t from = 0; from <= size; ++from) {
        const std::size_t expected = quote >= from ? quote : size;
        const char* const found =
            find_special<TypeParam>(exact.begin(), exact.begin() + from, exact.end());
        ASSERT_EQ(found - exact.begin(), static_cast<std::ptrdiff_t>(expected))
            << size << " bytes, a quote at " << quote << ", from " << from;
      }
    }
  }
}

TYPED_TEST(Scan, SkipsWhiteSpaceAloneAndAllOfIt) {
  for (std::size_t size = 0; size <= 40; ++size) {
    for (std::size_t length = 0; length <= size; ++length) {
      std::string text;
      for (std::size_t i = 0; i < length; ++i) text += " \n\t\r"[i % 4];
      text.append(size - length, '\0');
      const Exact exact(text);
      const char* const found =
          skip_white_space<TypeParam>(exact.begin(), exact.begin(), exact.end());
      ASSERT_EQ(found - exact.begin(), static_cast<std::ptrdiff_t>(length)) << size;
    }
  }
}

TYPED_TEST(Scan, CountsTheNumbersOfAnArray) {
  const auto count = [](std::string_view text) {
    const Exact exact(text);
    return count_numbers<TypeParam>(exact.begin(), exact.end());
  };
  for (std::size_t numbers = 1; numbers < 40; ++numbers) {
    std::string text = "1";
    for (std::size_t i = 1; i < numbers; ++i) text += i % 3 == 0 ? ", 22" : ",3";
    EXPECT_EQ(count(text + "]"), numbers);
    EXPECT_EQ(count(text + "],[4,4,4,4,4,4,4,4,4,4,4]"), numbers);
    EXPECT_EQ(count(text), numbers) << "no end";
  }
}

}  // namespace
}  // namespace eventc
