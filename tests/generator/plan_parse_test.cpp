// SPDX-License-Identifier: Apache-2.0
#include "plan_parse.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "break_cycles.hpp"
#include "generator/compile_helper.hpp"
#include "wrap_recursive_unions.hpp"

namespace eventc::compiler::testing {
namespace {

/// Schemas by their pointers, shapes by what they say.
class PlanPrinter {
 public:
  PlanPrinter(const Compiled& compiled, const ParsePlan& plan)
      : form_(compiled.form), plan_(plan) {}

  std::string show(const ReadingSchema& schema) const {
    if (const auto* const node = std::get_if<NodeId>(&schema))
      return "#" + form_[*node].place.pointer;
    if (const auto* const ref = std::get_if<ShapeRef>(&schema))
      return show(plan_.shapes.at(ref->shape));
    return "any";
  }

 private:
  std::string show(const Shape& shape) const {
    std::string out = testing::show(shape.types);
    if (shape.values) out += " values #" + form_[*shape.values].place.pointer;
    if (shape.is_base64) out += " base64";
    if (shape.content) out += " content " + show(*shape.content);
    if (shape.items) out += " items " + show(*shape.items);
    if (!shape.prefix_items.empty())
      out += fmt::format(" prefix {} of {}", show(shape.prefix_items), shape.min_items);
    if (shape.map_keys) out += " keys #" + form_[*shape.map_keys].place.pointer;
    if (!shape.properties.empty())
      out += fmt::format(" members {}", fmt::join(shape.properties, " "));
    if (shape.map_values) out += " map " + show(*shape.map_values);
    if (shape.map_pattern)
      out += " by " + form_[*shape.map_pattern].pattern_properties[0].pattern.source;
    if (!shape.branches.empty())
      out += fmt::format(" {} {}", shape.exactly_one ? "one of" : "any of", show(shape.branches));
    if (shape.selector) out += " by " + testing::show(*shape.selector);
    if (!shape.checked_by.empty()) {
      std::vector<ReadingSchema> checks(shape.checked_by.begin(), shape.checked_by.end());
      out += " checked by " + show(checks);
    }
    return "{" + out + "}";
  }

  std::string show(const std::vector<ReadingSchema>& schemas) const {
    std::vector<std::string> shown;
    for (const ReadingSchema& schema : schemas) shown.push_back(show(schema));
    return fmt::format("[{}]", fmt::join(shown, ", "));
  }

  const NormalForm& form_;
  const ParsePlan& plan_;
};

/// The schemas that readers use where it is not the first that declares the member: "Struct.member:
/// schema", and of wrappers and unknown members "Type: schema".
std::string plan(const std::string& text) {
  Compiled compiled = run_model(schema(text));
  EXPECT_EQ(compiled.printed(), "");
  wrap_recursive_unions(compiled.model);
  break_cycles(compiled.model);
  const ParsePlan plan = plan_parse(compiled.form, compiled.model);
  const PlanPrinter printer(compiled, plan);
  std::string out;
  for (const auto& [at, schema] : plan.fields) {
    const auto& type = *compiled.model.as<StructType>(at.first);
    out += fmt::format("{}.{}: {}\n", show(compiled.model, at.first),
                       type.fields[at.second].json_name, printer.show(schema));
  }
  for (const auto& [type, schema] : plan.values) {
    out += fmt::format("{}: {}\n", show(compiled.model, type), printer.show(schema));
  }
  for (const auto& [at, schema] : plan.maps) {
    const auto& type = *compiled.model.as<StructType>(at.first);
    out += fmt::format("{}, {}: {}\n", show(compiled.model, at.first), type.maps[at.second].name,
                       printer.show(schema));
  }
  for (const auto& [type, schema] : plan.kept)
    out += fmt::format("{} keeps {}\n", show(compiled.model, type), printer.show(schema));
  return out;
}

/// Of a struct "a" with one member "m".
std::string plan_member(const std::string& text, const std::string& definitions = "") {
  return plan(R"({"type": "object", "properties": {"m": )" + text + R"(}, "$defs": {)" +
              definitions + "}}");
}

TEST(PlanParse, LeavesPlainMembersToTheReader) {
  EXPECT_EQ(plan_member(R"({"type": "string"})"), "");
  EXPECT_EQ(plan_member("{}"), "");
  EXPECT_EQ(plan_member("false"), "");
  EXPECT_EQ(plan_member(R"({"type": "string", "contentEncoding": "base64"})"), "");
  EXPECT_EQ(plan_member(R"({"enum": ["a", null]})"), "");
  EXPECT_EQ(plan_member(R"({"type": ["integer", "null"], "minimum": 3})"), "");
  EXPECT_EQ(
      plan_member(R"({"type": "array", "items": {"type": "array", "items": {"enum": ["a"]}}})"),
      "");
  EXPECT_EQ(plan_member(R"({"type": "array", "prefixItems": [{"type": "string"}, {}]})"), "");
  EXPECT_EQ(
      plan_member(
          R"({"type": "object", "additionalProperties": {"type": "object", "required": ["x"]}})"),
      "");
  EXPECT_EQ(plan_member(
                R"({"type": "object", "patternProperties": {"^x": {"type": "string"}},
             "additionalProperties": false})"),
            "");
  EXPECT_EQ(
      plan_member(
          R"({"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]})"),
      "");
  EXPECT_EQ(plan_member(R"({"oneOf": [{"type": "null"}, {"type": "object", "required": ["x"]}]})"),
            "");
  EXPECT_EQ(plan_member(
                R"({"contentMediaType": "application/json", "contentSchema": {"type": "object",
             "required": ["x"]}, "type": "string"})"),
            "");
}

TEST(PlanParse, FollowsBareReferences) {
  EXPECT_EQ(plan_member(R"({"$ref": "#/$defs/A"})",
                        R"("A": {"$ref": "#/$defs/B"}, "B": {"type": "string"})"),
            "");
}

TEST(PlanParse, LeavesStructsThatContainThemselvesToTheReader) {
  EXPECT_EQ(plan_member(R"({"$ref": "#"})"), "");
  EXPECT_EQ(plan_member(R"({"type": "array", "items": {"$ref": "#"}})"), "");
}

TEST(PlanParse, JoinsTheSchemasOfAMember) {
  EXPECT_EQ(plan_member(R"({"$ref": "#/$defs/A", "maxLength": 3})", R"("A": {"type": "string"})"),
            "a.m: {string checked by [#/$defs/A, #/properties/m]}\n");
  EXPECT_EQ(
      plan_member(
          R"({"allOf": [{"type": "string", "contentEncoding": "base64"}, {"minLength": 4}]})"),
      "a.m: {string base64 checked by [#/properties/m/allOf/0, #/properties/m/allOf/1]}\n");
  EXPECT_EQ(plan_member(R"({"allOf": [{"maxLength": 4}, {"enum": ["a", "b"]}]})"),
            "a.m: {string values #/properties/m/allOf/1 checked by [#/properties/m/allOf/0, "
            "#/properties/m/allOf/1]}\n");
}

TEST(PlanParse, NamesTheOneSchemaThatSaysSomething) {
  EXPECT_EQ(plan_member(R"({"allOf": [{"title": "t"}, {"type": "string"}]})"),
            "a.m: #/properties/m/allOf/1\n");
}

TEST(PlanParse, JoinsTheSchemasOfItems) {
  EXPECT_EQ(plan_member(
                R"({"allOf": [{"type": "array", "items": {"type": "string"}},
             {"items": {"maxLength": 3}}]})"),
            "a.m: {array items {string checked by [#/properties/m/allOf/0/items, "
            "#/properties/m/allOf/1/items]} "
            "checked by [#/properties/m/allOf/0, #/properties/m/allOf/1]}\n");
  EXPECT_EQ(plan_member(
                R"({"type": "array", "items": {"allOf": [{"type": "string"}, {"minLength": 1}]}})"),
            "a.m: {array items {string checked by [#/properties/m/items/allOf/0, "
            "#/properties/m/items/allOf/1]} "
            "checked by [#/properties/m]}\n");
}

TEST(PlanParse, JoinsTheSchemasOfMapsAndTuples) {
  EXPECT_EQ(plan_member(
                R"({"allOf": [{"type": "object", "additionalProperties": {"type": "string"}},
             {"minProperties": 1}]})"),
            "a.m: {object map #/properties/m/allOf/0/additionalProperties checked by "
            "[#/properties/m/allOf/0, #/properties/m/allOf/1]}\n");
  EXPECT_EQ(
      plan_member(
          R"({"type": "array", "minItems": 1, "prefixItems": [{"type": "string"},
             {"allOf": [{"type": "string"}, {"minLength": 1}]}]})"),
      "a.m: {array prefix [#/properties/m/prefixItems/0, {string checked by "
      "[#/properties/m/prefixItems/1/allOf/0, #/properties/m/prefixItems/1/allOf/1]}] of 1 checked "
      "by [#/properties/m]}\n");
}

TEST(PlanParse, FindsTheKeysOfMapsAndTheRestOfTuples) {
  EXPECT_EQ(plan_member(R"({"type": "object", "propertyNames": {"enum": ["a"]}})"), "");
  EXPECT_EQ(plan_member(R"({"type": "object", "propertyNames": {"allOf": [{"enum": ["a"]}]}})"),
            "a.m: {object keys #/properties/m/propertyNames/allOf/0 map any checked by "
            "[#/properties/m]}\n");
  EXPECT_EQ(plan_member(
                R"({"type": "array", "prefixItems": [{"type": "string"}],
             "items": {"type": "integer"}})"),
            "");
  EXPECT_EQ(plan_member(
                R"({"type": "array", "prefixItems": [{"type": "string"}],
             "items": {"allOf": [{"type": "string"}, {"minLength": 1}]}})"),
            "a.m: {array items {string checked by [#/properties/m/items/allOf/0, "
            "#/properties/m/items/allOf/1]} prefix [#/properties/m/prefixItems/0] of 0 checked by "
            "[#/properties/m]}\n");
}

TEST(PlanParse, JoinsContent) {
  EXPECT_EQ(plan_member(
                R"({"allOf": [{"type": "string", "contentEncoding": "base64",
             "contentMediaType": "application/json",
                                       "contentSchema": {"type": "integer"}}, {"minLength": 4}]})"),
            "a.m: {string base64 content #/properties/m/allOf/0/contentSchema checked by "
            "[#/properties/m/allOf/0, #/properties/m/allOf/1]}\n");
}

TEST(PlanParse, LetsMergedStructsCheckThemselves) {
  EXPECT_EQ(
      plan_member(R"({"allOf": [{"type": "object", "required": ["x"]}, {"required": ["y"]}]})"),
      "a.m: {object}\n");
}

TEST(PlanParse, TellsAListOfTypesApart) {
  EXPECT_EQ(plan_member(R"({"type": ["string", "integer", "null"]})"),
            "a.m: {null|number|string any of [#/properties/m, #/properties/m] by number->0 "
            "string->1}\n");
  EXPECT_EQ(
      plan_member(R"({"type": ["object", "array", "number", "boolean"], "items": {"type": "string"},
                            "additionalProperties": {"type": "integer"}})"),
      "a.m: {boolean|number|array|object any of [#/properties/m, #/properties/m, #/properties/m, "
      "#/properties/m] by "
      "boolean->0 number->1 array->2 object->3}\n");
}

TEST(PlanParse, TellsAListThatIsKeptAsJsonByItsType) {
  EXPECT_EQ(plan_member(
                R"({"type": ["array", "string"], "prefixItems": [{"type": "string"}],
             "allOf": [{"minItems": 1}]})"),
            "a.m: {string|array any of [{any}, {any}] by string->0 array->1 checked by "
            "[#/properties/m/allOf/0, #/properties/m]}\n");
}

TEST(PlanParse, LetsAlternativesThatAreStructsCheckThemselves) {
  EXPECT_EQ(
      plan_member(
          R"({"oneOf": [{"type": "object", "required": ["x"], "properties": {"x": {"const": 1}}},
                                       {"allOf": [{"type": "object", "required": ["x"]},
                                       {"properties": {"x": {"const": 2}}}]}]})"),
      "a.m: {object one of [#/properties/m/oneOf/0, {object}] by x: 1->0 2->1}\n"
      "m alternative 2.x: #/properties/m/oneOf/1/allOf/1/properties/x\n");
}

TEST(PlanParse, ChecksAMemberByAllThatDeclareIt) {
  EXPECT_EQ(
      plan_member(
          R"({"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}},
             "oneOf": [
              {"properties": {"kind": {"const": "a"}}},
              {"properties": {"kind": {"const": "b"}}}]})"),
      "m a.kind: {any checked by [#/properties/m/properties/kind, "
      "#/properties/m/oneOf/0/properties/kind]}\n"
      "m b.kind: {any checked by [#/properties/m/properties/kind, "
      "#/properties/m/oneOf/1/properties/kind]}\n");
}

TEST(PlanParse, LeavesNullsBranchOutOfAUnion) {
  EXPECT_EQ(plan_member(
                R"({"anyOf": [{"type": "null"}, {"type": "boolean"}, {"allOf": [{"type": "string"},
             {"minLength": 1}]}]})"),
            "a.m: {null|boolean|string any of [#/properties/m/anyOf/1, {string checked by "
            "[#/properties/m/anyOf/2/allOf/0, #/properties/m/anyOf/2/allOf/1]}] by boolean->0 "
            "string->1}\n");
}

TEST(PlanParse, ReadsWrappersAndUnknownMembers) {
  EXPECT_EQ(plan(R"({"type": "array", "items": {"type": "string"}})"), "a: #\n");
  EXPECT_EQ(plan("true"), "a: any\n");
  EXPECT_EQ(plan(R"({"type": "array", "items": {"$ref": "#"}})"), "a: #\n");
  EXPECT_EQ(plan(
                R"({"type": "object", "properties": {"x": {"type": "string"}},
             "additionalProperties": {"type": "integer"}})"),
            "a, additional properties: #/additionalProperties\n");
  EXPECT_EQ(plan(R"({"type": "object", "x-eventc": {"unknown": "keep"}})"),
            "a, unknown members: any\n");
}

TEST(PlanParse, ReadsMembersByPattern) {
  EXPECT_EQ(plan(
                R"({"type": "object", "patternProperties": {"^a": {"type": "string"}, "z$": true},
             "additionalProperties": {"type": "integer"}})"),
            "a, a members: #/patternProperties/^a\n"
            "a, z members: any\n"
            "a, additional properties: #/additionalProperties\n");
}

TEST(PlanParse, KeepsWhatIsDeclaredUnderACondition) {
  EXPECT_EQ(plan(
                R"({"type": "object", "properties": {"x": {"type": "string"}},
             "if": {"required": ["x"]}, "then": {"properties": {"x": {}, "y": {"type": "integer"}}},
             "dependentSchemas": {"x": {"properties": {"z": true, "never": false}}}})"),
            "a keeps {object members y z}\n");
}

TEST(PlanParse, ChecksAConstantOfSeveralSchemas) {
  EXPECT_EQ(
      plan(
          R"({"type": "object", "required": ["m"], "properties": {"m": {"allOf": [{"type": "string"}, {"const": "x"}]}}})"),
      "a.m: {any checked by [#/properties/m/allOf/0, #/properties/m/allOf/1]}\n");
  EXPECT_EQ(plan(R"({"type": "object", "required": ["m"], "properties": {"m": {"const": "x"}}})"),
            "");
}

TEST(PlanParse, PlansEachUnionOfTheSchemas) {
  const Compiled compiled = run_model(schema(
      R"({"$defs": {"A": {"anyOf": [{"type": "string"}, {"type": "null"}]},
         "B": {"oneOf": [{"type": "string"}, {"type": "string"}]}}})"));
  const ParsePlan plan = plan_parse(compiled.form, compiled.model);
  ASSERT_EQ(plan.unions.size(), 2u);
  EXPECT_EQ(show(plan.unions.at(compiled.id("/$defs/A"))), "string->0 null->1 null=1");
  EXPECT_EQ(show(plan.unions.at(compiled.id("/$defs/B"))), "none");
}

TEST(PlanParse, NamesTheSchemaOfAMemberThatAnEarlierOneRequires) {
  EXPECT_EQ(plan(R"({"type": "object", "allOf": [{"required": ["x"]},
                     {"properties": {"x": {"type": "integer", "minimum": 2}}}]})"),
            "a.x: #/allOf/1/properties/x\n");
  EXPECT_EQ(plan(R"({"type": "object", "allOf": [
                     {"properties": {"x": {"type": "integer", "minimum": 2}}}, {"required": ["x"]}]})"),
            "");
}

TEST(PlanParse, PassesTheMembersThatAMapByPatternDoesNotMatch) {
  EXPECT_EQ(
      plan_member(R"({"type": "object", "allOf": [{"patternProperties": {"^x": {"type": "string"}}},
                            {"not": {"required": ["z"]}}]})"),
      "a.m: {object map #/properties/m/allOf/0/patternProperties/^x by ^x checked by "
      "[#/properties/m/allOf/0, #/properties/m/allOf/1, #/properties/m]}\n");
}

TEST(PlanParse, RefusesNullWhereWhatTheInnerReaderChecksDoes) {
  const auto plan_null = [](const std::string& condition) {
    return plan_member(R"({"type": ["object", "null"], "properties": {"x": {"type": "number"}},
                           "allOf": [)" +
                       condition + "]}");
  };
  EXPECT_EQ(plan_null(R"({"not": {"required": ["x"]}})"), "a.m: {object}\n");
  EXPECT_EQ(plan_null(R"({"if": {"required": ["x"]}, "then": {"type": "object"}})"),
            "a.m: {object}\n");
  EXPECT_EQ(plan_null(R"({"if": {"required": ["x"]}, "else": {"type": "object"}})"),
            "a.m: {null|object}\n");
  EXPECT_EQ(plan_null(R"({"oneOf": [{"required": ["x"]}, {"required": ["y"]}]})"),
            "a.m: {object}\n");
  EXPECT_EQ(plan_null(R"({"anyOf": [{"required": ["x"]}, {"required": ["y"]}]})"),
            "a.m: {null|object}\n");
}

}  // namespace
}  // namespace eventc::compiler::testing
