// SPDX-License-Identifier: Apache-2.0
#include "plan_union.hpp"

#include <gtest/gtest.h>

#include "generator/compile_helper.hpp"

namespace eventc::compiler::testing {
namespace {

/// How the union at the root of a schema is told apart.
std::string plan(const std::string& text) {
  const Compiled compiled = run_normalize(schema(text));
  EXPECT_EQ(compiled.printed(), "");
  return show(plan_union(compiled.form, compiled.node()));
}

std::string plan_one_of(const std::string& branches) {
  return plan(R"({"oneOf": [)" + branches + "]}");
}

// ---- By type

TEST(PlanUnion, TellsTypesApart) {
  EXPECT_EQ(plan_one_of(
                R"({"type": "string"}, {"type": "object"}, {"type": ["array", "boolean"]},
             {"const": 5})"),
            "string->0 object->1 boolean|array->2 number->3");
}

TEST(PlanUnion, FindsTheBranchThatIsNullAlone) {
  EXPECT_EQ(plan_one_of(R"({"type": "string"}, {"type": "null"})"), "string->0 null->1 null=1");
  EXPECT_EQ(plan_one_of(R"({"const": null}, {"type": "string"})"), "null->0 string->1 null=0");
  EXPECT_EQ(plan_one_of(R"({"type": ["string", "null"]}, {"type": "object"})"),
            "null|string->0 object->1");
}

TEST(PlanUnion, SeesNoFractionInANumbersFirstByte) {
  EXPECT_EQ(plan_one_of(R"({"type": "integer"}, {"type": "number"})"), "none");
  EXPECT_EQ(plan_one_of(R"({"type": "integer"}, {"const": 0.5})"), "none");
  EXPECT_EQ(plan_one_of(R"({"type": "integer"}, {"type": "string"})"), "number->0 string->1");
}

TEST(PlanUnion, FindsNoProofWhereTypesOverlap) {
  EXPECT_EQ(plan_one_of(R"({"type": "string"}, {"type": ["string", "null"]})"), "none");
  EXPECT_EQ(plan_one_of(R"({"type": "string"}, {})"), "none");
  EXPECT_EQ(
      plan_one_of(R"({"type": "string", "maxLength": 1}, {"type": "string", "minLength": 2})"),
      "none");
  EXPECT_EQ(plan_one_of(R"({"enum": ["a", "b"]}, {"enum": ["c"]})"), "none");
}

TEST(PlanUnion, TakesASingleBranch) {
  EXPECT_EQ(plan_one_of(R"({"type": "string"})"), "string->0");
}

TEST(PlanUnion, LooksThroughReferencesAndAllOf) {
  EXPECT_EQ(plan(R"({"oneOf": [{"$ref": "#/$defs/A"}, {"allOf": [{"$ref": "#/$defs/B"}]}],
                     "$defs": {"A": {"type": "string"}, "B": {"anyOf": [{"type": "array"},
                     {"type": "null"}]}}})"),
            "string->0 null|array->1");
}

TEST(PlanUnion, PlansAnyOfTheSame) {
  EXPECT_EQ(plan(R"({"anyOf": [{"type": "string"}, {"type": "array"}]})"), "string->0 array->1");
}

TEST(PlanUnion, PlansOneOfWhereBothStand) {
  EXPECT_EQ(plan(R"({"anyOf": [{"type": "string"}], "oneOf": [{"type": "array"}]})"), "array->0");
}

// ---- By a member's values

TEST(PlanUnion, TellsATagsConstantsApart) {
  EXPECT_EQ(plan_one_of(
                R"({"type": "object", "required": ["kind"], "properties": {"x": {},
             "kind": {"const": "a"}}},
                           {"type": "object", "required": ["kind"],
                           "properties": {"kind": {"const": "b"}}})"),
            R"(kind: "a"->0 "b"->1)");
}

TEST(PlanUnion, TellsEnumerationsApart) {
  EXPECT_EQ(
      plan_one_of(R"({"type": "object", "required": ["v"], "properties": {"v": {"enum": [1, 2]}}},
                           {"type": "object", "required": ["v"],
                           "properties": {"v": {"enum": ["x", null, true]}}},
                           {"type": "object", "required": ["v"],
                           "properties": {"v": {"const": 3}}})"),
      R"(v: 1->0 2->0 "x"->1 null->1 true->1 3->2)");
}

TEST(PlanUnion, FindsNoProofInValuesThatAreShared) {
  EXPECT_EQ(
      plan_one_of(R"({"type": "object", "required": ["v"], "properties": {"v": {"enum": [1, 2]}}},
                           {"type": "object", "required": ["v"],
                           "properties": {"v": {"enum": [2, 3]}}})"),
      "none");
  EXPECT_EQ(
      plan_one_of(R"({"type": "object", "required": ["v"], "properties": {"v": {"const": "a"}}},
                           {"type": "object", "required": ["v"],
                           "properties": {"v": {"type": "string"}}})"),
      "none");
}

TEST(PlanUnion, TellsAConstantFromOtherTypes) {
  EXPECT_EQ(
      plan_one_of(R"({"type": "object", "required": ["v"], "properties": {"v": {"const": "a"}}},
                           {"type": "object", "required": ["v"],
                           "properties": {"v": {"type": ["integer", "null"]}}})"),
      R"(v: "a"->0 null|number->1)");
}

TEST(PlanUnion, DoesNotTrustAnOpenEnumeration) {
  EXPECT_EQ(plan_one_of(
                R"({"type": "object", "required": ["v"], "properties": {"v": {"enum": ["a"],
             "x-eventc": {"open": true}}}},
                           {"type": "object", "required": ["v"],
                           "properties": {"v": {"enum": ["b"], "x-eventc": {"open": true}}}})"),
            "none");
}

TEST(PlanUnion, DoesNotTrustValuesWithSeveralTexts) {
  EXPECT_EQ(
      plan_one_of(R"({"type": "object", "required": ["v"], "properties": {"v": {"const": 1.0}}},
                           {"type": "object", "required": ["v"],
                           "properties": {"v": {"const": 1}}})"),
      "none");
  EXPECT_EQ(
      plan_one_of(R"({"type": "object", "required": ["v"], "properties": {"v": {"const": [1]}}},
                           {"type": "object", "required": ["v"],
                           "properties": {"v": {"const": [2]}}})"),
      "none");
}

TEST(PlanUnion, TellsTagsApartWhereTheTagMayBeMissingOnce) {
  EXPECT_EQ(plan_one_of(R"({"type": "object", "properties": {"kind": {"const": "a"}}},
                           {"type": "object", "required": ["kind"],
                           "properties": {"kind": {"const": "b"}}})"),
            R"(kind: "a"->0 absent->0 "b"->1)");
  EXPECT_EQ(plan_one_of(R"({"type": "object", "properties": {"kind": {"const": "a"}}},
                           {"type": "object", "properties": {"kind": {"const": "b"}}})"),
            "none");
}

TEST(PlanUnion, UsesWhatStandsBesideTheUnion) {
  EXPECT_EQ(
      plan(R"({"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}},
                     "oneOf": [{"properties": {"kind": {"const": "a"}}},
                     {"properties": {"kind": {"const": "b"}}}]})"),
      R"(kind: "a"->0 "b"->1)");
  EXPECT_EQ(plan(
                R"({"$ref": "#/$defs/Base", "oneOf": [{"properties": {"kind": {"const": "a"}}},
             {"properties": {"kind": {"const": "b"}}}],
                     "$defs": {"Base": {"type": "object", "required": ["kind"]}}})"),
            R"(kind: "a"->0 "b"->1)");
}

TEST(PlanUnion, KeepsTheNullBranchThatTypesBesideTheUnionRefuse) {
  EXPECT_EQ(plan(R"({"type": "string", "oneOf": [{"type": "null"}, {"type": "string"}]})"),
            "string->1 null=0");
  EXPECT_EQ(plan(
                R"({"type": ["null", "object"], "oneOf": [{"type": ["null", "string"]},
             {"type": "object"}]})"),
            "null->0 object->1");
}

// ---- By a member's type or presence

TEST(PlanUnion, TellsAMembersTypesApart) {
  EXPECT_EQ(plan_one_of(
                R"({"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}},
                           {"type": "object", "required": ["id"],
                           "properties": {"id": {"type": "integer"}}})"),
            "id: string->0 number->1");
}

TEST(PlanUnion, TellsPresenceApartWhereTheOtherIsClosed) {
  EXPECT_EQ(plan_one_of(R"({"type": "object", "required": ["a"], "properties": {"a": {}}},
                           {"type": "object", "properties": {"b": {}},
                           "additionalProperties": false})"),
            "a: any->0 absent->1");
}

TEST(PlanUnion, FindsNoProofOfPresenceWhereTheOtherIsOpen) {
  EXPECT_EQ(plan_one_of(R"({"type": "object", "required": ["a"], "properties": {"a": {}}},
                           {"type": "object", "properties": {"b": {}}})"),
            "none");
  EXPECT_EQ(plan_one_of(R"({"type": "object", "required": ["a"], "properties": {"a": {}}},
                           {"type": "object", "properties": {"b": {}},
                           "patternProperties": {"^a": {}}, "additionalProperties": false})"),
            "none");
}

TEST(PlanUnion, TakesAForbiddenMemberForAbsent) {
  EXPECT_EQ(
      plan_one_of(R"({"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}},
                           {"type": "object", "properties": {"a": false}})"),
      "a: string->0 absent->1");
}

TEST(PlanUnion, TriesEachMember) {
  EXPECT_EQ(
      plan_one_of(
          R"({"type": "object", "required": ["x", "kind"], "properties": {"x": {"type": "string"},
             "kind": {"const": 1}}},
                           {"type": "object", "required": ["kind"],
                           "properties": {"x": {"type": "string"}, "kind": {"const": 2}}})"),
      "kind: 1->0 2->1");
}

TEST(PlanUnion, TellsObjectsApartBesideOtherTypes) {
  EXPECT_EQ(plan_one_of(
                R"({"type": "object", "required": ["kind"], "properties": {"kind": {"const": "a"}}},
                           {"type": ["object", "array"], "required": ["kind"],
                           "properties": {"kind": {"const": "b"}}},
                           {"type": "integer"}, {"type": "null"})"),
            R"(kind: "a"->0 "b"->1; array->1 number->2 null->3 null=3)");
}

TEST(PlanUnion, FindsNoProofWhereAThirdBranchOverlaps) {
  EXPECT_EQ(plan_one_of(
                R"({"type": "object", "required": ["kind"], "properties": {"kind": {"const": "a"}}},
                           {"type": "object", "required": ["kind"],
                           "properties": {"kind": {"const": "b"}}},
                           {"type": "object"})"),
            "none");
}

TEST(PlanUnion, JoinsWhatSeveralSchemasSayOfAMember) {
  EXPECT_EQ(plan_one_of(
                R"({"type": "object", "required": ["v"], "properties": {"v": {"type": ["string",
             "integer"]}},
                            "allOf": [{"properties": {"v": {"type": ["string", "null"]}}}]},
                           {"type": "object", "required": ["v"],
                           "properties": {"v": {"type": ["integer", "null"]}}})"),
            "v: string->0 null|number->1");
}

// ---- By a member of each branch's own

TEST(PlanUnion, FindsTheMembersThatEachBranchRequiresForItself) {
  EXPECT_EQ(plan_one_of(R"({"type": "object", "required": ["S"], "properties": {"S": {}}},
                           {"type": "object", "required": ["N"], "properties": {"N": {}}},
                           {"type": "object", "required": ["M"]})"),
            "own member S->0 N->1 M->2");
  EXPECT_EQ(plan(R"({"anyOf": [{"type": "object", "required": ["a"]},
                     {"type": "object", "required": ["b"]}]})"),
            "own member a->0 b->1");
}

TEST(PlanUnion, TakesTheFirstMemberThatNoOtherBranchRequires) {
  EXPECT_EQ(plan_one_of(R"({"type": "object", "required": ["id", "b", "c"]},
                           {"type": "object", "required": ["at", "id", "d"]},
                           {"type": "object", "required": ["id", "e", "at"]})"),
            "own member b->0 d->1 e->2");
  EXPECT_EQ(plan_one_of(R"({"type": "object", "required": ["id", "a"]},
                           {"type": "object", "required": ["id"]})"),
            "none");
  EXPECT_EQ(plan_one_of(R"({"type": "object", "required": ["a"]},
                           {"type": "object", "required": ["b"]}, {"type": "object"})"),
            "none");
}

TEST(PlanUnion, PrefersAProofThatNoValueBelongsToTwoBranches) {
  EXPECT_EQ(plan_one_of(
                R"({"type": "object", "required": ["a", "k"], "properties": {"k": {"const": 1}}},
                           {"type": "object", "required": ["b", "k"],
                           "properties": {"k": {"const": 2}}})"),
            "k: 1->0 2->1");
}

TEST(PlanUnion, FindsOwnMembersBesideOtherTypes) {
  EXPECT_EQ(plan_one_of(R"({"type": "null"}, {"type": ["object", "array"], "required": ["a"]},
                           {"type": "object", "required": ["b"]}, {"type": "string"})"),
            "own member a->1 b->2; null->0 array->1 string->3 null=0");
  EXPECT_EQ(plan_one_of(R"({"type": ["object", "string"], "required": ["a"]},
                           {"type": ["object", "string"], "required": ["b"]})"),
            "none");
}

TEST(PlanUnion, FindsOwnMembersThroughReferencesAndBesideTheUnion) {
  EXPECT_EQ(plan(R"({"type": "object", "required": ["id"],
                     "oneOf": [{"$ref": "#/$defs/A"}, {"required": ["id", "b"]}],
                     "$defs": {"A": {"allOf": [{"required": ["a"]}]}}})"),
            "own member a->0 b->1");
}

TEST(PlanUnion, TakesHostileNames) {
  EXPECT_EQ(
      plan_one_of(
          R"({"type": "object", "required": [""], "properties": {"": {"const": "\u0000\"*/"}}},
                           {"type": "object", "required": [""],
                           "properties": {"": {"const": "😀"}}})"),
      R"(: "\u0000\"*/"->0 "😀"->1)");
}

TEST(PlanUnion, TakesAThousandBranches) {
  std::string branches;
  for (int i = 0; i < 1000; ++i) {
    branches +=
        (i == 0 ? "" : ",") +
        std::string(R"({"type": "object", "required": ["k"], "properties": {"k": {"const": )") +
        std::to_string(i) + "}}}";
  }
  const std::string shown = plan_one_of(branches);
  EXPECT_TRUE(shown.starts_with("k: 0->0 1->1 ")) << shown.substr(0, 40);
  EXPECT_TRUE(shown.ends_with(" 999->999"));
}

}  // namespace
}  // namespace eventc::compiler::testing
