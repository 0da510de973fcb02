// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/cursor.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace eventc {
namespace {

TEST(Cursor, GoesThroughATextAsItComes) {
  const std::string_view text = R"( {"a": [1, "b"]} )";
  Cursor in(text, 8);
  bool first = true;
  EXPECT_EQ(in.peek(), '{');
  in.open('{');
  ASSERT_TRUE(in.step('}', first));
  EXPECT_EQ(in.read_key().raw(), "a");
  EXPECT_EQ(in.peek_type(), schema::kArray);
  bool first_item = true;
  in.open('[');
  ASSERT_TRUE(in.step(']', first_item));
  EXPECT_EQ(in.read_number().text, "1");
  ASSERT_TRUE(in.step(']', first_item));
  EXPECT_EQ(in.read_string().raw(), "b");
  EXPECT_FALSE(in.step(']', first_item));
  EXPECT_FALSE(in.step('}', first));
  in.finish();
  EXPECT_TRUE(in.ok());
  EXPECT_EQ(in.offset(), 16U);
}

TEST(Cursor, BeginsSomewhereInAnotherReadersText) {
  const std::string_view text = R"([["a"], 1])";
  Cursor in(text, 8);
  bool first = true;
  in.open('[');
  ASSERT_TRUE(in.step(']', first));
  const char* const value = in.position();
  EXPECT_EQ(in.skip(), R"(["a"])");
  Cursor again(in, value);
  EXPECT_EQ(again.skip(), R"(["a"])");
  EXPECT_EQ(again.depth_left(), 7U);
  EXPECT_EQ(in.peek(), ',');
}

TEST(Cursor, StandsAtTheEndOnceItHasFailed) {
  const std::string_view text = "[1]";
  Cursor in(text, 8);
  in.fail(Failure::Refused, text.data(), {});
  EXPECT_EQ(in.position(), in.end());
  EXPECT_EQ(Cursor(in, text.data()).position(), in.end());
}

TEST(Cursor, SharesALimit) {
  const std::string_view text = "[1]";
  Reader other(text, 2);
  other.fail(Failure::MatchLimit, text.data() + 1, "why");
  Cursor in(text, 2);
  in.share_limit(other);
  EXPECT_EQ(in.failure(), Failure::MatchLimit);
  EXPECT_EQ(in.position(), in.end());
}

}  // namespace
}  // namespace eventc
