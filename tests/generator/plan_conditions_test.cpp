// SPDX-License-Identifier: Apache-2.0
#include "plan_conditions.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "generator/compile_helper.hpp"

namespace eventc::compiler::testing {
namespace {

/// The ways that an object with the root schema of a document can go, each by what applies then
/// ("!": decided).
std::string plan(const std::string& text) {
  const Compiled compiled = run_normalize(schema(text));
  EXPECT_EQ(compiled.printed(), "");
  const auto found = plan_conditions(compiled.form, flatten(compiled.form, compiled.node().id), {});
  if (!found) return "none";
  std::string shown = show(found->selector) + "\n";
  for (const ConditionWay& way : found->ways) {
    shown += way.name + ":";
    for (const NodeId id : way.pack) {
      const bool is_decided =
          std::find(way.decided.begin(), way.decided.end(), id) != way.decided.end();
      shown += fmt::format(" {}#{}", is_decided ? "!" : "", compiled.form[id].place.pointer);
    }
    shown += "\n";
  }
  return shown;
}

constexpr const char* kThenName = R"("then": {"properties": {"name": {"type": "string"}}})";

std::string with_if(const std::string& condition) {
  return R"({"type": "object", "if": )" + condition + ", " + kThenName + "}";
}

TEST(PlanConditions, DecidesByAConstant) {
  EXPECT_EQ(plan(with_if(R"({"properties": {"kind": {"const": "a"}}, "required": ["kind"]})")),
            R"(kind: "a"->0 absent->1 any->1
a: !# #/if #/then
other: !#
)");
}

TEST(PlanConditions, HoldsForAMemberThatIsAbsentUnlessItIsRequired) {
  EXPECT_EQ(plan(with_if(R"({"properties": {"kind": {"const": "a"}}})")),
            R"(kind: "a"->0 absent->0 any->1
a: !# #/if #/then
other: !#
)");
}

TEST(PlanConditions, DecidesConditionsOnOneMemberTogether) {
  EXPECT_EQ(plan(R"({"type": "object", "required": ["kind"],
    "properties": {"kind": {"enum": ["a", "b", "c"]}, "id": {"type": "string"}},
    "allOf": [
      {"if": {"properties": {"kind": {"const": "a"}}}, "then": {"properties": {"x": {"type": "string"}}}},
      {"if": {"properties": {"kind": {"enum": ["a", "b"]}}}, "then": {"properties": {"y": {"type": "string"}}},
       "minProperties": 2}]})"),
            R"(kind: "a"->0 "b"->1 "c"->2
a: !#/allOf/1 # #/allOf/0/if #/allOf/0/then #/allOf/1/if #/allOf/1/then
b: !#/allOf/1 # #/allOf/1/if #/allOf/1/then
other: !#/allOf/1 #
)");
}

TEST(PlanConditions, FollowsAConditionInTheElseOfAnother) {
  EXPECT_EQ(
      plan(
          R"({"type": "object", "if": {"properties": {"kind": {"const": "a"}}, "required": ["kind"]},
    "then": {"properties": {"x": {"type": "string"}}},
    "else": {"if": {"properties": {"kind": {"const": 2}}, "required": ["kind"]},
             "then": {"properties": {"y": {"type": "string"}}}, "else": {"required": ["z"]}}})"),
      R"(kind: "a"->0 2->1 absent->2 any->2
a: !# #/if #/then
kind 2: !# #/else/if #/else/then
other: !# #/else/else
)");
}

TEST(PlanConditions, LeavesAloneWhatGivesNoMembers) {
  EXPECT_EQ(
      plan(
          R"({"type": "object", "properties": {"kind": {"type": "string"}, "x": {"type": "integer"}},
    "if": {"properties": {"kind": {"const": "a"}}}, "then": {"required": ["x"],
    "properties": {"x": {"minimum": 3}}}})"),
      "none");
}

TEST(PlanConditions, LeavesAloneWhatAsksForMoreThanAConstant) {
  EXPECT_EQ(plan(with_if(R"({"properties": {"kind": {"type": "string"}}})")), "none");
  EXPECT_EQ(plan(with_if(R"({"properties": {"kind": {"const": "a", "minLength": 1}}})")), "none");
  EXPECT_EQ(plan(with_if(R"({"properties": {"kind": {"const": 0.5}}})")), "none");
  EXPECT_EQ(plan(with_if(R"({"properties": {"kind": {"const": "a"}, "b": {"const": 1}}})")),
            "none");
  EXPECT_EQ(plan(with_if(R"({"properties": {"kind": {"const": "a"}}, "minProperties": 2})")),
            "none");
  EXPECT_EQ(plan(with_if(R"({"properties": {"kind": {"const": "a"}}, "required": ["other"]})")),
            "none");
  EXPECT_EQ(plan(with_if(R"({"required": ["kind"]})")), "none");
}

}  // namespace
}  // namespace eventc::compiler::testing
