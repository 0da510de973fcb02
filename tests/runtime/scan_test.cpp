// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/scan.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "runtime/outcome.hpp"

namespace eventc {
namespace {

using test::Exact;

const char* begin(const Exact& text) { return text.view().data(); }
const char* end(const Exact& text) { return begin(text) + text.view().size(); }

template <class Block>
class Scan : public testing::Test {};
using Kinds = testing::Types<Bytes16, PlainBytes16>;
TYPED_TEST_SUITE(Scan, Kinds);

TYPED_TEST(Scan, FindsTheFirstFarAway) {
  for (const std::size_t size : {0U, 63U, 64U, 65U, 150U}) {
    for (std::size_t quote = 0; quote <= size; ++quote) {
      std::string text(size, 'a');
      if (quote < size) text[quote] = "\"\\\n\x80"[quote % 4];
      const Exact exact(text);
      const char* const found = find_special_far<TypeParam>(begin(exact), begin(exact), end(exact));
      ASSERT_EQ(found - begin(exact), static_cast<std::ptrdiff_t>(quote)) << size;
    }
  }
}

TYPED_TEST(Scan, FindsWhetherThereIsOne) {
  for (std::size_t size = 16; size < 100; ++size) {
    const Exact none(std::string(size, 'a'));
    ASSERT_FALSE(has_special<TypeParam>(begin(none), end(none))) << size;
    for (std::size_t quote = 0; quote < size; ++quote) {
      std::string text(size, 'a');
      text[quote] = "\"\\\n\x80"[quote % 4];
      const Exact one(text);
      ASSERT_TRUE(has_special<TypeParam>(begin(one), end(one))) << quote << " of " << size;
    }
  }
}

TYPED_TEST(Scan, FindsTheFirstFromAnyPlaceInATextOfAnyLength) {
  for (std::size_t size = 0; size <= 50; ++size) {
    for (std::size_t quote = 0; quote <= size; ++quote) {
      std::string text(size, 'a');
      if (quote < size) text[quote] = '"';
      const Exact exact(text);
      for (std::size_t from = 0; from <= size; ++from) {
        const std::size_t expected = quote >= from ? quote : size;
        const char* const found =
            find_special<TypeParam>(begin(exact), begin(exact) + from, end(exact));
        ASSERT_EQ(found - begin(exact), static_cast<std::ptrdiff_t>(expected))
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
      const char* const found = skip_white_space<TypeParam>(begin(exact), begin(exact), end(exact));
      ASSERT_EQ(found - begin(exact), static_cast<std::ptrdiff_t>(length)) << size;
    }
  }
}

TYPED_TEST(Scan, CountsTheNumbersOfAnArray) {
  const auto count = [](std::string_view text) {
    const Exact exact(text);
    return count_numbers<TypeParam>(begin(exact), end(exact));
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
