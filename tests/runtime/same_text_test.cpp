// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/same_text.hpp"

#include <gtest/gtest.h>

#include <string>

#include "runtime/outcome.hpp"

namespace eventc {
namespace {

using test::Exact;

template <class Block>
class IsSameText : public testing::Test {};
using Kinds = testing::Types<Bytes16, PlainBytes16>;
TYPED_TEST_SUITE(IsSameText, Kinds);

TYPED_TEST(IsSameText, SeesEveryByteOfTextsOfAnyLength) {
  for (std::size_t size = 0; size <= 50; ++size) {
    const Exact text(std::string(size, 'a'));
    const Exact same(std::string(size, 'a'));
    const Exact longer(std::string(size + 1, 'a'));
    EXPECT_TRUE(is_same_text<TypeParam>(text.view(), same.view())) << size;
    EXPECT_FALSE(is_same_text<TypeParam>(text.view(), longer.view())) << size;
    for (std::size_t i = 0; i < size; ++i) {
      std::string other(size, 'a');
      other[i] = 'b';
      const Exact exact(other);
      ASSERT_FALSE(is_same_text<TypeParam>(text.view(), exact.view())) << size << " " << i;
    }
  }
}

}  // namespace
}  // namespace eventc
