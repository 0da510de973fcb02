// SPDX-License-Identifier: Apache-2.0
#include "eventc/json.hpp"

#include <gtest/gtest.h>

namespace eventc {
namespace {

TEST(Json, IsNullByDefault) {
  const Json json;
  EXPECT_EQ(json.text(), "null");
  EXPECT_TRUE(json.is_null());
  EXPECT_EQ(json, Json("null"));
}

TEST(Json, KeepsItsTextToTheByte) {
  const std::string text = R"({"b": 1.000e+2, "a" : [ ],"b":18446744073709551616})";
  EXPECT_EQ(Json(text).text(), text);
  EXPECT_FALSE(Json(text).is_null());
}

TEST(Json, DoesNotTakeTheStringNullForNull) { EXPECT_FALSE(Json("\"null\"").is_null()); }

TEST(Json, EqualsByText) {
  EXPECT_EQ(Json("1"), Json("1"));
  EXPECT_NE(Json("1"), Json("1.0"));
}

TEST(Json, IsAssignable) {
  Json json("[1]");
  json = Json();
  EXPECT_TRUE(json.is_null());
}

}  // namespace
}  // namespace eventc
