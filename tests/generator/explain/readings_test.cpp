// SPDX-License-Identifier: Apache-2.0
#include "explain/readings.hpp"

#include <gtest/gtest.h>

#include "generator/explain/explain_helper.hpp"

// Why values are read a second time, a cause a test. That the runtime does read them again there,
// and nowhere else, is what <eventc/emitted/codec.hpp> and its like say in the same words.

namespace eventc::compiler::testing {
namespace {

constexpr const char* kNothing = "Nothing is read a second time.\n";

/// Of a schema's member "x".
std::string of_member(const std::string& schema) {
  return explain_rereadings(R"({"type": "object", "properties": {"x": )" + schema + "}}");
}

std::string second_time(const std::string& line) { return "Read a second time:\n  " + line + "\n"; }

TEST(Readings, AreOnceWhereTheTypeAndItsReaderKnowAll) {
  EXPECT_EQ(of_member(R"({"type": "string", "minLength": 2, "pattern": "^a"})"), kNothing);
  EXPECT_EQ(of_member(R"({"type": "object", "required": ["a"], "additionalProperties": false,
                          "properties": {"a": {"type": "array", "items": {"type": "integer"}}}})"),
            kNothing);
  EXPECT_EQ(of_member(R"({"oneOf": [{"type": "null"}, {"type": "integer", "maximum": 3}]})"),
            kNothing);
  EXPECT_EQ(of_member(R"({"oneOf": [{"type": "string"}, {"type": "integer"}]})"), kNothing);
  EXPECT_EQ(of_member(R"({"type": "object", "additionalProperties": {"type": "string"}})"),
            kNothing);
  EXPECT_EQ(of_member("true"), kNothing);
  EXPECT_EQ(of_member("false"), kNothing);
}

TEST(Readings, AreRepeatedForConditions) {
  EXPECT_EQ(of_member(R"({"type": "string", "not": {"const": "a"}})"),
            second_time(R"(#/properties/x: "not" is checked on its text)"));
  EXPECT_EQ(of_member(R"({"type": "object", "additionalProperties": {"type": "string"},
                          "propertyNames": {"maxLength": 3}, "dependentRequired": {"a": ["b"]}})"),
            second_time(
                R"(#/properties/x: "propertyNames", "dependentRequired" are checked on its text)"));
  EXPECT_EQ(
      of_member(R"({"type": "object", "properties": {"a": {"type": "string"}},
                          "if": {"required": ["a"]}, "then": {"required": ["b"]},
                          "unevaluatedProperties": false})"),
      second_time(R"(#/properties/x: "if", "unevaluatedProperties" are checked on its text)"));
}

TEST(Readings, AreOnceForNamesThatAreAnEnumeration) {
  EXPECT_EQ(of_member(R"({"type": "object", "propertyNames": {"enum": ["a", "b"]}})"), kNothing);
  EXPECT_EQ(of_member(R"({"type": "object", "propertyNames": {"enum": ["a", "b"]},
                          "additionalProperties": {"type": "integer"}, "maxProperties": 1})"),
            kNothing);
  EXPECT_EQ(of_member(R"({"type": "object", "propertyNames": {"enum": ["a", "b"]},
                          "dependentRequired": {"a": ["b"]}})"),
            second_time(
                R"(#/properties/x: "propertyNames", "dependentRequired" are checked on its text)"));
  EXPECT_EQ(of_member(R"({"type": "object", "allOf": [{"propertyNames": {"enum": ["a"]}}]})"),
            second_time("#/properties/x: 2 schemas apply to it, of which a reader takes one"));
}

TEST(Readings, AreOnceForTheItemsBehindATuplesPrefix) {
  EXPECT_EQ(of_member(R"({"type": "array", "prefixItems": [{"type": "string"}],
                          "items": {"type": "integer"}})"),
            kNothing);
  EXPECT_EQ(of_member(R"({"type": "array", "prefixItems": [{"type": "string"}], "minItems": 2})"),
            kNothing);
  EXPECT_EQ(of_member(R"({"type": "array", "prefixItems": [{"type": "string"}], "items": true})"),
            kNothing);
}

TEST(Readings, AreRepeatedForMembersWithoutAPlaceInAStruct) {
  EXPECT_EQ(of_member(R"({"type": "object", "properties": {"a": {"type": "string"}},
                          "patternProperties": {"^x-": {"type": "string"}}})"),
            second_time(R"(#/properties/x: "patternProperties" is checked on its text)"));
  EXPECT_EQ(
      of_member(R"({"type": "object", "properties": {"a": {"type": "string"}}, "allOf": [
                          {"properties": {"b": {"type": "string"}}, "additionalProperties": {"type": "string"}}]})"),
      second_time(R"(#/properties/x/allOf/0: "additionalProperties" is checked on its text)"));
}

TEST(Readings, AreRepeatedForUnionsWithoutTypes) {
  EXPECT_EQ(
      of_member(
          R"({"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}},
                          "anyOf": [{"required": ["a"]}, {"required": ["b"]}]})"),
      second_time(R"(#/properties/x: "anyOf" is checked on its text)"));
  EXPECT_EQ(of_member(R"({"type": "string", "anyOf": [{"minLength": 9}, {"pattern": "^a"}]})"),
            second_time(R"(#/properties/x: "anyOf" is checked on its text)"));
}

TEST(Readings, AreRepeatedWhereSeveralSchemasApply) {
  EXPECT_EQ(of_member(R"({"type": "string", "allOf": [{"minLength": 9}, {"pattern": "^a"}]})"),
            second_time("#/properties/x: 3 schemas apply to it, of which a reader takes one"));
  EXPECT_EQ(
      of_member(R"({"type": "array", "items": {"type": "string", "allOf": [{"minLength": 9}]}})"),
      "Read a second time:\n"
      "  #/properties/x: several schemas apply to what it holds, of which a reader takes one\n"
      "  #/properties/x/items: 2 schemas apply to it, of which a reader takes one\n");
  EXPECT_EQ(of_member(R"({"type": ["string", "integer"], "allOf": [{"minLength": 2}]})"),
            second_time("#/properties/x: 2 schemas apply to it, of which a reader takes one"));
  EXPECT_EQ(of_member(R"({"type": ["string", "integer"], "minLength": 2})"), kNothing);
}

TEST(Readings, AreRepeatedWhereAStructsReaderDoesNotKnowAll) {
  EXPECT_EQ(explain_at("/properties/x",
                       R"({"type": "object", "properties": {"x": {"minProperties": 1, "allOf": [
                           {"oneOf": [{"$ref": "#/$defs/S"}, {"$ref": "#/$defs/S"}]}]}},
                           "$defs": {"S": {"type": "object", "properties": {"a": {"type": "string"}}}}})"),
            R"(  /properties/x                           std::optional<XS> x
    minProperties  checked inline
    allOf          in the type: merged
    → read again: the reader of its struct does not check all that applies to it
)");
}

TEST(Readings, AreRepeatedToFindABranch) {
  EXPECT_EQ(
      of_member(R"({"anyOf": [{"type": "object", "properties": {"a": {"type": "string"}}},
                                    {"type": "object", "properties": {"b": {"type": "string"}}}]})"),
      second_time(R"(#/properties/x: nothing tells the branches of "anyOf" apart: each is tried)"));
  EXPECT_EQ(
      of_member(
          R"({"oneOf": [{"type": "object", "required": ["p"], "properties": {"p": {"type": "string"}}},
                                    {"type": "object", "required": ["q"], "properties": {"q": {"type": "string"}}}]})"),
      second_time("#/properties/x: a member that only one branch has is looked for before the rest "
                  "is read"));
}

TEST(Readings, AreRepeatedForWhatStandsBesideAUnion) {
  EXPECT_EQ(of_member(R"({"minLength": 2, "oneOf": [{"type": "string"}, {"type": "integer"}]})"),
            second_time(R"(#/properties/x: what stands beside "oneOf" is checked on its text)"));
  EXPECT_EQ(of_member(R"({"minLength": 2, "anyOf": [{"type": "string"}, {"type": "null"}]})"),
            second_time(R"(#/properties/x: what stands beside "anyOf" is checked on its text)"));
}

TEST(Readings, AreRepeatedForWhatIsNotStored) {
  EXPECT_EQ(of_member(R"({"properties": {"a": {"type": "string"}}})"),
            second_time("#/properties/x: no type describes it: its text is kept, and checked"));
  EXPECT_EQ(
      explain_rereadings(
          R"({"type": "object", "required": ["x"], "properties": {"x": {"const": 1}}})"),
      second_time("#/properties/x: the schema fixes it: its text is compared, and not stored"));
}

TEST(Readings, AreCountedWhereTheyAreMany) {
  std::string members;
  for (int i = 0; i < 15; ++i)
    members += (i == 0 ? "\"m" : ", \"m") + std::to_string(i) +
               R"(": {"uniqueItems": true, "type": "array"})";
  EXPECT_EQ(explain_rereadings(R"({"type": "object", "properties": {)" + members + "}}"),
            second_time(R"(#/properties/m0, #/properties/m1, #/properties/m2, #/properties/m3, )"
                        R"(#/properties/m4, #/properties/m5, #/properties/m6, #/properties/m7, )"
                        R"(#/properties/m8, #/properties/m9, #/properties/m10, #/properties/m11, )"
                        R"(3 more: "uniqueItems" is checked on its text)"));
}

TEST(Readings, ReachWhatStandsInAValueThatIsReadAgain) {
  EXPECT_EQ(
      explain_at("/properties/x/items/properties/a",
                 R"({"type": "object", "properties": {"x": {"type": "array", "uniqueItems": true,
                           "items": {"type": "object", "properties": {"a": {"type": "string"}}}}}})"),
      R"(  /properties/x/items/properties/a        std::optional<std::string> a
    type  in the type
    → read again with #/properties/x
)");
  EXPECT_EQ(
      explain_at(
          "/properties/x/not",
          R"({"type": "object", "properties": {"x": {"type": "string", "not": {"const": "a"}}}})"),
      R"(  /properties/x/not                       checked with #/properties/x
    const  checked on the span
)");
}

}  // namespace
}  // namespace eventc::compiler::testing
