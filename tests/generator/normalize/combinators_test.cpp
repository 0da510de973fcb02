// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "generator/compile_helper.hpp"

namespace eventc::compiler::testing {
namespace {

TEST(NormalizeCombinators, ReadsEachList) {
  const Compiled compiled =
      run_normalize(schema(R"({"allOf": [{}, true], "anyOf": [false], "oneOf": [{}, {}]})"));
  EXPECT_EQ(compiled.printed(), "");
  EXPECT_EQ(compiled.node().all_of,
            (std::vector{compiled.id("/allOf/0"), compiled.id("/allOf/1")}));
  EXPECT_EQ(compiled.node().any_of, (std::vector{compiled.id("/anyOf/0")}));
  EXPECT_EQ(compiled.node().one_of,
            (std::vector{compiled.id("/oneOf/0"), compiled.id("/oneOf/1")}));
}

TEST(NormalizeCombinators, MakesAUnionOfEitherKeyword) {
  EXPECT_TRUE(run_normalize(schema(R"({"anyOf": [{}]})")).node().is_union());
  EXPECT_TRUE(run_normalize(schema(R"({"oneOf": [{}]})")).node().is_union());
  EXPECT_FALSE(run_normalize(schema(R"({"allOf": [{}]})")).node().is_union());
}

TEST(NormalizeCombinators, TakesOneOfsBranchesFirst) {
  const Compiled compiled = run_normalize(schema(R"({"anyOf": [{}], "oneOf": [{}]})"));
  EXPECT_EQ(compiled.node().branches(), (std::vector{compiled.id("/oneOf/0")}));
}

}  // namespace
}  // namespace eventc::compiler::testing
