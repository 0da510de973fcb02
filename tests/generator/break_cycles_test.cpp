// SPDX-License-Identifier: Apache-2.0
#include "break_cycles.hpp"

#include <gtest/gtest.h>

#include "generator/compile_helper.hpp"

namespace eventc::compiler::testing {
namespace {

/// The model of one schema, with its boxes.
std::string boxed(const Schemas& schemas) {
  Compiled compiled = run_model(schemas);
  EXPECT_EQ(compiled.printed(), "");
  break_cycles(compiled.model);
  return show(compiled);
}

std::string boxed(const std::string& definitions) {
  return boxed(schema(R"({"$defs": )" + definitions + "}"));
}

Type named(Definition definition, std::string name) {
  return {std::move(definition), 0, {std::move(name)}, std::nullopt};
}

Type unnamed(Definition definition) { return {std::move(definition), 0, {}, std::nullopt}; }

/// A struct with a member for each of the types: a, b, c ….
Type structure(std::string name, const std::vector<TypeId>& members) {
  StructType type;
  for (const TypeId member : members) {
    Field field{.json_name = std::string(1, static_cast<char>('a' + type.fields.size())),
                .type = member,
                .constant = std::nullopt,
                .pack = {},
                .node = std::nullopt};
    type.fields.push_back(std::move(field));
  }
  return named(std::move(type), std::move(name));
}

std::string show_boxed(std::vector<Type> types) {
  Compiled compiled;
  compiled.model.types = std::move(types);
  break_cycles(compiled.model);
  return show(compiled);
}

TEST(BreakCycles, BoxesAStructInItself) {
  EXPECT_EQ(
      boxed(R"({"Node": {"type": "object", "properties": {"next": {"$ref": "#/$defs/Node"}}}})"),
      "a.json: library\n"
      "struct Node: next box Node?\n");
}

TEST(BreakCycles, BoxesARequiredMemberAndANullableOne) {
  EXPECT_EQ(boxed(R"({"Node": {"type": ["object", "null"], "required": ["next"],
                               "properties": {"next": {"$ref": "#/$defs/Node"}}}})"),
            "a.json: library\n"
            "struct Node: next box Node?\n");
  EXPECT_EQ(boxed(R"({"Node": {"type": "object", "required": ["next"],
                               "properties": {"next": {"$ref": "#/$defs/Node"}}}})"),
            "a.json: library\n"
            "struct Node: next box Node\n");
}

TEST(BreakCycles, BoxesInsideWhatMayBeNullOrAbsent) {
  EXPECT_EQ(boxed(R"({"Node": {"type": ["object", "null"], "x-eventc": {"null": "distinct"},
                               "properties": {"next": {"$ref": "#/$defs/Node"}}}})"),
            "a.json: library\n"
            "struct Node: next nullable box Node\n");
}

TEST(BreakCycles, BoxesTheMemberThatClosesACircle) {
  EXPECT_EQ(boxed(R"({"A": {"type": "object", "properties": {"b": {"$ref": "#/$defs/B"}}},
                      "B": {"type": "object", "properties": {"c": {"$ref": "#/$defs/C"}}},
                      "C": {"type": "object", "properties": {"a": {"$ref": "#/$defs/A"},
                      "b": {"$ref": "#/$defs/B"}}}})"),
            "a.json: library\n"
            "struct A: b B?\n"
            "struct B: c C?\n"
            "struct C: a box A?; b box B?\n");
}

TEST(BreakCycles, LeavesListsAndMaps) {
  const std::string list = R"({"Node": {"type": "object", "properties": {
      "children": {"type": "array", "items": {"$ref": "#/$defs/Node"}},
      "by_name": {"type": "object", "additionalProperties": {"$ref": "#/$defs/Node"}}}}})";
  EXPECT_EQ(boxed(list),
            "a.json: library\n"
            "struct Node: children [Node]?; by_name {string: Node}?\n");
}

TEST(BreakCycles, LeavesWhatIsHeldTwiceWithoutACircle) {
  EXPECT_EQ(boxed(
                R"({"A": {"type": "object", "properties": {"b": {"$ref": "#/$defs/B"},
             "c": {"$ref": "#/$defs/B"}}},
                      "B": {"type": "object", "properties": {"n": {"type": "number"}}}})"),
            "a.json: library\n"
            "struct A: b B?; c B?\n"
            "struct B: n double?\n");
}

TEST(BreakCycles, BoxesAnAlternative) {
  EXPECT_EQ(boxed(R"({"Expr": {"oneOf": [
              {"type": "object", "required": ["not"],
              "properties": {"not": {"$ref": "#/$defs/Expr"}}},
              {"type": "string"}]}})"),
            "a.json: library\n"
            "struct Expr alternative 1: not Expr\n"
            "alias Expr = box Expr alternative 1 | string\n");
}

TEST(BreakCycles, BoxesAMemberOfATuple) {
  EXPECT_EQ(boxed(R"({"Pair": {"type": "object", "properties": {
              "both": {"type": "array", "prefixItems": [{"$ref": "#/$defs/Pair"},
              {"type": "string"}], "minItems": 2}}}})"),
            "a.json: library\n"
            "struct Pair: both (box Pair, string)?\n");
}

TEST(BreakCycles, BoxesAWrapperInItself) {
  EXPECT_EQ(show_boxed({named(WrapperType{1, {}}, "W"), unnamed(OptionalType{0})}),
            "wrapper W = box W?\n");
}

TEST(BreakCycles, KeepsABoxInsideAnOptionalThatClosesTheCircle) {
  // The optional is looked at before what it holds.
  EXPECT_EQ(show_boxed({unnamed(OptionalType{1}), structure("S", {0})}), "struct S: a box S?\n");
}

TEST(BreakCycles, PassesMembersThatHoldNothing) {
  Type type = structure("S", {0, 0});
  std::get<StructType>(type.definition).fields[0].kind = Field::Kind::Forbidden;
  std::get<StructType>(type.definition).fields[1].kind = Field::Kind::Constant;
  std::get<StructType>(type.definition).fields[1].constant = Json("x");
  EXPECT_EQ(show_boxed({type}), "struct S: a forbidden; b = \"x\"\n");
}

TEST(BreakCycles, LeavesBoxesThatAreThere) {
  EXPECT_EQ(show_boxed({structure("S", {1}), unnamed(BoxType{0})}), "struct S: a box S\n");
}

TEST(BreakCycles, TakesAThousandDefinitionsInACircle) {
  std::string definitions;
  for (int i = 0; i < 1000; ++i) {
    definitions += (i == 0 ? "" : ",") + ("\"d" + std::to_string(i)) +
                   R"(": {"type": "object", "properties": {"n": {"$ref": "#/$defs/d)" +
                   std::to_string((i + 1) % 1000) + "\"}}}";
  }
  const std::string shown = boxed("{" + definitions + "}");
  EXPECT_NE(shown.find("struct d999: n box d0?\n"), std::string::npos);
  EXPECT_NE(shown.find("struct d998: n d999?\n"), std::string::npos);
}

}  // namespace
}  // namespace eventc::compiler::testing
