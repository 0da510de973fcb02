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

TEST(NormalizeCombinators, ReadsNotAndConditions) {
  const Compiled compiled =
      run_normalize(schema(R"({"not": {}, "if": true, "then": {}, "else": false})"));
  EXPECT_EQ(compiled.printed(), "");
  EXPECT_EQ(compiled.node().not_, compiled.id("/not"));
  EXPECT_EQ(compiled.node().if_, compiled.id("/if"));
  EXPECT_EQ(compiled.node().then_, compiled.id("/then"));
  EXPECT_EQ(compiled.node().else_, compiled.id("/else"));
}

TEST(NormalizeCombinators, DropsBranchesWithoutACondition) {
  const Compiled compiled = run_normalize(schema(R"({"then": false, "else": false})"));
  EXPECT_EQ(compiled.node().then_, std::nullopt);
  EXPECT_EQ(compiled.node().else_, std::nullopt);
  EXPECT_FALSE(compiled.node().asserts_itself());
}

TEST(NormalizeCombinators, KeepsAConditionWithoutBranchesOnlyWhereItCanEvaluate) {
  const auto condition = [](Draft draft) {
    Schemas schemas = schema(R"({"if": {}})");
    schemas.dialect = draft;
    return run_normalize(schemas).node().if_.has_value();
  };
  EXPECT_TRUE(condition(Draft::Draft202012));
  EXPECT_TRUE(condition(Draft::Draft201909));
  EXPECT_FALSE(condition(Draft::Draft07));
}

TEST(NormalizeCombinators, PassesConditionsBeforeDraft07) {
  Schemas schemas = schema(R"({"if": {}, "then": false, "else": false})");
  schemas.dialect = Draft::Draft06;
  EXPECT_FALSE(run_normalize(schemas).node().asserts_itself());
}

}  // namespace
}  // namespace eventc::compiler::testing
