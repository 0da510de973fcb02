// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>

#include "dialect.hpp"
#include "generator/explain/explain_helper.hpp"

namespace eventc::compiler::testing {
namespace {

constexpr std::array kDrafts{Draft::Draft04, Draft::Draft06, Draft::Draft07, Draft::Draft201909,
                             Draft::Draft202012};

/// A value that the keyword takes.
std::string sample(const Keyword& keyword) {
  if (keyword.name == "$schema") return R"("https://json-schema.org/draft/2020-12/schema")";
  if (keyword.name == "$ref" || keyword.name == "$dynamicRef" || keyword.name == "$recursiveRef")
    return R"("#")";
  if (keyword.name == "$id" || keyword.name == "id") return R"("https://example.com/x")";
  switch (keyword.shape) {
    case ValueShape::Anything:
      return "1";
    case ValueShape::String:
      return R"("text")";
    case ValueShape::Boolean:
      return "true";
    case ValueShape::Number:
    case ValueShape::PositiveNumber:
    case ValueShape::Count:
      return "1";
    case ValueShape::TypeNames:
      return R"("string")";
    case ValueShape::StringList:
      return R"(["a"])";
    case ValueShape::StringLists:
      return R"({"a": ["b"]})";
    case ValueShape::List:
      return R"(["a"])";
    case ValueShape::Object:
      return "{}";
    case ValueShape::Schema:
    case ValueShape::SchemaOrSchemaList:
      return R"({"type": "string"})";
    case ValueShape::SchemaList:
      return R"([{"type": "string"}])";
    case ValueShape::SchemaMap:
      return R"({"a": {"type": "string"}})";
    case ValueShape::Dependencies:
      return R"({"a": ["b"], "c": {"type": "object"}})";
    case ValueShape::PointerOrPointers:
      return R"("/a")";
  }
  return {};
}

/// What became of the keyword everywhere; "NONE" where nobody knows.
std::vector<std::string> fates_of(std::string_view keyword, const std::string& schema,
                                  Draft draft) {
  const std::string lines =
      explain(schema, {.format = ExplainFormat::Json, .dialect = draft, .others = {}});
  std::vector<std::string> found;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = lines.find('\n', begin);
    const Json line = Json::parse(lines.substr(begin, end - begin), nullptr, false);
    begin = end + 1;
    if (!line.is_object()) return {lines};
    for (const Json& one : line["keywords"]) {
      if (one["keyword"] != keyword) continue;
      if (one["fates"].empty()) found.emplace_back("NONE");
      for (const Json& fate : one["fates"]) found.push_back(fate["fate"].get<std::string>());
    }
  }
  return found;
}

TEST(EveryKeyword, HasAFateInEachDraftThatHasIt) {
  for (const Draft draft : kDrafts) {
    for (const Keyword* const keyword : keywords_of({.draft = draft})) {
      const std::string schema =
          fmt::format(R"({{"type": "object", "properties": {{"x": {{"{}": {}}}}}}})", keyword->name,
                      sample(*keyword));
      const auto fates = fates_of(keyword->name, schema, draft);
      ASSERT_FALSE(fates.empty()) << schema;
      for (const std::string& fate : fates)
        EXPECT_TRUE(fate != "NONE" && fate.find(' ') != 0 && fate.size() < 20)
            << name_of(draft) << ": " << schema << ": " << fate;
    }
  }
}

/// Wherever a schema may stand beside others, and whatever reads the value.
TEST(EveryKeyword, HasAFateHoweverTheValueIsRead) {
  constexpr std::array<std::string_view, 12> kPlaces{
      R"({"allOf": [{"type": "string"}, K]})",
      R"({"allOf": [{"type": "integer"}, K]})",
      R"({"allOf": [{"type": "array", "items": {"type": "boolean"}}, K]})",
      R"({"allOf": [{"type": "array", "prefixItems": [{"type": "boolean"}]}, K]})",
      R"({"allOf": [{"type": "object", "additionalProperties": {"type": "boolean"}}, K]})",
      R"({"allOf": [{"type": "object", "required": ["b"]}, K]})",
      R"({"allOf": [{"type": ["string", "object", "array", "null"]}, K]})",
      R"({"allOf": [{"oneOf": [{"type": "string"}, {"type": "object", "required": ["z"]}]}, K]})",
      R"({"not": K})",
      R"({"oneOf": [K, {"type": "null"}]})",
      R"({"anyOf": [K, {"type": "object", "required": ["y"]}, {"required": ["z"]}]})",
      R"({"type": "object", "required": ["x"], "properties": {"x": {"const": 2, "allOf": [K]}}})",
  };
  for (const Keyword* const keyword : keywords_of(Dialect::Draft202012)) {
    // In place, what these refer to would be the schema itself.
    if (keyword->name == "$ref" || keyword->name == "$dynamicRef" || keyword->name == "$id")
      continue;
    const std::string one = fmt::format(R"({{"{}": {}}})", keyword->name, sample(*keyword));
    for (const std::string_view place : kPlaces) {
      std::string schema(place);
      schema.replace(schema.find("K"), 1, one);
      const auto fates = fates_of(keyword->name, schema, Draft::Draft202012);
      ASSERT_FALSE(fates.empty()) << schema;
      for (const std::string& fate : fates)
        EXPECT_TRUE(fate != "NONE" && fate.size() < 20) << schema << ": " << fate;
    }
  }
}

}  // namespace
}  // namespace eventc::compiler::testing
