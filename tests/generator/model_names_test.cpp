// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "generator/compile_helper.hpp"
#include "model.hpp"

/// What build_model() makes of roots, what types are to be called, and whose they are.
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

// ---- Roots

TEST(ModelNames, NamesARootByItsExtensionTitleOrFile) {
  const std::string object = R"("type": "object", "required": ["a"])";
  EXPECT_EQ(model("{" + object + R"(, "title": "Order created", "x-eventc": {"name": "Order"}})"),
            "a.json: Order\nstruct Order: a json\n");
  EXPECT_EQ(model("{" + object + R"(, "title": "Order created"})"),
            "a.json: Order created\nstruct Order created: a json\n");
  EXPECT_EQ(model({.given = {{"s/order-created.schema.json", "{" + object + "}"}}}),
            "order-created.schema.json: order-created\nstruct order-created: a json\n");
}

TEST(ModelNames, WrapsARootThatIsNoObject) {
  EXPECT_EQ(model(R"({"type": "array", "items": {"type": "string"}, "title": "Tags"})"),
            "a.json: Tags\nwrapper Tags = [string]\n");
  EXPECT_EQ(model(R"({"type": "object", "additionalProperties": {"type": "string"}})"),
            "a.json: a\nwrapper a = {string: string}\n");
  EXPECT_EQ(model(R"({"enum": ["x", "y"]})"),
            "a.json: a\nenum a value: \"x\" \"y\"\nwrapper a = a value\n");
  EXPECT_EQ(model(R"({"oneOf": [{"type": "string"}, {"type": "boolean"}]})"),
            "a.json: a\nalias a value = string | boolean\nwrapper a = a value\n");
  EXPECT_EQ(model(R"({"type": ["object", "null"], "required": ["b"], "title": "T"})"),
            "a.json: T\nstruct T: b json\nwrapper T = T?\n");
  EXPECT_EQ(model("true"), "a.json: a\nwrapper a = json\n");
  EXPECT_EQ(model("{}"), "a.json: a\nwrapper a = json\n");
}

TEST(ModelNames, WrapsARootListThatContainsItself) {
  EXPECT_EQ(model(R"({"type": "array", "items": {"$ref": "#"}, "title": "Tree"})"),
            "a.json: Tree\nwrapper Tree = [Tree]\n");
}

TEST(ModelNames, TakesAFileOfDefinitionsForALibrary) {
  EXPECT_EQ(model(R"({"title": "Common", "$defs": {"A": {"type": "object", "required": ["a"]}}})"),
            "a.json: library\nstruct A: a json\n");
}

TEST(ModelNames, CallsADefinitionThatIsTheRootAfterTheRoot) {
  EXPECT_EQ(model(
                R"({"title": "Order", "$ref": "#/$defs/O", "$defs": {"O": {"type": "object",
             "required": ["a"], "properties": {"a": {"enum": ["x"]}}}}})"),
            "a.json: Order\nstruct Order: a a\nenum a / Order a: \"x\"\n");
}

TEST(ModelNames, RoutesToNoEventThatSaysSo) {
  EXPECT_EQ(model(R"({"type": "object", "required": ["a"], "x-eventc": {"route": false}})"),
            "a.json: a (not routed)\nstruct a: a json\n");
}

// ---- Names

TEST(ModelNames, OffersNamesBestFirst) {
  EXPECT_EQ(definitions(R"("S": {"type": "object", "properties": {
              "plain": {"type": "object", "required": ["a"]},
              "titled": {"type": "object", "required": ["a"], "title": "A title"},
              "called": {"type": "object", "required": ["a"], "title": "T",
              "x-eventc": {"name": "Called"}},
              "list": {"type": "array", "items": {"type": "object", "required": ["a"]}},
              "map": {"type": "object", "additionalProperties": {"type": "object",
              "required": ["a"]}},
              "tuple": {"type": "array", "prefixItems": [{"type": "object", "required": ["a"]}],
              "minItems": 1}}})"),
            "struct S: plain plain?; titled A title?; called Called?; list [list item]?; map "
            "{string: map value}?; tuple (tuple item 1)?\n"
            "struct plain / S plain: a json\n"
            "struct A title / titled / S titled: a json\n"
            "struct Called / T / called / S called: a json\n"
            "struct list item / S list item: a json\n"
            "struct map value / S map value: a json\n"
            "struct tuple item 1 / S tuple item 1: a json\n");
}

TEST(ModelNames, PrefersADefinitionsNameToItsTitle) {
  EXPECT_EQ(definitions(R"("S": {"type": "object", "required": ["a"], "title": "A title"})"),
            "struct S: a json\n");
  EXPECT_EQ(
      definitions(R"("S": {"type": "object", "required": ["a"], "x-eventc": {"name": "Called"}})"),
      "struct Called / S: a json\n");
}

TEST(ModelNames, NamesListsMapsAndTuplesThatAreDefinitions) {
  EXPECT_EQ(definitions(R"("Tags": {"type": "array", "items": {"type": "string"}},
                           "Labels": {"type": "object", "additionalProperties": {"type": "string"}},
                           "Point": {"type": "array", "prefixItems": [{"type": "number"},
                           {"type": "number"}], "minItems": 2},
                           "Name": {"type": "string", "minLength": 1},
                           "S": {"type": "object", "properties": {"tags": {"$ref": "#/$defs/Tags"},
                           "name": {"$ref": "#/$defs/Name"}}})"),
            "alias Tags = [string]\n"
            "alias Labels = {string: string}\n"
            "alias Point = (double, double)\n"
            "struct S: tags Tags?; name string?\n");
}

TEST(ModelNames, NamesADefinitionMadeOfOthersAfterItself) {
  EXPECT_EQ(
      model(R"({"title": "T", "type": "object", "properties": {"first": {"$ref": "#/$defs/Derived"},
                        "both": {"allOf": [{"$ref": "#/$defs/Base"}, {"$ref": "#/$defs/Other"}]}},
              "$defs": {"Derived": {"allOf": [{"type": "object", "required": ["c"]},
              {"$ref": "#/$defs/Base"}]},
                        "Base": {"type": "object", "required": ["a"], "title": "B",
                        "x-eventc": {"name": "BaseType"}},
                        "Other": {"type": "object", "required": ["b"]}}})"),
      "a.json: T\n"
      "struct T: first Derived?; both both?\n"
      "struct Derived: c json; a json\n"
      "struct both / T both: a json; b json\n"
      "struct BaseType / Base: a json\n"
      "struct Other: b json\n");
}

TEST(ModelNames, TakesADefinitionThatIsAReferenceForItsTarget) {
  EXPECT_EQ(definitions(R"("A": {"$ref": "#/$defs/B"}, "B": {"type": "object", "required": ["b"]},
                           "S": {"type": "object", "properties": {"a": {"$ref": "#/$defs/A"}}})"),
            "struct B: b json\nstruct S: a B?\n");
}

TEST(ModelNames, TakesAPropertyCalledDefinitionsForAProperty) {
  EXPECT_EQ(definitions(
                R"("S": {"type": "object", "properties": {"definitions": {"type": "array",
             "items": {"type": "object", "required": ["a"]}},
                                 "$defs": {"type": "object", "required": ["b"]}}})"),
            "struct S: definitions [definitions item]?; $defs $defs?\n"
            "struct definitions item / S definitions item: a json\n"
            "struct $defs / S $defs: b json\n");
}

TEST(ModelNames, KeepsHostileNamesForLaterPasses) {
  const Compiled compiled = run_model(schema(
      R"({"title": "*/ \"\n", "type": "object", "required": [""],
         "properties": {"": {"type": "object", "required": ["x"]}, "\u0000": {"type": "string"},
          "errno": {"enum": ["", "\"", "EOF", "😀"]}}})"));
  EXPECT_EQ(compiled.printed(), "");
  EXPECT_EQ(show(compiled), std::string("a.json: */ \"\n\n"
                                        "struct */ \"\n:  */ \"\n ; ") +
                                std::string(1, '\0') +
                                " string?; errno errno?\n"
                                "struct */ \"\n : x json\n"
                                "enum errno / */ \"\n errno: \"\" \"\\\"\" \"EOF\" \"😀\"\n");
}

// ---- Several documents

TEST(ModelNames, SharesDefinitionsBetweenGivenFiles) {
  EXPECT_EQ(
      model({.given =
                 {{"a.json",
                   R"({"type": "object", "properties": {"m": {"$ref": "b.json#/$defs/Money"},
                    "d": {"$ref": "b.json#/$defs/Derived"}, "b": {"$ref": "b.json"}}})"},
                  {"b.json",
                   R"({"type": "object", "properties": {"m": {"$ref": "#/$defs/Money"}}, "$defs": {
                                            "Money": {"type": "object", "required": ["amount"]},
                                            "Derived": {"allOf": [{"$ref": "#/$defs/Money"},
                                            {"type": "object", "required": ["x"]}]}}})"}}}),
      "a.json: a\n"
      "b.json: b@1\n"
      "struct a: m Money@1?; d Derived@1?; b b@1?\n"
      "struct Money@1: amount json\n"
      "struct Derived@1: amount json; x json\n"
      "struct b@1: m Money@1?\n");
}

TEST(ModelNames, CopiesWhatStandsInFilesThatAreNotGiven) {
  EXPECT_EQ(
      model({.given =
                 {{"a.json",
                   R"({"type": "object", "properties": {"m": {"$ref": "c.json#/$defs/Money"},
                    "n": {"$ref": "c.json#/$defs/Money"}, "t": {"$ref": "tags.json"}}})"},
                  {"b.json",
                   R"({"type": "object", "properties": {"m": {"$ref": "c.json#/$defs/Money"}}})"}},
             .others = {{"c.json",
                         R"({"$defs": {"Money": {"type": "object", "required": ["amount"]}}})"},
                        {"tags.json", R"({"type": "array", "items": {"type": "string"}})"}}}),
      "a.json: a\n"
      "b.json: b@1\n"
      "struct a: m Money?; n Money?; t tags?\n"
      "struct Money: amount json\n"
      "alias tags = [string]\n"
      "struct b@1: m Money@1?\n"
      "struct Money@1: amount json\n");
}

TEST(ModelNames, CopiesWhatGivenFilesHoldOfEachOtherInACircle) {
  EXPECT_EQ(
      model({.given = {{"a.json", R"({"type": "object", "properties": {"b": {"$ref": "b.json"}}})"},
                       {"b.json",
                        R"({"type": "object", "properties": {"a": {"$ref": "a.json"}}})"}}}),
      "a.json: a\n"
      "b.json: b@1\n"
      "struct a: b b?\n"
      "struct b: a a?\n"
      "struct b@1: a a@1?\n"
      "struct a@1: b b@1?\n");
}

TEST(ModelNames, WrapsARootThatIsAnotherFilesRoot) {
  EXPECT_EQ(model({.given = {{"a.json", R"({"$ref": "b.json"})"},
                             {"b.json", R"({"type": "object", "required": ["x"]})"}}}),
            "a.json: a\n"
            "b.json: b@1\n"
            "struct b@1: x json\n"
            "wrapper a = b@1\n");
}

}  // namespace
}  // namespace eventc::compiler::testing
