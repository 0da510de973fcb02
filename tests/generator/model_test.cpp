// SPDX-License-Identifier: Apache-2.0
#include "model.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "generator/compile_helper.hpp"

namespace eventc::compiler::testing {
namespace {

/// The model of schemas that compile without a word.
std::string model(const Schemas& schemas) {
  const Compiled compiled = run_model(schemas);
  EXPECT_EQ(compiled.printed(), "");
  return show(compiled);
}

std::string model(const std::string& text) { return model(schema(text)); }

/// The named types made for one definition "D" and others beside it, the line of the document left
/// out.
std::string definitions(const std::string& text) {
  const std::string shown = model(R"({"$defs": {)" + text + "}}");
  EXPECT_TRUE(shown.starts_with("a.json: library\n")) << shown;
  return shown.substr(shown.find('\n') + 1);
}

/// The type of a member of this schema, always there.
std::string member(const std::string& text) {
  const Compiled compiled = run_model(
      schema(R"({"$defs": {"S": {"type": "object", "required": ["m"], "properties": {"m": )" +
             text + "}}}}"));
  EXPECT_EQ(compiled.printed(), "");
  for (TypeId id = 0; id < compiled.model.types.size(); ++id) {
    const auto* const type = compiled.model.as<StructType>(id);
    if (type != nullptr && compiled.model.types[id].name_candidates.front() == "S") {
      return show(compiled.model, type->fields.at(0).type);
    }
  }
  return "no struct";
}

// ---- Scalars

TEST(Model, MapsScalars) {
  EXPECT_EQ(member(R"({"type": "boolean"})"), "boolean");
  EXPECT_EQ(member(R"({"type": "integer"})"), "int64");
  EXPECT_EQ(member(R"({"type": "number"})"), "double");
  EXPECT_EQ(member(R"({"type": "string"})"), "string");
  EXPECT_EQ(member(R"({"type": "null"})"), "null");
  EXPECT_EQ(member(R"({"type": "string", "contentEncoding": "base64"})"), "bytes");
  EXPECT_EQ(member("true"), "json");
  EXPECT_EQ(member("{}"), "json");
  EXPECT_EQ(member(R"({"description": "anything"})"), "json");
}

TEST(Model, ChoosesTheIntegerByItsRange) {
  EXPECT_EQ(member(R"({"type": "integer", "minimum": 0})"), "uint64");
  EXPECT_EQ(member(R"({"type": "integer", "minimum": 5})"), "uint64");
  EXPECT_EQ(member(R"({"type": "integer", "exclusiveMinimum": -1})"), "uint64");
  EXPECT_EQ(member(R"({"type": "integer", "exclusiveMinimum": -2})"), "int64");
  EXPECT_EQ(member(R"({"type": "integer", "minimum": -1})"), "int64");
  EXPECT_EQ(member(R"({"type": "integer", "maximum": 10})"), "int64");
  EXPECT_EQ(member(R"({"type": "integer", "minimum": 0, "maximum": 9223372036854775807})"),
            "int64");
  EXPECT_EQ(member(R"({"type": "integer", "minimum": 0, "maximum": 9223372036854775808})"),
            "uint64");
  EXPECT_EQ(member(R"({"type": "integer", "minimum": 0, "exclusiveMaximum": 10})"), "int64");
  EXPECT_EQ(member(R"({"type": "integer", "minimum": 9223372036854775808})"), "uint64");
  EXPECT_EQ(member(R"({"type": "integer", "minimum": 99999999999999999999})"), "uint64");
  EXPECT_EQ(member(R"({"allOf": [{"type": "integer"}, {"minimum": 0}]})"), "uint64");
  EXPECT_EQ(member(R"({"type": "number", "minimum": 0})"), "double");
}

TEST(Model, ChoosesTheIntegerByItsValues) {
  EXPECT_EQ(member(R"({"enum": [1, 2, 3]})"), "int64");
  EXPECT_EQ(member(R"({"type": "integer", "minimum": 0, "enum": [0, 1]})"), "int64");
  EXPECT_EQ(member(R"({"enum": [1, 18446744073709551615]})"), "uint64");
  EXPECT_EQ(member(R"({"type": "integer", "enum": [1.0, 2]})"), "int64");
  EXPECT_EQ(member(R"({"enum": [0.5, 2]})"), "double");
}

// ---- Null and absence

TEST(Model, MakesMembersOptional) {
  EXPECT_EQ(definitions(R"("S": {"type": "object", "required": ["a", "c"], "properties": {
              "a": {"type": "string"}, "b": {"type": "string"}, "c": {"type": ["string", "null"]},
              "d": {"type": ["null", "string"]}}})"),
            "struct S: a string; b string?; c string?; d string?\n");
}

TEST(Model, TellsNullFromAbsenceWhereAsked) {
  EXPECT_EQ(definitions(R"("S": {"type": "object", "required": ["b"], "properties": {
              "a": {"type": ["string", "null"], "x-eventc": {"null": "distinct"}},
              "b": {"type": ["string", "null"], "x-eventc": {"null": "distinct"}},
              "c": {"type": "string", "x-eventc": {"null": "distinct"}},
              "d": {"$ref": "#/$defs/N", "x-eventc": {"null": "distinct"}}}},
              "N": {"type": ["object", "null"], "properties": {"x": {"type": "string"}}})"),
            "struct S: a nullable string; b nullable string; c string?; d nullable N\n"
            "struct N: x string?\n");
}

TEST(Model, MakesAUnionWithNullOptional) {
  EXPECT_EQ(member(R"({"oneOf": [{"type": "null"}, {"type": "string"}]})"), "string?");
  EXPECT_EQ(member(R"({"anyOf": [{"type": "integer"}, {"const": null}]})"), "int64?");
  EXPECT_EQ(definitions(
                R"("S": {"type": "object", "properties": {"m": {"oneOf": [{"$ref": "#/$defs/M"},
             {"type": "null"}]}}},
                           "M": {"type": "object", "properties": {"x": {"type": "string"}}})"),
            "struct S: m M?\nstruct M: x string?\n");
}

TEST(Model, MakesNoUnionOfAllTypes) {
  EXPECT_EQ(member(R"({"type": ["null", "boolean", "number", "string", "array", "object"]})"),
            "json");
  EXPECT_EQ(member(R"({"type": ["boolean", "integer", "string", "array", "object"]})"), "json");
}

// ---- Enumerations and constants

TEST(Model, MakesAnEnumerationOfStrings) {
  EXPECT_EQ(definitions(R"("Status": {"type": "string", "enum": ["new", "paid", "new"]})"),
            "enum Status: \"new\" \"paid\"\n");
  EXPECT_EQ(
      definitions(R"("Status": {"enum": ["new"], "type": "string", "x-eventc": {"open": true}})"),
      "enum Status: \"new\" ...\n");
  EXPECT_EQ(definitions(R"("Status": {"const": "new"})"), "enum Status: \"new\"\n");
}

TEST(Model, TakesNullAmongAnEnumerationsValuesForAnOptional) {
  EXPECT_EQ(definitions(
                R"("S": {"type": "object", "required": ["v"],
             "properties": {"v": {"enum": ["a", null]}}})"),
            "struct S: v v?\nenum v / S v: \"a\"\n");
}

TEST(Model, MakesAUnionOfAnEnumerationOfSeveralTypes) {
  EXPECT_EQ(definitions(R"("D": {"enum": ["a", 1, null, true, "b"]})"),
            "enum D string: \"a\" \"b\"\nalias D = boolean | int64 | D string\n");
  EXPECT_EQ(definitions(R"("D": {"enum": [2.5, "a"]})"),
            "enum D string: \"a\"\nalias D = double | D string\n");
  EXPECT_EQ(definitions(R"("D": {"type": "string", "enum": ["a", 1]})"), "enum D: \"a\"\n");
}

TEST(Model, KeepsEnumerationsOfArraysAndObjectsAsJson) {
  EXPECT_EQ(member(R"({"enum": ["a", [1]]})"), "json");
  EXPECT_EQ(member(R"({"enum": [{}, []]})"), "json");
  EXPECT_EQ(member(R"({"const": {"a": 1}})"), "json");
  EXPECT_EQ(member(R"({"enum": [true]})"), "boolean");
}

TEST(Model, StoresNoRequiredConstant) {
  EXPECT_EQ(
      definitions(
          R"("S": {"type": "object", "required": ["s", "i", "b", "n", "f", "o"], "properties": {
              "s": {"const": "x"}, "i": {"const": -7}, "b": {"const": true}, "n": {"const": null},
              "f": {"const": 0.5},
              "o": {"const": {}}, "maybe": {"const": "x"}, "never": false}})"),
      "struct S: s = \"x\"; i = -7; b = true; n null; f double; o json; maybe maybe?; never "
      "forbidden\n"
      "enum maybe / S maybe: \"x\"\n");
}

// ---- Lists, tuples, maps

TEST(Model, MakesLists) {
  EXPECT_EQ(member(R"({"type": "array", "items": {"type": ["string", "null"]}})"), "[string?]");
  EXPECT_EQ(member(R"({"type": "array"})"), "[json]");
  EXPECT_EQ(
      member(R"({"type": "array", "items": {"type": "array", "items": {"type": "integer"}}})"),
      "[[int64]]");
  EXPECT_EQ(member(R"({"type": "array", "const": [1]})"), "json");
  EXPECT_EQ(member(
                R"({"allOf": [{"type": "array", "items": {"type": "integer"}},
             {"items": {"minimum": 0}}]})"),
            "[uint64]");
}

TEST(Model, MakesTuples) {
  EXPECT_EQ(member(
                R"({"type": "array", "prefixItems": [{"type": "string"}, {"type": "number"}, {}],
             "minItems": 2})"),
            "(string, double, json?)");
  EXPECT_EQ(member(R"({"type": "array", "prefixItems": [{"type": ["string", "null"]}]})"),
            "(string?)");
  EXPECT_EQ(member(R"({"allOf": [{"type": "array", "prefixItems": [{}]}, {"minItems": 1}]})"),
            "json");
}

TEST(Model, KeepsTheItemsBehindATuplesPrefix) {
  EXPECT_EQ(member(
                R"({"type": "array", "prefixItems": [{"type": "string"}],
             "items": {"type": "integer"}})"),
            "(string?, int64...)");
  EXPECT_EQ(member(R"({"type": "array", "prefixItems": [{"type": "string"}], "minItems": 2})"),
            "(string, json...)");
  EXPECT_EQ(member(
                R"({"type": "array", "prefixItems": [{"type": "string"}], "items": true,
             "minItems": 2})"),
            "(string, json...)");
  EXPECT_EQ(member(
                R"({"type": "array", "prefixItems": [{"type": "string"}],
             "items": {"not": {"type": "null"}}})"),
            "(string?, json...)");
  EXPECT_EQ(model(R"({"$schema": "http://json-schema.org/draft-07/schema#", "title": "T",
                      "type": "array", "items": [{"type": "string"}],
                      "additionalItems": {"type": "boolean"}})"),
            "a.json: T\nwrapper T = (string?, boolean...)\n");
}

TEST(Model, PassesTheItemsBehindATuplesPrefixWhereNothingIsSaidOfThem) {
  EXPECT_EQ(member(R"({"type": "array", "prefixItems": [{"type": "string"}], "items": true})"),
            "(string?)");
  EXPECT_EQ(member(
                R"({"type": "array", "prefixItems": [{"type": "string"}], "items": false,
             "minItems": 2})"),
            "(string)");
  EXPECT_EQ(member(
                R"({"type": "array", "prefixItems": [{"type": "string"}],
             "items": {"type": "integer"}, "maxItems": 1})"),
            "(string?)");
}

TEST(Model, MakesMaps) {
  EXPECT_EQ(member(R"({"type": "object", "additionalProperties": {"type": "integer"}})"),
            "{string: int64}");
  EXPECT_EQ(member(
                R"({"type": "object", "patternProperties": {"^x-": {"type": "integer"}},
             "additionalProperties": false})"),
            "{string: int64}");
  EXPECT_EQ(member(
                R"({"type": "object", "additionalProperties": {"type": "string"},
             "x-eventc": {"keys": "ignore-case"}})"),
            "{ignore-case: string}");
  EXPECT_EQ(member(
                R"({"allOf": [{"type": "object", "additionalProperties": {"type": "string"}},
             {"minProperties": 1}]})"),
            "{string: string}");
}

TEST(Model, MakesTheNamesOfAMapAnEnumeration) {
  const std::string region = R"("R": {"type": "string", "enum": ["eu", "us"]}, )";
  EXPECT_EQ(definitions(region +
                        R"("M": {"type": "object", "propertyNames": {"$ref": "#/$defs/R"},
                                 "additionalProperties": {"type": "integer"}})"),
            "enum R: \"eu\" \"us\"\nalias M = {R: int64}\n");
  EXPECT_EQ(
      definitions(R"("M": {"type": "object", "propertyNames": {"enum": ["b", "a", "b", null]}})"),
      "enum M key: \"b\" \"a\"\nalias M = {M key: json}\n");
  EXPECT_EQ(definitions(
                R"("M": {"type": "object", "propertyNames": {"const": "a"},
                         "additionalProperties": true})"),
            "enum M key: \"a\"\nalias M = {M key: json}\n");
  EXPECT_EQ(definitions(
                R"("M": {"type": "object", "allOf": [{"propertyNames": {"enum": ["a"]}}],
                         "additionalProperties": {"type": "integer"}})"),
            "enum M key: \"a\"\nalias M = {M key: int64}\n");
}

TEST(Model, DropsWhatIsNoTextFromTheNamesOfMaps) {
  EXPECT_EQ(definitions(
                R"("N": {"enum": [1, "a", null, true]},
                   "M": {"type": "object", "propertyNames": {"$ref": "#/$defs/N"}},
                   "O": {"type": "object", "propertyNames": {"$ref": "#/$defs/N"}})"),
            "enum N string: \"a\"\nalias N = boolean | int64 | N string\n"
            "alias M = {N string: json}\nalias O = {N string: json}\n");
}

TEST(Model, LeavesTheNamesOfMapsThatAreMoreOrLessThanAnEnumeration) {
  const auto map = [](const std::string& names) {
    return member(R"({"type": "object", "additionalProperties": {"type": "integer"},
                      "propertyNames": )" +
                  names + "}");
  };
  EXPECT_EQ(map(R"({"enum": ["a", "bb"], "maxLength": 1})"), "{string: int64}");
  EXPECT_EQ(map(R"({"enum": ["a", "bb"], "pattern": "^a"})"), "{string: int64}");
  EXPECT_EQ(map(R"({"enum": ["a", "bb"], "const": "a"})"), "{string: int64}");
  EXPECT_EQ(map(R"({"enum": ["a", "bb"], "not": {"const": "a"}})"), "{string: int64}");
  EXPECT_EQ(map(R"({"allOf": [{"enum": ["a", "bb"]}, {"enum": ["a"]}]})"), "{string: int64}");
  EXPECT_EQ(map(R"({"enum": ["a"], "x-eventc": {"open": true}})"), "{string: int64}");
  EXPECT_EQ(map(R"({"enum": [1, null]})"), "{string: int64}");
  EXPECT_EQ(map(R"({"const": 1})"), "{string: int64}");
  EXPECT_EQ(map(R"({"pattern": "^a"})"), "{string: int64}");
  EXPECT_EQ(member(R"({"type": "object", "propertyNames": {"enum": ["a"]},
                       "allOf": [{"propertyNames": {"enum": ["a", "b"]}}],
                       "additionalProperties": {"type": "integer"}})"),
            "{string: int64}");
  EXPECT_EQ(member(R"({"type": "object", "propertyNames": {"enum": ["a"]},
                       "patternProperties": {"^a": {"type": "integer"}}})"),
            "{string: int64}");
  EXPECT_EQ(member(R"({"type": "object", "propertyNames": {"enum": ["a"]},
                       "additionalProperties": {"type": "integer"},
                       "x-eventc": {"keys": "ignore-case"}})"),
            "{ignore-case: int64}");
  EXPECT_EQ(definitions(
                R"("M": {"type": "object", "required": ["m"], "properties": {"m":
                     {"type": "object", "propertyNames": {"enum": ["a"]},
                      "additionalProperties": false}}})"),
            "struct M: m json\n");
}

TEST(Model, KeepsObjectsWithoutDeclaredMembersAsJson) {
  EXPECT_EQ(member(R"({"type": "object"})"), "json");
  EXPECT_EQ(member(R"({"type": "object", "additionalProperties": true})"), "json");
  EXPECT_EQ(member(R"({"type": "object", "additionalProperties": false})"), "json");
}

TEST(Model, KeepsMembersByPattern) {
  EXPECT_EQ(definitions(R"("D": {"type": "object", "patternProperties": {"^a": {"type": "string"},
             "^b": {"title": "Bs", "type": "integer"}, "^c": false}})"),
            "struct D: a members string; Bs int64\n");
  EXPECT_EQ(definitions(R"("D": {"type": "object", "patternProperties": {"^x-[0-9]": {}},
             "additionalProperties": {"type": "string"}})"),
            "struct D: x- members json; * string\n");
  EXPECT_EQ(definitions(R"("D": {"type": "object", "allOf": [
             {"patternProperties": {"^a": {"type": "string"}}, "required": ["n"]},
             {"patternProperties": {"^a": {"minLength": 2}}}]})"),
            "struct D: n json; a members string\n");
}

TEST(Model, KeepsTypedUnevaluatedMembersWhereNoBranchMayEvaluateThem) {
  EXPECT_EQ(definitions(R"("D": {"type": "object", "required": ["n"],
             "unevaluatedProperties": {"type": "string"}})"),
            "struct D: n json; * string\n");
  EXPECT_EQ(definitions(R"("D": {"type": "object", "required": ["n"],
             "anyOf": [{"additionalProperties": {"type": "integer"}}, {"required": ["m"]}],
             "unevaluatedProperties": {"type": "string"}})"),
            "struct D alternative 1: n json; * int64\n"
            "struct D alternative 2: n json; m json\n"
            "alias D = D alternative 1 | D alternative 2\n");
}

TEST(Model, KeepsNoUnevaluatedMembersThatAnotherSchemaMayHaveEvaluated) {
  EXPECT_EQ(definitions(R"("D": {"type": "object", "required": ["n"],
             "allOf": [{"unevaluatedProperties": true}],
             "unevaluatedProperties": {"type": "string"}})"),
            "struct D: n json\n");
}

TEST(Model, KeepsWhatIsDeclaredUnderAConditionAsJson) {
  EXPECT_EQ(definitions(R"("D": {"type": "object", "properties": {"x": {"type": "string"}},
             "dependentSchemas": {"x": {"properties": {"y": {"type": "string"}}}},
             "anyOf": [{"required": ["x"]}, {"properties": {"z": {"type": "string"}}}],
             "oneOf": [{"required": ["x"]}, {"required": ["z"]}]})"),
            "struct D: x string?; z json?; y json?\n");
  EXPECT_EQ(definitions(R"("D": {"type": "object", "properties": {"x": {"type": "string"}},
             "additionalProperties": false,
             "dependentSchemas": {"x": {"properties": {"y": {"type": "string"}}}}})"),
            "struct D: x string?\n");
}

// ---- Structs

TEST(Model, KeepsTheOrderOfMembersAndThoseOnlyRequired) {
  EXPECT_EQ(definitions(
                R"("S": {"type": "object", "required": ["z", "b"],
             "properties": {"b": {"type": "string"}, "a": {"type": "string"}}})"),
            "struct S: b string; a string?; z json\n");
}

TEST(Model, KeepsUnknownMembersWhereAsked) {
  EXPECT_EQ(definitions(
                R"("S": {"type": "object", "properties": {"a": {"type": "string"}},
             "x-eventc": {"unknown": "keep"}})"),
            "struct S: a string?; * json\n");
  EXPECT_EQ(definitions(
                R"("S": {"type": "object", "properties": {"a": {"type": "string"}},
             "additionalProperties": {"type": "integer"}})"),
            "struct S: a string?; * int64\n");
  EXPECT_EQ(definitions(
                R"("S": {"type": "object", "properties": {"a": {"type": "string"}},
             "additionalProperties": false})"),
            "struct S: a string?\n");
  EXPECT_EQ(definitions(R"("S": {"type": "object", "x-eventc": {"unknown": "keep"}})"),
            "struct S: * json\n");
}

TEST(Model, MergesAllOf) {
  EXPECT_EQ(
      definitions(
          R"("S": {"type": "object", "required": ["b"], "properties": {"b": {"type": "string"},
             "a": {"maxLength": 3}},
                                 "allOf": [{"$ref": "#/$defs/Base"},
                                 {"properties": {"c": {"type": "integer"}}, "required": ["a"]}]},
                           "Base": {"type": "object", "properties": {"a": {"type": "string"}}})"),
      "struct S: a string; c int64?; b string\nstruct Base: a string?\n");
}

TEST(Model, FindsNoTypeForSchemasThatContradict) {
  EXPECT_EQ(definitions(
                R"("S": {"type": "object", "properties": {"a": {"allOf": [{"type": "string"},
             {"type": "integer"}]}}})"),
            "struct S: a forbidden\n");
}

TEST(Model, WarnsOfMembersWithoutTheTypeObject) {
  const Compiled compiled =
      run_model(schema("{\n  \"properties\": {\"a\": {\"type\": \"string\"}}\n}\n"));
  EXPECT_EQ(
      compiled.printed(),
      R"(a.json:2:3: warning: without "type": "object" any value is accepted here, so the C++ type is eventc::Json
    "properties": {"a": {"type": "string"}}
    ^~~~~~~~~~~~
  at /properties
)");
  EXPECT_EQ(show(compiled), "a.json: a\nwrapper a = json\n");
}

TEST(Model, ReadsContentAsItsOwnType) {
  EXPECT_EQ(definitions(R"("S": {"type": "object", "required": ["body"], "properties": {"body": {
              "type": "string", "contentEncoding": "base64", "contentMediaType": "application/json",
              "contentSchema": {"type": "object", "properties": {"n": {"type": "integer"}}}}}})"),
            "struct S: body body content\nstruct body content / S body content: n int64?\n");
}

// ---- Unions

TEST(Model, KeepsAUnionOfMoreAlternativesThanCompilersTakeAsJson) {
  std::string branches = R"({"type": "object", "properties": {"m0": {}}})";
  for (int i = 1; i <= 100; ++i)
    branches += fmt::format(R"(, {{"type": "object", "properties": {{"m{}": {{}}}}}})", i);
  const Compiled compiled = run_model(
      schema(R"({"type": "object", "properties": {"x": {"oneOf": [)" + branches + "]}}}"));
  EXPECT_NE(
      compiled.printed().find("warning: these are 101 alternatives, of which std::variant can "
                              "be compiled with up to 100: the C++ type is eventc::Json"),
      std::string::npos)
      << compiled.printed();
  EXPECT_EQ(show(compiled), "a.json: a\nstruct a: x json?\n");
}

TEST(Model, TakesTheTypeThatIsGiven) {
  EXPECT_EQ(member(R"({"enum": ["a", null], "x-eventc": {"type": "string"}})"), "string?");
  EXPECT_EQ(member(R"({"$ref": "#/$defs/S", "x-eventc": {"type": "json"}})"), "json");
  EXPECT_EQ(member(R"({"type": "integer", "minimum": 0, "x-eventc": {"type": "int64"}})"), "int64");
}

TEST(Model, RefusesAGivenTypeThatDoesNotHoldAllValues) {
  EXPECT_EQ(run_model(schema(R"({"type": ["string", "integer"], "x-eventc": {"type": "string"}})"))
                .printed(),
            R"(a.json:1:54: error: a value of this schema may be another than "string" holds
    {"type": ["string", "integer"], "x-eventc": {"type": "string"}}
                                                         ^~~~~~~~
  at /x-eventc/type
)");
  EXPECT_EQ(run_model(schema(R"({"type": "number", "x-eventc": {"type": "int64"}})")).printed(),
            R"(a.json:1:41: error: a value of this schema may be another than "int64" holds
    {"type": "number", "x-eventc": {"type": "int64"}}
                                            ^~~~~~~
  at /x-eventc/type
)");
}

TEST(Model, LeavesOutTypesThatNotNames) {
  EXPECT_EQ(member(R"({"type": ["string", "null"], "not": {"type": "null"}})"), "string");
  EXPECT_EQ(member(R"({"type": ["string", "integer"], "not": {"type": "string"}})"), "int64");
  EXPECT_EQ(member(R"({"type": ["string", "null"], "not": {"type": "null", "const": 1}})"),
            "string?");
  EXPECT_EQ(member(R"({"type": "number", "not": {"type": "integer"}})"), "double");
  EXPECT_EQ(member(R"({"not": {"type": "string"}})"), "json");
}

TEST(Model, MakesAUnionOfTypes) {
  EXPECT_EQ(
      definitions(
          R"("V": {"type": ["object", "array", "number", "boolean"], "items": {"type": "string"},
                                 "additionalProperties": {"type": "integer"}})"),
      "alias V = boolean | double | [string] | {string: int64}\n");
  EXPECT_EQ(definitions(
                R"("S": {"type": "object", "properties": {"v": {"type": ["string", "integer",
             "null"]}}})"),
            "struct S: v v?\nalias v / S v = int64 | string\n");
}

TEST(Model, MakesAUnionOfBranches) {
  EXPECT_EQ(definitions(
                R"("V": {"oneOf": [{"$ref": "#/$defs/A"}, {"type": "string"}, {"type": "object",
             "properties": {"b": {"type": "string"}}}]},
                           "A": {"type": "object", "properties": {"a": {"type": "string"}}})"),
            "struct A: a string?\n"
            "struct V alternative 3: b string?\n"
            "alias V = A | string | V alternative 3\n");
}

TEST(Model, CallsAlternativesAfterTheirTag) {
  EXPECT_EQ(definitions(R"("V": {"oneOf": [
              {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "circle"},
              "r": {"type": "number"}}},
              {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "square"},
              "w": {"type": "number"}}}]})"),
            "struct V circle: kind = \"circle\"; r double?\n"
            "struct V square: kind = \"square\"; w double?\n"
            "alias V = V circle | V square\n");
}

TEST(Model, MergesWhatStandsBesideAUnionIntoEachAlternative) {
  EXPECT_EQ(
      definitions(
          R"("V": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}},
              "oneOf": [{"properties": {"a": {"type": "string"}}, "required": ["a"]},
              {"$ref": "#/$defs/B"}]},
              "B": {"type": "object", "required": ["b"],
              "properties": {"b": {"type": "string"}}})"),
      "struct V alternative 1: id string; a string\n"
      "struct V B: id string; b string\n"
      "alias V = V alternative 1 | V B\n"
      "struct B: b string\n");
}

TEST(Model, MakesOneTypeOfBranchesThatOnlyConstrain) {
  EXPECT_EQ(member(R"({"type": "string", "anyOf": [{"minLength": 3}, {"pattern": "^x"}]})"),
            "string");
  EXPECT_EQ(definitions(
                R"("S": {"type": "object", "properties": {"a": {"type": "string"},
             "b": {"type": "string"}},
                                 "anyOf": [{"required": ["a"]}, {"required": ["b"]}]})"),
            "struct S: a string?; b string?\n");
  EXPECT_EQ(
      member(
          R"({"oneOf": [{"type": "string", "maxLength": 1}, {"type": "string", "minLength": 5}]})"),
      "string");
}

TEST(Model, TakesAUnionOfOneBranchForTheBranch) {
  EXPECT_EQ(member(R"({"anyOf": [{"type": "boolean"}]})"), "boolean");
}

TEST(Model, MakesUnionsInBranchesOfAUnionAlternativesOfTheirOwn) {
  EXPECT_EQ(
      definitions(
          R"("D": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}},
    "oneOf": [
      {"properties": {"k": {"const": "a"}}, "required": ["k"], "oneOf": [
        {"properties": {"f": {"const": "x"}}, "required": ["f"]},
        {"properties": {"f": {"const": "y"}}, "required": ["f"]}]},
      {"properties": {"k": {"const": "b"}}, "required": ["k"]}]})"),
      R"(struct D a x: id string; k = "a"; f = "x"
struct D a y: id string; k = "a"; f = "y"
alias D a = D a x | D a y
struct D b: id string; k = "b"
alias D = D a | D b
)");
}

TEST(Model, MakesAlternativesOfConditionsThatGiveMembers) {
  EXPECT_EQ(
      definitions(
          R"("D": {"type": "object", "required": ["k"], "properties": {"k": {"enum": ["a", "b"]}},
    "if": {"properties": {"k": {"const": "a"}}}, "then": {"properties": {"x": {"type": "string"}}}})"),
      R"(struct D a: k = "a"; x string?
struct D other: k k
alias D = D a | D other
enum k / D other k: "a" "b"
)");
}

TEST(Model, MakesNoMoreInnerAlternativesThanThereAreSchemas) {
  // Each level may be one of two ways to the next: 2^30 ways lead to the last.
  std::string text = R"("L30": {"type": "object"})";
  for (int level = 0; level < 30; ++level) {
    const std::string next = "L" + std::to_string(level + 1);
    text += R"(, "L)" + std::to_string(level) +
            R"(": {"type": "object", "properties": {"p": {"type": "string"}}, "oneOf": [
               {"properties": {"k": {"const": "a"}}, "required": ["k"], "$ref": "#/$defs/)" +
            next + R"("},
               {"properties": {"k": {"const": "b"}}, "required": ["k"], "$ref": "#/$defs/)" +
            next + R"("}]})";
  }
  const Compiled compiled = run_model(schema(R"({"$ref": "#/$defs/L0", "$defs": {)" + text + "}}"));
  EXPECT_LT(compiled.model.types.size(), 2000);
}

TEST(Model, KeepsTwoUnionsAtOnceAsJson) {
  EXPECT_EQ(
      member(
          R"({"anyOf": [{"type": "string"}, {"type": "integer"}], "oneOf": [{"type": "string"},
             {"type": "integer"}]})"),
      "m");
  EXPECT_EQ(member(R"({"anyOf": [{}, {"type": "string"}], "oneOf": [{}, {"type": "integer"}]})"),
            "json");
}

// ---- Types that contain themselves

TEST(Model, LetsStructsContainThemselves) {
  EXPECT_EQ(definitions(R"("A": {"type": "object", "properties": {"b": {"$ref": "#/$defs/B"}}},
                           "B": {"type": ["object", "null"], "required": ["a"],
                           "properties": {"a": {"$ref": "#/$defs/A"}}})"),
            "struct A: b B?\nstruct B: a A\n");
}

TEST(Model, WrapsListsMapsAndUnionsThatContainThemselves) {
  EXPECT_EQ(definitions(R"("L": {"type": "array", "items": {"$ref": "#/$defs/L"}})"),
            "wrapper L = L value\nalias L value = [L]\n");
  EXPECT_EQ(
      definitions(R"("M": {"type": "object", "additionalProperties": {"$ref": "#/$defs/M"}})"),
      "wrapper M = M value\nalias M value = {string: M}\n");
  EXPECT_EQ(
      definitions(R"("V": {"type": ["string", "array", "null"], "items": {"$ref": "#/$defs/V"}})"),
      "wrapper V = V value?\nalias V value = string | [V]\n");
}

TEST(Model, WrapsAListThatContainsItselfByWayOfAnother) {
  EXPECT_EQ(definitions(
                R"("A": {"type": "array", "items": {"$ref": "#/$defs/B"}}, "B": {"type": "array",
             "items": {"$ref": "#/$defs/A"}})"),
            "wrapper A = A value\nalias B = [A]\nalias A value = [B]\n");
}

TEST(Model, LetsAUnionContainItselfInAStruct) {
  EXPECT_EQ(definitions(
                R"("E": {"oneOf": [{"type": "object", "required": ["not"],
             "properties": {"not": {"$ref": "#/$defs/E"}}}, {"type": "string"}]})"),
            "struct E alternative 1: not E\nalias E = E alternative 1 | string\n");
}

// ---- Much

TEST(Model, TakesThousandsOfDefinitionsThatHoldEachOther) {
  std::string text;
  for (int i = 0; i < 2000; ++i) {
    text += (i == 0 ? "" : ",") + ("\"d" + std::to_string(i)) +
            R"(": {"type": "object", "properties": {"n": {"$ref": "#/$defs/d)" +
            std::to_string((i + 1) % 2000) + "\"}}}";
  }
  EXPECT_NE(definitions(text).find("struct d1999: n d0?\n"), std::string::npos);
}

TEST(Model, RefusesListsThatNestWithoutEnd) {
  std::string text;
  for (int i = 0; i < 3000; ++i) {
    text += "\"d" + std::to_string(i) + R"(": {"type": "array", "items": {"$ref": "#/$defs/d)" +
            std::to_string(i + 1) + "\"}},";
  }
  const Compiled compiled =
      run_model(schema(R"({"$defs": {)" + text + R"("d3000": {"type": "string"}}})"));
  const auto& all = compiled.diagnostics.all();
  ASSERT_FALSE(all.empty());
  EXPECT_EQ(all.front().location.pointer, "/$defs/d200");
  EXPECT_EQ(all.front().message, "lists, maps and unions nest deeper than 200 levels here");
}

TEST(Model, TakesThousandsOfMembers) {
  std::string text;
  for (int i = 0; i < 3000; ++i)
    text += (i == 0 ? "" : ",") + ("\"m" + std::to_string(i)) + R"(": {"type": "string"})";
  EXPECT_TRUE(definitions(R"("S": {"type": "object", "properties": {)" + text + "}}")
                  .ends_with("; m2999 string?\n"));
}

}  // namespace
}  // namespace eventc::compiler::testing
