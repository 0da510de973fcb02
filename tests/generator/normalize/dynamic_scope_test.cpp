// SPDX-License-Identifier: Apache-2.0
#include "normalize/dynamic_scope.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "generator/compile_helper.hpp"

namespace eventc::compiler::testing {
namespace {

/// The place of a node, with a number where several are of one schema: "tree.json#/properties/a",
/// "tree.json# (2)".
std::string show_node(const Compiled& compiled, NodeId id) {
  const Node& node = compiled.form[id];
  int number = 1;
  for (const Node& other : compiled.form.nodes) {
    if (other.place == node.place && other.id < id) ++number;
  }
  const std::string place =
      compiled.resolved.documents[node.place.document].file + "#" + node.place.pointer;
  return number == 1 ? place : fmt::format("{} ({})", place, number);
}

/// Where each dynamic reference leads, in each of its scopes, a line each.
std::string dynamic_references(const Schemas& schemas) {
  const Compiled compiled = run_normalize(schemas);
  std::string out = compiled.brief();
  for (const Node& node : compiled.form.nodes) {
    if (!node.dynamic_ref) continue;
    out += show_node(compiled, node.id) + " -> " + show_node(compiled, *node.dynamic_ref) + "\n";
  }
  return out;
}

constexpr std::string_view kTree = R"({
  "$id": "https://e.com/tree", "$dynamicAnchor": "node",
  "properties": {"children": {"items": {"$dynamicRef": "#node"}}}
})";

TEST(DynamicScope, OfTheOpenTreeIsItself) {
  EXPECT_EQ(dynamic_references({.given = {{"tree.json", std::string(kTree)}}}),
            "tree.json#/properties/children/items -> tree.json#\n");
}

TEST(DynamicScope, OfTheStrictTreeIsTheStrictTreeAtEveryDepth) {
  const Schemas schemas{
      .given = {{"strict.json",
                 R"({"$id": "https://e.com/strict", "$dynamicAnchor": "node", "$ref": "tree",
                     "unevaluatedProperties": false})"},
                {"tree.json", std::string(kTree)}}};
  EXPECT_EQ(dynamic_references(schemas),
            "tree.json#/properties/children/items -> tree.json#\n"
            "tree.json#/properties/children/items (2) -> strict.json#\n");
  const Compiled compiled = run_normalize(schemas);
  const Node& strict = compiled.node("", 0);
  ASSERT_TRUE(strict.ref);
  EXPECT_EQ(show_node(compiled, *strict.ref), "tree.json# (2)");
  EXPECT_EQ(show_node(compiled, compiled.id("", 1)), "tree.json#");
}

TEST(DynamicScope, IsThatOfTheOutermostResource) {
  EXPECT_EQ(dynamic_references({.given = {{"a.json", R"({
        "$id": "https://e.com/a", "$dynamicAnchor": "t", "type": "object", "$ref": "b",
        "$defs": {
          "b": {"$id": "b", "$dynamicAnchor": "t", "minProperties": 1, "$ref": "c"},
          "c": {"$id": "c", "$dynamicAnchor": "t", "items": {"$dynamicRef": "#t"}}
        }})"}}}),
            "a.json#/$defs/c/items -> a.json#\n");
}

TEST(DynamicScope, HasNothingOfAResourceThatWasNotEntered) {
  EXPECT_EQ(dynamic_references(
                {.given = {{"a.json", R"({"$id": "https://e.com/a", "$ref": "list"})"},
                           {"b.json", R"({"$id": "https://e.com/b", "$dynamicAnchor": "item"})"},
                           {"list.json", R"({"$id": "https://e.com/list",
                              "items": {"$dynamicRef": "#item"},
                              "$defs": {"any": {"$dynamicAnchor": "item"}}})"}}}),
            "list.json#/items -> list.json#/$defs/any\n");
}

/// Two ways into one generic list.
TEST(DynamicScope, MakesASchemaForEachWayThatMatters) {
  const Schemas schemas{.given = {{"a.json", R"({"$id": "https://e.com/a",
      "properties": {"texts": {"$ref": "texts"}, "numbers": {"$ref": "numbers"}},
      "$defs": {
        "texts": {"$id": "texts", "$ref": "list",
                  "$defs": {"x": {"$dynamicAnchor": "item", "type": "string"}}},
        "numbers": {"$id": "numbers", "$ref": "list",
                    "$defs": {"x": {"$dynamicAnchor": "item", "type": "number"}}},
        "list": {"$id": "list", "items": {"$dynamicRef": "#item"}, "contains": {"type": "null"},
                 "$defs": {"x": {"$dynamicAnchor": "item"}}}
      }})"}}};
  EXPECT_EQ(dynamic_references(schemas),
            "a.json#/$defs/list/items -> a.json#/$defs/list/$defs/x\n"
            "a.json#/$defs/list/items (2) -> a.json#/$defs/texts/$defs/x\n"
            "a.json#/$defs/list/items (3) -> a.json#/$defs/numbers/$defs/x\n");
  const Compiled compiled = run_normalize(schemas);
  int contained = 0;
  for (const Node& node : compiled.form.nodes) {
    if (node.place.pointer == "/$defs/list/contains") ++contained;
  }
  EXPECT_EQ(contained, 1) << "no dynamic reference is reached from there";
}

TEST(DynamicScope, IsThatOfADefinitionWhereItStands) {
  EXPECT_EQ(dynamic_references({.given = {{"a.json", R"({"$id": "https://e.com/a",
      "$dynamicAnchor": "x",
      "$defs": {"inner": {"$id": "inner", "$dynamicAnchor": "x",
                          "items": {"$dynamicRef": "#x"}}}})"}}}),
            "a.json#/$defs/inner/items -> a.json#\n");
}

TEST(DynamicScope, DoesNotChangeWhatAnAnchorLeadsTo) {
  const std::string outer = R"("$id": "https://e.com/a", "$dynamicAnchor": "x", "$ref": "b")";
  const auto leads = [&](const std::string& inner) {
    return dynamic_references(
        {.given = {{"a.json", "{" + outer + R"(, "$defs": {"b": {"$id": "b", )" + inner + "}}}"}}});
  };
  EXPECT_EQ(leads(R"("items": {"$dynamicRef": "#x"}, "$defs": {"y": {"$anchor": "x"}})"),
            "a.json#/$defs/b/items -> a.json#/$defs/b/$defs/y\n")
      << "a plain anchor";
  EXPECT_EQ(
      leads(R"("items": {"$dynamicRef": "#/$defs/y"}, "$defs": {"y": {"$dynamicAnchor": "x"}})"),
      "a.json#/$defs/b/items -> a.json#/$defs/b/$defs/y\n")
      << "a pointer";
  EXPECT_EQ(leads(R"("items": {"$ref": "#x"}, "$defs": {"y": {"$dynamicAnchor": "x"}})"), "")
      << "a plain reference";
  EXPECT_EQ(leads(R"("items": {"$dynamicRef": "#x"}, "$defs": {"y": {"$dynamicAnchor": "x"}})"),
            "a.json#/$defs/b/items -> a.json#\n");
}

TEST(DynamicScope, IsReachedThroughAllKeywords) {
  for (const std::string keyword : {"items", "contains", "additionalProperties", "propertyNames",
                                    "unevaluatedItems", "unevaluatedProperties"}) {
    EXPECT_EQ(dynamic_references({.given = {{"a.json", fmt::format(R"({{"$id": "https://e.com/a",
            "$dynamicAnchor": "x", "not": {{"$ref": "b"}},
            "$defs": {{"b": {{"$id": "b", "$dynamicAnchor": "x",
                              "{}": {{"if": {{"items": {{"$dynamicRef": "#x"}}}}}}}}}}}})",
                                                                   keyword)}}}),
              fmt::format("a.json#/$defs/b/{}/if/items -> a.json#\n", keyword));
  }
}

// ---- Draft 2019-09

constexpr std::string_view kDraft201909 =
    R"("$schema": "https://json-schema.org/draft/2019-09/schema")";

std::string recursive(const std::string& outer_anchor, const std::string& inner_anchor) {
  return dynamic_references(
      {.given = {{"a.json", fmt::format(R"({{{0}, "$id": "https://e.com/a",
      {1} "properties": {{"b": {{"$ref": "b"}}}},
      "$defs": {{"b": {{"$id": "b", {2} "items": {{"$recursiveRef": "#"}}}}}}}})",
                                        kDraft201909, outer_anchor, inner_anchor)}}});
}

TEST(RecursiveScope, IsTheOutermostRootThatIsAnAnchor) {
  const std::string yes = R"("$recursiveAnchor": true,)";
  const std::string no = R"("$recursiveAnchor": false,)";
  EXPECT_EQ(recursive(yes, yes), "a.json#/$defs/b/items -> a.json#\n");
  EXPECT_EQ(recursive(yes, no), "a.json#/$defs/b/items -> a.json#/$defs/b\n");
  EXPECT_EQ(recursive(yes, ""), "a.json#/$defs/b/items -> a.json#/$defs/b\n");
  EXPECT_EQ(recursive(no, yes), "a.json#/$defs/b/items -> a.json#/$defs/b\n");
  EXPECT_EQ(recursive("", yes), "a.json#/$defs/b/items -> a.json#/$defs/b\n");
}

TEST(RecursiveScope, IsNamedByItsKeyword) {
  const Compiled compiled = run_normalize(
      schema(fmt::format(R"({{{}, "items": {{"$recursiveRef": "#"}}}})", kDraft201909)));
  EXPECT_EQ(compiled.printed(), "");
  EXPECT_EQ(compiled.node("/items").dynamic_ref, compiled.id());
  EXPECT_TRUE(compiled.node("/items").is_recursive_ref);
}

TEST(DynamicScope, OfManyGenericsTakesOneSchemaForEach) {
  std::string properties;
  std::string definitions;
  for (int i = 0; i < 200; ++i) {
    properties += fmt::format(R"("p{0}": {{"$ref": "t{0}"}},)", i);
    definitions += fmt::format(R"("t{0}": {{"$id": "t{0}", "$ref": "list",
        "$defs": {{"x": {{"$dynamicAnchor": "item", "const": {0}}}}}}},)",
                               i);
  }
  const Compiled compiled = run_normalize(schema(fmt::format(
      R"({{"$id": "https://e.com/a", "properties": {{{} "z": true}}, "$defs": {{{}
          "list": {{"$id": "list", "items": {{"$dynamicRef": "#item"}},
                    "$defs": {{"x": {{"$dynamicAnchor": "item"}}}}}}}}}})",
      properties, definitions)));
  EXPECT_EQ(compiled.printed(), "");
  EXPECT_LT(compiled.form.nodes.size(), 200u * 8);
}

}  // namespace
}  // namespace eventc::compiler::testing
