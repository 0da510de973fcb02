// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "generator/compile_helper.hpp"

namespace eventc::compiler::testing {
namespace {

/// The pointers of the schemas that apply to a value together.
std::vector<std::string> pack_of(const Compiled& compiled, const std::string& pointer = "") {
  std::vector<std::string> pointers;
  for (const NodeId id : flatten(compiled.form, compiled.id(pointer)))
    pointers.push_back(compiled.form[id].place.pointer);
  return pointers;
}

std::string types(const std::string& text) {
  const Compiled compiled = run_normalize(schema(text));
  EXPECT_EQ(compiled.printed(), "");
  return show(types_of(compiled.form, flatten(compiled.form, compiled.id())));
}

using Pointers = std::vector<std::string>;

TEST(Flatten, PutsReferencesAndAllOfBeforeTheSchemaItself) {
  const Compiled compiled = run_normalize(schema(
      R"({"$ref": "#/$defs/A", "allOf": [{"minLength": 1}, {"$ref": "#/$defs/B"}], "maxLength": 3,
          "$defs": {"A": {"type": "string"}, "B": {"allOf": [{"$ref": "#/$defs/A"}],
              "pattern": "x"}}})"));
  EXPECT_EQ(pack_of(compiled), (Pointers{"/$defs/A", "/allOf/0", "/$defs/B", ""}));
}

TEST(Flatten, LeavesOutWhatAssertsNothing) {
  const Compiled compiled = run_normalize(schema(
      R"({"title": "T", "allOf": [{"description": "d"}, true, {"x-eventc": {"name": "N"}}],
         "$defs": {"A": {"allOf": [false]}}})"));
  EXPECT_EQ(pack_of(compiled), (Pointers{}));
  EXPECT_EQ(pack_of(compiled, "/$defs/A"), (Pointers{"/$defs/A/allOf/0"}));
}

TEST(Flatten, NamesNoSchemaTwice) {
  const Compiled compiled = run_normalize(schema(
      R"({"allOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/A"}],
         "$defs": {"A": {"type": "string"}}})"));
  EXPECT_EQ(pack_of(compiled), (Pointers{"/$defs/A"}));
  EXPECT_EQ(flatten(compiled.form, {compiled.id("/allOf/0"), compiled.id("/allOf/1")}).size(), 1u);
}

/// Definitions d0 to d40, each naming the next one twice.
std::string doubling(const std::string& keyword) {
  std::string definitions;
  for (int i = 0; i < 40; ++i) {
    const std::string next = R"({"$ref": "#/$defs/d)" + std::to_string(i + 1) + "\"}";
    definitions +=
        "\"d" + std::to_string(i) + "\": {\"" + keyword + "\": [" + next + "," + next + "]}, ";
  }
  return R"({"$ref": "#/$defs/d0", "$defs": {)" + definitions + R"("d40": {"type": "string"}}})";
}

TEST(Flatten, TakesNoLongerForSchemasThatDoubleAtEachStep) {
  EXPECT_EQ(pack_of(run_normalize(schema(doubling("allOf")))), (Pointers{"/$defs/d40"}));
}

TEST(Follow, GoesToTheEndOfBareReferences) {
  const Compiled compiled = run_normalize(schema(
      R"({"$defs": {"A": {"$ref": "#/$defs/B"}, "B": {"$ref": "#/$defs/C", "title": "b"},
         "C": {"$ref": "#/$defs/D", "minLength": 1},
                    "D": {}, "E": {"$ref": "#/$defs/D", "allOf": [{}]}}})"));
  const auto end = [&](const std::string& pointer) {
    return compiled.form[follow(compiled.form, compiled.id(pointer))].place.pointer;
  };
  EXPECT_EQ(end("/$defs/A"), "/$defs/C");
  EXPECT_EQ(end("/$defs/C"), "/$defs/C");
  EXPECT_EQ(end("/$defs/D"), "/$defs/D");
  EXPECT_EQ(end("/$defs/E"), "/$defs/E");
}

TEST(TypesOf, CutsWhatAppliesTogether) {
  EXPECT_EQ(types("{}"), "any");
  EXPECT_EQ(types(R"({"allOf": [{"type": ["string", "null"]}, {"type": ["null", "array"]}]})"),
            "null");
  EXPECT_EQ(types(R"({"allOf": [{"type": "number"}, {"type": "integer"}]})"), "integer");
  EXPECT_EQ(types(R"({"type": "string", "allOf": [{"type": "null"}]})"), "nothing");
  EXPECT_EQ(types("false"), "nothing");
}

TEST(TypesOf, LooksIntoValues) {
  EXPECT_EQ(types(R"({"enum": ["a", null, 1]})"), "null|integer|string");
  EXPECT_EQ(types(R"({"type": "string", "enum": ["a", 1]})"), "string");
  EXPECT_EQ(types(R"({"const": {}})"), "object");
  EXPECT_EQ(types(R"({"const": 1.0})"), "number");
  EXPECT_EQ(types(R"({"const": 1.0, "type": "integer"})"), "integer");
  EXPECT_EQ(types(R"({"enum": ["a"], "x-eventc": {"open": true}})"), "any");
}

TEST(TypesOf, LooksIntoUnions) {
  EXPECT_EQ(types(R"({"oneOf": [{"type": "string"}, {"type": "null"}]})"), "null|string");
  EXPECT_EQ(
      types(R"({"anyOf": [{"const": 1}, {"anyOf": [{"type": "array"}, {"type": "boolean"}]}]})"),
      "boolean|integer|array");
  EXPECT_EQ(types(
                R"({"anyOf": [{"type": "string"}, {"type": "null"}], "oneOf": [{"type": "null"},
             {"type": "array"}]})"),
            "null");
  EXPECT_EQ(types(R"({"oneOf": [{"type": "string"}, {}]})"), "any");
}

TEST(TypesOf, TakesNoLongerForUnionsThatDoubleAtEachStep) {
  EXPECT_EQ(types(doubling("anyOf")), "string");
}

TEST(TypeOfValue, TellsJsonsTypes) {
  const auto type = [](const std::string& value) {
    return show(type_of_value(Json::parse(value)));
  };
  EXPECT_EQ(type("null"), "null");
  EXPECT_EQ(type("false"), "boolean");
  EXPECT_EQ(type("-1"), "integer");
  EXPECT_EQ(type("18446744073709551615"), "integer");
  EXPECT_EQ(type("1.5"), "number");
  EXPECT_EQ(type("\"\""), "string");
  EXPECT_EQ(type("[]"), "array");
  EXPECT_EQ(type("{}"), "object");
}

TEST(AssertsItself, CountsEachKeywordThatSaysSomething) {
  for (const std::string text : {R"("type": "string")",
                                 R"("enum": [1])",
                                 R"("const": null)",
                                 R"("multipleOf": 1)",
                                 R"("minimum": 0)",
                                 R"("exclusiveMinimum": 0)",
                                 R"("maximum": 0)",
                                 R"("exclusiveMaximum": 0)",
                                 R"("minLength": 1)",
                                 R"("maxLength": 0)",
                                 R"("pattern": "")",
                                 R"("contentEncoding": "base64")",
                                 R"("contentMediaType": "application/json", "contentSchema": {})",
                                 R"("items": {})",
                                 R"("prefixItems": [{}])",
                                 R"("minItems": 1)",
                                 R"("maxItems": 0)",
                                 R"("properties": {"a": {}})",
                                 R"("required": ["a"])",
                                 R"("patternProperties": {"a": {}})",
                                 R"("additionalProperties": true)",
                                 R"("minProperties": 1)",
                                 R"("maxProperties": 0)",
                                 R"("anyOf": [{}])",
                                 R"("oneOf": [{}])",
                                 R"("x-eventc": {"unknown": "keep"})"}) {
    const Compiled compiled = run_normalize(schema("{" + text + "}"));
    EXPECT_EQ(compiled.printed(), "") << text;
    EXPECT_TRUE(compiled.node().asserts_itself()) << text;
  }
  for (const std::string text :
       {R"("minLength": 0)", R"("minItems": 0)", R"("minProperties": 0)", R"("properties": {})",
        R"("required": [])", R"("allOf": [{"type": "string"}])",
        R"("$ref": "#/$defs/A", "$defs": {"A": {"type": "string"}})",
        R"("contentEncoding": "binary")", R"("contentMediaType": "text/plain")", R"("title": "")",
        R"("type": ["null", "boolean", "number", "string", "array", "object"])"}) {
    const Compiled compiled = run_normalize(schema("{" + text + "}"));
    EXPECT_EQ(compiled.printed(), "") << text;
    EXPECT_FALSE(compiled.node().asserts_itself()) << text;
  }
}

}  // namespace
}  // namespace eventc::compiler::testing
