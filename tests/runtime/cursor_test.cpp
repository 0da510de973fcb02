// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/cursor.hpp"

#include <gtest/gtest.h>

#include <string>
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

TEST(Cursor, StepsToNamesHoweverTheyAreIndented) {
  for (const std::string space :
       {"", " ", "\n  ", "\n\t", "\r\n              ", "\n                 "}) {
    const std::string comma = "," + space;
    const std::string text = "{" + space + R"("a":1)" + comma + R"("b":{})" + comma +
                             R"("a name of more than sixteen":[])" + space + "}";
    for (const std::size_t behind : {0U, 100U}) {  // near the text's end, and far from it
      const std::string padded = text + std::string(behind, ' ');
      Cursor in(padded, 8);
      std::string names;
      in.open('{');
      for (bool first = true; in.step('}', first); in.skip())
        names.append(in.read_key().raw()).append(";");
      in.finish();
      EXPECT_TRUE(in.ok()) << padded;
      EXPECT_EQ(names, "a;b;a name of more than sixteen;") << padded;
    }
  }
}

TEST(Cursor, RefusesNamesThatNoCommaSeparates) {
  const std::string behind(100, ' ');
  for (const char* const text :
       {R"({"a":1 "b":2})", R"({,"a":1})", R"({"a":1,})", R"({"a":1,,"b":2})"}) {
    const std::string padded = text + behind;
    Cursor in(padded, 8);
    in.open('{');
    for (bool first = true; in.step('}', first); in.skip()) in.read_key();
    EXPECT_FALSE(in.ok()) << text;
  }
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
