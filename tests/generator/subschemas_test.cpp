// SPDX-License-Identifier: Apache-2.0
#include "subschemas.hpp"

#include <gtest/gtest.h>

namespace eventc::compiler {
namespace {

/// The pointers of the schemas directly in one.
std::vector<std::string> pointers_in(const std::string& schema,
                                     Dialect dialect = Dialect::Draft202012) {
  std::vector<std::string> pointers;
  const Json root = Json::parse(schema);
  for_each_subschema(root, "", dialect, [&](const Json& subschema, const std::string& pointer) {
    EXPECT_EQ(find_value(root, pointer), &subschema) << pointer;
    pointers.push_back(pointer);
  });
  return pointers;
}

using Pointers = std::vector<std::string>;

TEST(ForEachSubschema, KeepsTheOrderOfTheSchema) {
  EXPECT_EQ(
      pointers_in(R"({
    "properties": {"b": {}, "a": true}, "items": {}, "allOf": [{}, false], "type": "object",
    "additionalProperties": false, "$defs": {"X": {}}, "contentSchema": {}, "patternProperties": {"^x": {}}
  })"),
      (Pointers{"/properties/b", "/properties/a", "/items", "/allOf/0", "/allOf/1",
                "/additionalProperties", "/$defs/X", "/contentSchema", "/patternProperties/^x"}));
}

TEST(ForEachSubschema, GoesOneStepOnly) {
  EXPECT_EQ(pointers_in(R"({"items": {"items": {"items": {}}}})"), (Pointers{"/items"}));
}

TEST(ForEachSubschema, EscapesNames) {
  EXPECT_EQ(pointers_in(R"({"properties": {"a/b": {}, "~": {}, "": {}}})"),
            (Pointers{"/properties/a~1b", "/properties/~0", "/properties/"}));
}

TEST(ForEachSubschema, LooksIntoKeywordsThatAreNotCompiled) {
  EXPECT_EQ(
      pointers_in(R"({"not": {}, "if": {}, "contains": true, "dependentSchemas": {"a": {}}})"),
      (Pointers{"/not", "/if", "/contains", "/dependentSchemas/a"}));
}

TEST(ForEachSubschema, PassesWhatIsNoSchema) {
  EXPECT_EQ(pointers_in(R"({"const": {"items": {}}, "enum": [{}], "default": {}, "examples": [{}],
                            "x-eventc": {"name": {}}, "unknown": {"items": {}}})"),
            (Pointers{}));
  EXPECT_EQ(pointers_in("true"), (Pointers{}));
}

TEST(ForEachSubschema, PassesKeywordsOfTheWrongShape) {
  EXPECT_EQ(pointers_in(R"({"items": [{}], "properties": [{}], "allOf": {"a": {}}, "anyOf": []})"),
            (Pointers{}));
}

TEST(ForEachSubschema, GivesAMapsValuesWhateverTheyAre) {
  EXPECT_EQ(pointers_in(R"({"$defs": {"A": 1}})"), (Pointers{"/$defs/A"}));
}

TEST(ForEachSubschema, TakesAPropertyCalledLikeAKeywordForAProperty) {
  EXPECT_EQ(pointers_in(R"({"properties": {"$ref": {}, "items": {}}})", Dialect::Draft07),
            (Pointers{"/properties/$ref", "/properties/items"}));
}

TEST(ForEachSubschema, ReadsDraft07sItems) {
  EXPECT_EQ(pointers_in(R"({"items": [{}, true], "additionalItems": {}})", Dialect::Draft07),
            (Pointers{"/items/0", "/items/1", "/additionalItems"}));
  EXPECT_EQ(pointers_in(R"({"items": {}})", Dialect::Draft07), (Pointers{"/items"}));
  EXPECT_EQ(pointers_in(R"({"prefixItems": [{}]})", Dialect::Draft07), (Pointers{}));
}

TEST(ForEachSubschema, SeesOnlyDefinitionsBesideDraft07sRef) {
  const std::string schema =
      R"({"$ref": "#/definitions/A", "items": {}, "definitions": {"A": {}}})";
  EXPECT_EQ(pointers_in(schema, Dialect::Draft07), (Pointers{"/definitions/A"}));
  EXPECT_EQ(pointers_in(schema, Dialect::Draft202012), (Pointers{"/items", "/definitions/A"}));
}

/// The value at a pointer, as text; "none" where there is none.
std::string value_at(const std::string& root, std::string_view pointer) {
  const Json json = Json::parse(root);
  const Json* const value = find_value(json, pointer);
  return value == nullptr ? "none" : value->dump();
}

TEST(FindValue, FollowsRfc6901) {
  const std::string root = R"({"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"m~n":8,"~1":9,"k\"l":6})";
  EXPECT_EQ(value_at(root, "/foo"), R"(["bar","baz"])");
  EXPECT_EQ(value_at(root, "/foo/0"), R"("bar")");
  EXPECT_EQ(value_at(root, "/"), "0");
  EXPECT_EQ(value_at(root, "/a~1b"), "1");
  EXPECT_EQ(value_at(root, "/c%d"), "2");
  EXPECT_EQ(value_at(root, "/m~0n"), "8");
  EXPECT_EQ(value_at(root, "/~01"), "9");
  EXPECT_EQ(value_at(root, "/k\"l"), "6");
  EXPECT_EQ(value_at("[7]", ""), "[7]");
}

TEST(FindValue, FindsNothingWhereThereIsNothing) {
  const std::string root = R"({"a":[1,2],"b":"text","~":1})";
  for (const char* const pointer :
       {"/c", "a", "/a/2", "/a/-", "/a/01", "/a/+1", "/a/1x", "/a/", "/a/-1", "/b/0", "/a/0/0",
        "/~", "/~2", "/a/18446744073709551616", "//"}) {
    EXPECT_EQ(value_at(root, pointer), "none") << pointer;
  }
}

}  // namespace
}  // namespace eventc::compiler
