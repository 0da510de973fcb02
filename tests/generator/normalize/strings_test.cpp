// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "generator/compile_helper.hpp"

namespace eventc::compiler::testing {
namespace {

TEST(NormalizeStrings, ReadsLengthsAndPattern) {
  const Compiled compiled =
      run_normalize(schema(R"({"minLength": 2, "maxLength": 4.0, "pattern": "^[a-z]+$"})"));
  EXPECT_EQ(compiled.printed(), "");
  EXPECT_EQ(compiled.node().min_length, 2u);
  EXPECT_EQ(compiled.node().max_length, 4u);
  ASSERT_TRUE(compiled.node().pattern.has_value());
  EXPECT_EQ(compiled.node().pattern->source, "^[a-z]+$");
}

TEST(NormalizeStrings, HasNoLimitsByDefault) {
  const Compiled compiled = run_normalize(schema("{}"));
  EXPECT_EQ(compiled.node().min_length, 0u);
  EXPECT_EQ(compiled.node().max_length, std::nullopt);
  EXPECT_EQ(compiled.node().pattern, std::nullopt);
}

TEST(NormalizeStrings, ShowsAPatternThatCannotBeCompiled) {
  EXPECT_EQ(
      run_normalize(schema("{\n  \"pattern\": \"^(a**)$\"\n}\n")).printed(),
      R"(a.json:2:14: error: "pattern" cannot be compiled: "*" has nothing to repeat (at character 4)
    "pattern": "^(a**)$"
               ^~~~~~~~~
  at /pattern
)");
}

TEST(NormalizeStrings, WarnsOfAPatternThatWasMeantOtherwise) {
  const Compiled compiled = run_normalize(schema("{\n  \"pattern\": \"^a{,5}$\"\n}\n"));
  EXPECT_EQ(
      compiled.printed(),
      R"(a.json:2:14: warning: "pattern": "{,5}" stands for itself: a count from none is written "{0,5}" (at character 2)
    "pattern": "^a{,5}$"
               ^~~~~~~~~
  at /pattern
)");
  EXPECT_EQ(compiled.node().pattern->source, "^a{,5}$");
}

TEST(NormalizeStrings, ReportsEachPattern) {
  const Compiled compiled = run_normalize(schema(
      R"j({"properties": {"a": {"pattern": "("}, "b": {"pattern": "(?x)"},
         "c": {"pattern": "^x$"}}})j"));
  EXPECT_EQ(compiled.diagnostics.error_count(), 2u);
}

}  // namespace
}  // namespace eventc::compiler::testing
