// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "generator/compile_helper.hpp"

namespace eventc::compiler::testing {
namespace {

constexpr std::string_view kCircle =
    "this schema refers back to itself without a step into the value: no value could ever be "
    "checked against it";

/// Where circles are reported, a line each.
std::string circles(const Schemas& schemas) {
  std::string out;
  const Compiled compiled = run_normalize(schemas);
  for (const Diagnostic& diagnostic : compiled.diagnostics.all()) {
    EXPECT_EQ(diagnostic.message, kCircle);
    out += diagnostic.location.file + "#" + diagnostic.location.pointer + "\n";
  }
  return out;
}

std::string circles(const std::string& text) { return circles(schema(text)); }

TEST(Normalize, ShowsASchemaThatIsItself) {
  EXPECT_EQ(
      run_normalize(schema("{\n  \"$defs\": {\"A\": {\"$ref\": \"#/$defs/A\"}}\n}\n")).printed(),
      "a.json:2:18: error: " + std::string(kCircle) + R"(
    "$defs": {"A": {"$ref": "#/$defs/A"}}
                   ^~~~~~~~~~~~~~~~~~~~~
  at /$defs/A
)");
}

TEST(Normalize, FindsCirclesThatConsumeNothing) {
  EXPECT_EQ(circles(R"({"$ref": "#"})"), "a.json#\n");
  EXPECT_EQ(circles(R"({"allOf": [{"$ref": "#"}]})"), "a.json#\n");
  EXPECT_EQ(circles(R"({"anyOf": [{"type": "null"}, {"$ref": "#"}]})"), "a.json#\n");
  EXPECT_EQ(circles(R"({"oneOf": [{"$ref": "#/oneOf/0"}]})"), "a.json#/oneOf/0\n");
  EXPECT_EQ(
      circles(
          R"({"$defs": {"A": {"$ref": "#/$defs/B"}, "B": {"allOf": [{"$ref": "#/$defs/A"}]}}})"),
      "a.json#/$defs/A\n");
}

TEST(Normalize, FindsACircleAcrossFiles) {
  EXPECT_EQ(circles({.given = {{"a.json", R"({"$ref": "b.json"})"},
                               {"b.json", R"({"$ref": "a.json"})"}}}),
            "a.json#\n");
  EXPECT_EQ(circles({.given = {{"a.json", R"({"$ref": "b.json"})"}},
                     .others = {{"b.json", R"({"allOf": [{"$ref": "a.json"}]})"}}}),
            "a.json#\n");
}

TEST(Normalize, ReportsEachCircle) {
  EXPECT_EQ(circles(R"({"$defs": {"A": {"$ref": "#/$defs/A"}, "B": {"$ref": "#/$defs/B"}}})"),
            "a.json#/$defs/A\na.json#/$defs/B\n");
}

TEST(Normalize, AllowsCirclesWithAStepIntoTheValue) {
  EXPECT_EQ(circles(
                R"({"items": {"$ref": "#"}, "properties": {"a": {"$ref": "#"}},
             "additionalProperties": {"$ref": "#"},
                        "prefixItems": [{"$ref": "#"}], "patternProperties": {"^x": {"$ref": "#"}},
                        "contentMediaType": "application/json", "contentSchema": {"$ref": "#"}})"),
            "");
}

TEST(Normalize, AllowsOneSchemaInSeveralPlaces) {
  EXPECT_EQ(circles(
                R"({"allOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/A"},
             {"anyOf": [{"$ref": "#/$defs/A"}]}],
                        "$defs": {"A": {}}})"),
            "");
}

TEST(Normalize, RefusesTooManyReferencesInARow) {
  std::string definitions;
  for (int i = 0; i < 5000; ++i) {
    definitions +=
        "\"d" + std::to_string(i) + R"(": {"$ref": "#/$defs/d)" + std::to_string(i + 1) + "\"},";
  }
  const Compiled compiled =
      run_normalize(schema(R"({"$defs": {)" + definitions + R"("d5000": true}})"));
  const auto& all = compiled.diagnostics.all();
  ASSERT_FALSE(all.empty());
  EXPECT_EQ(all.front().location.pointer, "/$defs/d1000");
  EXPECT_EQ(all.front().message,
            "more than 1000 schemas in a row lead here without a step into the value");
}

TEST(Normalize, DropsWhatDraft07IgnoresBesideARef) {
  const Compiled compiled = run_normalize(schema(
      R"({"$schema": "http://json-schema.org/draft-07/schema#",
          "properties": {"a": {"$ref": "#/definitions/A", "maxLength": 1, "title": "T",
              "x-eventc": {"open": true}}},
          "definitions": {"A": {"type": "string"}}})"));
  const Node& node = compiled.node("/properties/a");
  EXPECT_EQ(node.ref, compiled.id("/definitions/A"));
  EXPECT_FALSE(node.asserts_itself());
  EXPECT_EQ(node.annotations.title, "");
  EXPECT_FALSE(node.extension.open);
}

TEST(Normalize, KeepsWhatStandsBesideARefIn202012) {
  const Compiled compiled = run_normalize(
      schema(R"({"$ref": "#/$defs/A", "maxLength": 1, "$defs": {"A": {"type": "string"}}})"));
  EXPECT_EQ(compiled.node().ref, compiled.id("/$defs/A"));
  EXPECT_EQ(compiled.node().max_length, 1u);
}

TEST(Normalize, ListsRootsDefinitionsAndNames) {
  const Compiled compiled = run_normalize(
      {.given = {{"s/a.json",
                  R"({"definitions": {"Z": {}}, "$defs": {"B": {}, "A": {"$ref": "../c.json"}}})"},
                 {"b.schema.json", "true"}},
       .others = {{"c.json", R"({"$defs": {"C": {}}})"}}});
  EXPECT_EQ(compiled.printed(), "");
  EXPECT_EQ(compiled.form.roots, (std::vector{compiled.id(), compiled.id("", 1)}));
  using Definitions = std::vector<std::pair<std::string, NodeId>>;
  EXPECT_EQ(compiled.form.definitions,
            (std::vector<Definitions>{{{"B", compiled.id("/$defs/B")},
                                       {"A", compiled.id("/$defs/A")},
                                       {"Z", compiled.id("/definitions/Z")}},
                                      {}}));
  EXPECT_EQ(compiled.form.names, (std::vector<std::string>{"a.json", "b.schema.json", "c.json"}));
  EXPECT_EQ(compiled.form.sources, compiled.form.names);
}

TEST(Normalize, CallsBuiltInMetaschemasByTheirUris) {
  const Compiled compiled =
      run_normalize(schema(R"({"$ref": "http://json-schema.org/draft-07/schema#"})"));
  EXPECT_EQ(compiled.printed(), "");
  EXPECT_EQ(compiled.form.names, (std::vector<std::string>{"a.json", "schema"}));
  EXPECT_EQ(compiled.form.sources,
            (std::vector<std::string>{"a.json", "http://json-schema.org/draft-07/schema"}));
}

}  // namespace
}  // namespace eventc::compiler::testing
