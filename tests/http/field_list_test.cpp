// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/field_list.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace eventc::http {
namespace {

using testing::ElementsAre;

TEST(FieldList, FindsHeadersWithoutRegardToCase) {
  Headers headers;
  headers.add("X-Key", "1");
  headers.add("x-key", "2");
  EXPECT_EQ(headers.find("x-KEY"), "1");
  EXPECT_THAT(headers.all("X-KEY"), ElementsAre("1", "2"));
  EXPECT_EQ(headers.find("x-other"), std::nullopt);
}

TEST(FieldList, FindsParametersByTheirExactBytes) {
  Parameters parameters;
  parameters.add("Limit", "1");
  parameters.add("limit", "2");
  EXPECT_EQ(parameters.find("limit"), "2");
  EXPECT_FALSE(parameters.contains("LIMIT"));
  EXPECT_EQ(parameters.size(), 2U);
}

}  // namespace
}  // namespace eventc::http
