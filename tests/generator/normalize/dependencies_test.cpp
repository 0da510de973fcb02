// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <utility>

#include "generator/compile_helper.hpp"

namespace eventc::compiler::testing {
namespace {

using Required = std::vector<std::pair<std::string, std::vector<std::string>>>;
using Places = std::vector<std::pair<std::string, std::string>>;

Required required_of(const Compiled& compiled) {
  Required all;
  for (const auto& [name, required] : compiled.node().dependent_required)
    all.emplace_back(name, required);
  return all;
}

/// Name and pointer of each.
Places schemas_of(const Compiled& compiled) {
  Places all;
  for (const auto& [name, node] : compiled.node().dependent_schemas)
    all.emplace_back(name, compiled.form[node].place.pointer);
  return all;
}

TEST(NormalizeDependencies, ReadsBothKeywords) {
  const Compiled compiled =
      run_normalize(schema(R"({"dependentRequired": {"card": ["zip", "street"], "none": []},
                 "dependentSchemas": {"a/b": {"minProperties": 2}, "never": false}})"));
  EXPECT_EQ(compiled.printed(), "");
  EXPECT_EQ(required_of(compiled), (Required{{"card", {"zip", "street"}}, {"none", {}}}));
  EXPECT_EQ(schemas_of(compiled),
            (Places{{"a/b", "/dependentSchemas/a~1b"}, {"never", "/dependentSchemas/never"}}));
  EXPECT_FALSE(compiled.node().is_dependencies);
}

TEST(NormalizeDependencies, ReadsWhatTheyWereOnce) {
  for (const std::string draft : {"draft-04", "draft-06", "draft-07"}) {
    const Compiled compiled = run_normalize(
        schema(R"({"$schema": "http://json-schema.org/)" + draft +
               R"(/schema#", "dependencies": {"card": ["zip"], "a~b": {"required": ["c"]}}})"));
    EXPECT_EQ(compiled.printed(), "");
    EXPECT_EQ(required_of(compiled), (Required{{"card", {"zip"}}}));
    EXPECT_EQ(schemas_of(compiled), (Places{{"a~b", "/dependencies/a~0b"}}));
    EXPECT_TRUE(compiled.node().is_dependencies);
  }
}

TEST(NormalizeDependencies, ReadsTheOldKeywordInLaterDraftsToo) {
  const Compiled compiled = run_normalize(schema(R"({"dependencies": {"card": ["zip"]}})"));
  EXPECT_EQ(compiled.printed(), "");
  EXPECT_EQ(required_of(compiled), (Required{{"card", {"zip"}}}));
}

TEST(NormalizeDependencies, PassesWhatAnOlderDraftDoesNotKnow) {
  const Compiled compiled =
      run_normalize(schema(R"({"$schema": "http://json-schema.org/draft-07/schema#",
                 "dependentRequired": {"card": ["zip"]}, "dependentSchemas": {"card": false}})"));
  EXPECT_EQ(compiled.diagnostics.error_count(), 0u);
  EXPECT_EQ(required_of(compiled), (Required{}));
  EXPECT_EQ(schemas_of(compiled), (Places{}));
}

TEST(NormalizeDependencies, HasNoneByDefault) {
  const Compiled compiled = run_normalize(schema("{}"));
  EXPECT_EQ(required_of(compiled), (Required{}));
  EXPECT_EQ(schemas_of(compiled), (Places{}));
  EXPECT_FALSE(compiled.node().asserts_itself());
}

TEST(NormalizeDependencies, ReportsSchemasThatLeadBackToThemselves) {
  EXPECT_EQ(run_normalize(schema(R"({"dependentSchemas": {"a": {"$ref": "#"}}})"))
                .diagnostics.error_count(),
            1u);
}

}  // namespace
}  // namespace eventc::compiler::testing
