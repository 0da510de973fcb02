// SPDX-License-Identifier: Apache-2.0
#include "eventc/json_text.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

namespace eventc {
namespace {

TEST(JsonText, PutsCommasBetweenMembersAndItems) {
  JsonText text;
  text.open_object().key("a").number(1).key("b").open_array();
  text.string("x").boolean(true).raw("null").open_object().close_object().open_array();
  text.close_array().close_array().key("c").base64("hi").close_object();
  EXPECT_EQ(std::move(text).finish(), R"({"a":1,"b":["x",true,null,{},[]],"c":"aGk="})");
}

TEST(JsonText, EscapesKeysAndTexts) {
  JsonText text;
  text.open_object().key("\"").string("\n\\").close_object();
  EXPECT_EQ(std::move(text).finish(), R"({"\"":"\n\\"})");
}

TEST(JsonText, ReplacesWhatIsNotUtf8) {
  JsonText text;
  text.string("a\xFF\xC3(b\xE2\x82");
  EXPECT_EQ(std::move(text).finish(), "\"a\uFFFD\uFFFD(b\uFFFD\uFFFD\"");
}

TEST(JsonText, WritesNumbersThatJsonHas) {
  JsonText text;
  text.open_array().number(std::numeric_limits<std::uint64_t>::max());
  text.number(std::numeric_limits<std::int64_t>::min()).number(0.1);
  text.number(std::numeric_limits<double>::infinity()).close_array();
  EXPECT_EQ(std::move(text).finish(), "[18446744073709551615,-9223372036854775808,0.1,null]");
}

}  // namespace
}  // namespace eventc
