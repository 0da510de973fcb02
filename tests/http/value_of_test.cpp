// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/value_of.hpp"

#include <gtest/gtest.h>

#include <cstdint>

namespace eventc::http {
namespace {

TEST(ValueOf, TakesIntegersWhole) {
  EXPECT_EQ(ValueOf<int>::from("-12"), -12);
  EXPECT_EQ(ValueOf<std::uint8_t>::from("255"), 255);
  for (const char* const text : {"", "+1", " 1", "1 ", "1.0", "0x1", "one", "2147483648"})
    EXPECT_EQ(ValueOf<int>::from(text), std::nullopt) << text;
  EXPECT_EQ(ValueOf<std::uint8_t>::from("256"), std::nullopt);
  EXPECT_EQ(ValueOf<unsigned>::from("-1"), std::nullopt);
}

TEST(ValueOf, TakesNumbersThatAreFinite) {
  EXPECT_EQ(ValueOf<double>::from("-1.5e2"), -150.0);
  for (const char* const text : {"", "inf", "nan", "-infinity", "1e999", "1.5x"})
    EXPECT_EQ(ValueOf<double>::from(text), std::nullopt) << text;
}

TEST(ValueOf, TakesTextThatIsUtf8) {
  EXPECT_EQ(ValueOf<std::string_view>::from("caf\xC3\xA9"), "caf\xC3\xA9");
  EXPECT_EQ(ValueOf<std::string>::from(""), "");
  for (const char* const text : {"\xFF", "a\xC3", "\xC0\x80", "\xED\xA0\x80"}) {
    EXPECT_EQ(ValueOf<std::string_view>::from(text), std::nullopt);
    EXPECT_EQ(ValueOf<std::string>::from(text), std::nullopt);
  }
}

TEST(ValueOf, TakesTrueAndFalseAlone) {
  EXPECT_EQ(ValueOf<bool>::from("true"), true);
  EXPECT_EQ(ValueOf<bool>::from("false"), false);
  EXPECT_EQ(ValueOf<bool>::from("1"), std::nullopt);
  EXPECT_EQ(ValueOf<bool>::from("True"), std::nullopt);
}

}  // namespace
}  // namespace eventc::http
