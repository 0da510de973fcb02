// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "generator/compile_helper.hpp"

namespace eventc::compiler::testing {
namespace {

TEST(NormalizeNumbers, KeepsTheLiteralsOfTheAuthor) {
  const Compiled compiled = run_normalize(schema(
      R"({"multipleOf": 0.010, "minimum": -1E2, "exclusiveMinimum": -0.0,
         "maximum": 18446744073709551616, "exclusiveMaximum": 1e400})"));
  EXPECT_EQ(compiled.printed(), "");
  const Node& node = compiled.node();
  EXPECT_EQ(node.multiple_of, "0.010");
  EXPECT_EQ(node.minimum, "-1E2");
  EXPECT_EQ(node.exclusive_minimum, "-0.0");
  EXPECT_EQ(node.maximum, "18446744073709551616");
  EXPECT_EQ(node.exclusive_maximum, "1e400");
}

TEST(NormalizeNumbers, WritesIntegersPlainly) {
  const Compiled compiled = run_normalize(
      schema(R"({"minimum": -9223372036854775808, "maximum": 18446744073709551615})"));
  EXPECT_EQ(compiled.node().minimum, "-9223372036854775808");
  EXPECT_EQ(compiled.node().maximum, "18446744073709551615");
}

TEST(NormalizeNumbers, LeavesOutWhatIsNotThere) {
  const Compiled compiled = run_normalize(schema("{}"));
  EXPECT_EQ(compiled.node().multiple_of, std::nullopt);
  EXPECT_EQ(compiled.node().minimum, std::nullopt);
  EXPECT_FALSE(compiled.node().asserts_itself());
}

TEST(NormalizeNumbers, FindsLiteralsBelowHostileNames) {
  const Compiled compiled =
      run_normalize(schema(R"({"properties": {"a/b~\"\u0000": {"minimum": 0.50}}})"));
  EXPECT_EQ(compiled.node(std::string("/properties/a~1b~0\"\0", 20)).minimum, "0.50");
}

Node draft_04(const std::string& keywords) {
  const Compiled compiled = run_normalize(
      schema(R"({"$schema": "http://json-schema.org/draft-04/schema#", )" + keywords + "}"));
  EXPECT_EQ(compiled.printed(), "");
  return compiled.node();
}

TEST(NormalizeNumbers, TakesDraft04sExclusiveLimitsFromTheLimitsBesideThem) {
  const Node exclusive = draft_04(
      R"("minimum": 0.10, "exclusiveMinimum": true, "maximum": 5, "exclusiveMaximum": true)");
  EXPECT_EQ(exclusive.minimum, std::nullopt);
  EXPECT_EQ(exclusive.exclusive_minimum, "0.10");
  EXPECT_EQ(exclusive.maximum, std::nullopt);
  EXPECT_EQ(exclusive.exclusive_maximum, "5");
  const Node inclusive = draft_04(R"("minimum": 1, "exclusiveMinimum": false, "maximum": 5)");
  EXPECT_EQ(inclusive.minimum, "1");
  EXPECT_EQ(inclusive.exclusive_minimum, std::nullopt);
  EXPECT_EQ(inclusive.maximum, "5");
}

TEST(NormalizeNumbers, TakesDraft04sExclusiveLimitsWithoutALimitForNothing) {
  const Node node = draft_04(R"("exclusiveMinimum": true, "exclusiveMaximum": true)");
  EXPECT_FALSE(node.asserts_itself());
}

}  // namespace
}  // namespace eventc::compiler::testing
