// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "generator/compile_helper.hpp"

namespace eventc::compiler::testing {
namespace {

TEST(NormalizeObjects, ReadsMembersInTheirOrder) {
  const Compiled compiled = run_normalize(schema(
      R"({"properties": {"b": {}, "a/~": true, "": false}, "required": ["a/~", "c"],
         "minProperties": 1, "maxProperties": 9})"));
  EXPECT_EQ(compiled.printed(), "");
  const Node& node = compiled.node();
  ASSERT_EQ(node.properties.size(), 3u);
  EXPECT_EQ(node.properties[0].name, "b");
  EXPECT_EQ(node.properties[1].name, "a/~");
  EXPECT_EQ(node.properties[1].schema, compiled.id("/properties/a~1~0"));
  EXPECT_EQ(node.properties[2].name, "");
  EXPECT_EQ(node.properties[2].schema, compiled.id("/properties/"));
  EXPECT_EQ(node.required, (std::vector<std::string>{"a/~", "c"}));
  EXPECT_EQ(node.min_properties, 1u);
  EXPECT_EQ(node.max_properties, 9u);
}

TEST(NormalizeObjects, ReadsPatternsAndAdditionalMembers) {
  const Compiled compiled = run_normalize(
      schema(R"({"patternProperties": {"^x-": {}, "^/~": {}}, "additionalProperties": false})"));
  EXPECT_EQ(compiled.printed(), "");
  const Node& node = compiled.node();
  ASSERT_EQ(node.pattern_properties.size(), 2u);
  EXPECT_EQ(node.pattern_properties[0].pattern.source, "^x-");
  EXPECT_EQ(node.pattern_properties[1].schema, compiled.id("/patternProperties/^~1~0"));
  EXPECT_EQ(node.additional_properties, compiled.id("/additionalProperties"));
}

TEST(NormalizeObjects, ShowsAPatternThatCannotBeCompiledAtItsKey) {
  EXPECT_EQ(
      run_normalize(schema("{\"patternProperties\": {\n  \"a(?#b)\": {}\n}}\n")).printed(),
      R"text(a.json:2:3: error: "patternProperties": the pattern cannot be compiled: "(?" begins no group that ECMA-262 has (at character 1)
    "a(?#b)": {}
    ^~~~~~~~
  at /patternProperties/a(?#b)
)text");
  ;
}

TEST(NormalizeObjects, TakesHostileNames) {
  const Compiled compiled = run_normalize(
      schema(R"({"properties": {"\u0000": {}, "\"\n*/": {}, "😀": {}}, "required": ["\u0000"]})"));
  EXPECT_EQ(compiled.printed(), "");
  ASSERT_EQ(compiled.node().properties.size(), 3u);
  EXPECT_EQ(compiled.node().properties[0].name, std::string(1, '\0'));
  EXPECT_EQ(compiled.node().properties[1].name, "\"\n*/");
  EXPECT_EQ(compiled.node().properties[2].name, "😀");
  EXPECT_EQ(compiled.node().required, (std::vector<std::string>{std::string(1, '\0')}));
}

TEST(NormalizeObjects, ReadsNamesAndWhatIsUnevaluated) {
  const Compiled compiled = run_normalize(
      schema(R"({"propertyNames": {"maxLength": 3}, "unevaluatedProperties": false})"));
  EXPECT_EQ(compiled.printed(), "");
  EXPECT_EQ(compiled.node().property_names, compiled.id("/propertyNames"));
  EXPECT_EQ(compiled.node().unevaluated_properties, compiled.id("/unevaluatedProperties"));
}

TEST(NormalizeObjects, PassesWhatItsDraftDoesNotKnow) {
  Schemas draft_04 = schema(R"({"propertyNames": false})");
  draft_04.dialect = Draft::Draft04;
  EXPECT_EQ(run_normalize(draft_04).node().property_names, std::nullopt);
  Schemas draft_07 = schema(R"({"unevaluatedProperties": false})");
  draft_07.dialect = Draft::Draft07;
  EXPECT_EQ(run_normalize(draft_07).node().unevaluated_properties, std::nullopt);
}

}  // namespace
}  // namespace eventc::compiler::testing
