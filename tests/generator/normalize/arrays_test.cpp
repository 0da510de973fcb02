// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "generator/compile_helper.hpp"

namespace eventc::compiler::testing {
namespace {

TEST(NormalizeArrays, ReadsItemsAndPrefixItems) {
  const Compiled compiled = run_normalize(
      schema(R"({"prefixItems": [{}, true], "items": false, "minItems": 1, "maxItems": 3})"));
  EXPECT_EQ(compiled.printed(), "");
  EXPECT_EQ(compiled.node().prefix_items,
            (std::vector{compiled.id("/prefixItems/0"), compiled.id("/prefixItems/1")}));
  EXPECT_EQ(compiled.node().items, compiled.id("/items"));
  EXPECT_EQ(compiled.node().min_items, 1u);
  EXPECT_EQ(compiled.node().max_items, 3u);
}

TEST(NormalizeArrays, HasNoLimitsByDefault) {
  const Compiled compiled = run_normalize(schema("{}"));
  EXPECT_EQ(compiled.node().items, std::nullopt);
  EXPECT_TRUE(compiled.node().prefix_items.empty());
  EXPECT_EQ(compiled.node().min_items, 0u);
  EXPECT_EQ(compiled.node().max_items, std::nullopt);
}

TEST(NormalizeArrays, ReadsDraft07sListOfItemsAsAPrefix) {
  const Compiled compiled = run_normalize(schema(
      R"({"$schema": "http://json-schema.org/draft-07/schema#", "items": [{}, {}],
         "additionalItems": {"type": "null"}})"));
  EXPECT_EQ(compiled.printed(), "");
  EXPECT_EQ(compiled.node().prefix_items,
            (std::vector{compiled.id("/items/0"), compiled.id("/items/1")}));
  EXPECT_EQ(compiled.node().items, compiled.id("/additionalItems"));
}

TEST(NormalizeArrays, PassesDraft07sAdditionalItemsWithoutAList) {
  const std::string draft = R"({"$schema": "http://json-schema.org/draft-07/schema#", )";
  const Compiled one = run_normalize(schema(draft + R"("items": {}, "additionalItems": false})"));
  EXPECT_EQ(one.node().items, one.id("/items"));
  EXPECT_TRUE(one.node().prefix_items.empty());
  const Compiled none = run_normalize(schema(draft + R"("additionalItems": false})"));
  EXPECT_EQ(none.node().items, std::nullopt);
}

TEST(NormalizeArrays, ReadsDraft201909sListsAsADraftBeforeIt) {
  const Compiled compiled = run_normalize(schema(
      R"({"$schema": "https://json-schema.org/draft/2019-09/schema", "items": [{}],
         "additionalItems": false, "unevaluatedItems": true})"));
  EXPECT_EQ(compiled.printed(), "");
  EXPECT_EQ(compiled.node().prefix_items, (std::vector{compiled.id("/items/0")}));
  EXPECT_TRUE(compiled.node().is_items_list);
  EXPECT_EQ(compiled.node().items, compiled.id("/additionalItems"));
  EXPECT_EQ(compiled.node().unevaluated_items, compiled.id("/unevaluatedItems"));
}

TEST(NormalizeArrays, ReadsWhatAListMustContain) {
  const Compiled compiled = run_normalize(
      schema(R"({"contains": {}, "minContains": 0, "maxContains": 3, "uniqueItems": true})"));
  EXPECT_EQ(compiled.printed(), "");
  EXPECT_EQ(compiled.node().contains, compiled.id("/contains"));
  EXPECT_EQ(compiled.node().min_contains, 0u);
  EXPECT_EQ(compiled.node().max_contains, 3u);
  EXPECT_TRUE(compiled.node().unique_items);
  EXPECT_FALSE(run_normalize(schema(R"({"uniqueItems": false})")).node().asserts_itself());
}

TEST(NormalizeArrays, ContainOneByDefaultAndNothingWithoutContains) {
  const Node one = run_normalize(schema(R"({"contains": {}})")).node();
  EXPECT_EQ(one.min_contains, 1u);
  EXPECT_EQ(one.max_contains, std::nullopt);
  const Node none = run_normalize(schema(R"({"minContains": 2, "maxContains": 3})")).node();
  EXPECT_EQ(none.contains, std::nullopt);
  EXPECT_FALSE(none.asserts_itself());
}

TEST(NormalizeArrays, EvaluateWhatTheyContainSinceDraft202012) {
  const auto evaluates = [](Draft draft) {
    Schemas schemas = schema(R"({"contains": {}})");
    schemas.dialect = draft;
    return run_normalize(schemas).node().contains_evaluates;
  };
  EXPECT_TRUE(evaluates(Draft::Draft202012));
  EXPECT_FALSE(evaluates(Draft::Draft201909));
}

TEST(NormalizeArrays, PassWhatTheirDraftDoesNotKnow) {
  const auto asserts = [](Draft draft, const std::string& text) {
    Schemas schemas = schema(text);
    schemas.dialect = draft;
    return run_normalize(schemas).node().asserts_itself();
  };
  EXPECT_FALSE(asserts(Draft::Draft04, R"({"contains": false})"));
  EXPECT_FALSE(asserts(Draft::Draft07, R"({"unevaluatedItems": false})"));
  EXPECT_FALSE(asserts(Draft::Draft201909, R"({"prefixItems": [false]})"));
  EXPECT_FALSE(asserts(Draft::Draft202012, R"({"additionalItems": false})"));
  Schemas limits = schema(R"({"contains": {}, "minContains": 0, "maxContains": 0})");
  limits.dialect = Draft::Draft07;
  EXPECT_EQ(run_normalize(limits).node().min_contains, 1u);
  EXPECT_EQ(run_normalize(limits).node().max_contains, std::nullopt);
}

}  // namespace
}  // namespace eventc::compiler::testing
