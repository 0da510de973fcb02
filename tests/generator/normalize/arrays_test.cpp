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

}  // namespace
}  // namespace eventc::compiler::testing
