// SPDX-License-Identifier: Apache-2.0
#include "eventc/bytes.hpp"

#include <gtest/gtest.h>

#include <array>
#include <type_traits>
#include <vector>

namespace eventc {
namespace {

using namespace std::string_literals;

static_assert(std::is_nothrow_move_constructible_v<Bytes>);
static_assert(!std::is_convertible_v<std::string, Bytes>);
static_assert(!std::is_convertible_v<std::string_view, Bytes>);

TEST(Bytes, IsEmptyByDefault) {
  const Bytes bytes;
  EXPECT_TRUE(bytes.empty());
  EXPECT_EQ(bytes.size(), 0U);
  EXPECT_EQ(bytes.text(), "");
  EXPECT_EQ(bytes.begin(), bytes.end());
}

TEST(Bytes, KeepsNulAndBytesThatAreNotUtf8) {
  const std::string text = "a\0\xFF"s;
  const Bytes bytes(text);
  EXPECT_EQ(bytes.text(), text);
  EXPECT_EQ(std::vector<std::byte>(bytes.begin(), bytes.end()),
            (std::vector<std::byte>{std::byte{0x61}, std::byte{0}, std::byte{0xFF}}));
}

TEST(Bytes, IsMadeFromTextAndFromSpansAlike) {
  const std::vector<std::byte> vector = {std::byte{'a'}, std::byte{'b'}};
  const std::array<std::byte, 2> array = {std::byte{'a'}, std::byte{'b'}};
  const Bytes expected("ab");
  EXPECT_EQ(Bytes("ab"s), expected);
  EXPECT_EQ(Bytes(std::string_view("ab")), expected);
  EXPECT_EQ(Bytes(vector), expected);
  EXPECT_EQ(Bytes(array), expected);
  EXPECT_EQ(Bytes(expected.span()), expected);
  EXPECT_EQ(Bytes(std::span<const std::byte>()), Bytes());
}

TEST(Bytes, OrdersByUnsignedBytes) {
  EXPECT_LT(Bytes("\x7F"), Bytes("\x80"));
  EXPECT_LT(Bytes("a"), Bytes("aa"));
  EXPECT_GT(Bytes("b"), Bytes("aa"));
  EXPECT_NE(Bytes("a"), Bytes("a\0"s));
}

TEST(Bytes, TakesOverAString) {
  std::string text(1000, 'x');
  const char* const storage = text.data();
  Bytes bytes("before");
  bytes.assign(std::move(text));
  EXPECT_EQ(bytes.text(), std::string(1000, 'x'));
  EXPECT_EQ(bytes.text().data(), storage);
}

}  // namespace
}  // namespace eventc
