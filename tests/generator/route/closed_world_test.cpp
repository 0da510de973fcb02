// SPDX-License-Identifier: Apache-2.0
#include "route/closed_world.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "generator/compile_helper.hpp"

namespace eventc::compiler {
namespace {

using testing::Compiled;
using testing::run_normalize;
using testing::schema;

const PathStep kFirstItem{.first_item = true};

PathStep member(const std::string& name) { return {.first_item = false, .member = name}; }

/// What can stand at a path: "string", `"a"|"b"`, with "absent" where there may be nothing.
std::string at(const std::string& text, const Path& path) {
  const Compiled compiled = run_normalize(schema(text));
  EXPECT_EQ(compiled.brief(), "");
  const Outcome outcome = outcome_at(compiled.form, flatten(compiled.form, compiled.id()), path);
  std::string shown;
  if (outcome.values) {
    for (const Json& value : *outcome.values) shown += (shown.empty() ? "" : "|") + value.dump();
  } else if (!outcome.types.empty()) {
    shown = testing::show(outcome.types);
  }
  if (outcome.pattern) shown += " ~" + outcome.pattern->source;
  if (outcome.absent) shown += shown.empty() ? "absent" : " or absent";
  return shown;
}

std::size_t count_of_packs(const std::string& text) {
  const Compiled compiled = run_normalize(schema(text));
  EXPECT_EQ(compiled.brief(), "");
  const auto packs = possible_packs(compiled.form, flatten(compiled.form, compiled.id()));
  return packs ? packs->size() : 1000;
}

TEST(Path, IsShownAsAPointer) {
  EXPECT_EQ(to_string({}), "the payload itself");
  EXPECT_EQ(to_string({member("Records"), kFirstItem, member("a/b~c"), member("0")}),
            "/Records/0/a~1b~0c/0");
}

TEST(OutcomeAt, FollowsDeclaredMembers) {
  const char* const text = R"({"type": "object", "required": ["a"], "properties": {
      "a": {"type": "object", "required": ["b"],
            "properties": {"b": {"type": "string", "pattern": "^x"}, "c": {"type": "null"}}},
      "o": {"type": "object", "required": ["b"], "properties": {"b": {"type": "string"}}}}})";
  EXPECT_EQ(at(text, {}), "object");
  EXPECT_EQ(at(text, {member("a")}), "object");
  EXPECT_EQ(at(text, {member("a"), member("b")}), "string ~^x");
  EXPECT_EQ(at(text, {member("a"), member("c")}), "null or absent");
  EXPECT_EQ(at(text, {member("o"), member("b")}), "string or absent");
}

TEST(OutcomeAt, TakesWhatIsNotDeclaredForAbsent) {
  const char* const text =
      R"({"type": "object", "required": ["only"], "properties": {"a": {"type": "string"}},
      "additionalProperties": true})";
  EXPECT_EQ(at(text, {member("b")}), "absent");
  EXPECT_EQ(at(text, {member("a"), member("b")}), "absent");
  EXPECT_EQ(at(text, {kFirstItem}), "absent");
  EXPECT_EQ(at(text, {member("only")}), "any");
}

TEST(OutcomeAt, TakesAnythingWhereNothingIsSaid) {
  const char* const text =
      R"({"type": "object", "required": ["free", "map", "keys"], "properties": {
      "free": {"type": "object"}, "any": {}, "map": {"type": "object", "additionalProperties": {"type": "null"}},
      "keys": {"type": "object", "patternProperties": {"^k": {"type": "string"}}, "properties": {}}}})";
  EXPECT_EQ(at(text, {member("free"), member("x")}), "any or absent");
  EXPECT_EQ(at(text, {member("any"), member("x"), member("y")}), "any or absent");
  EXPECT_EQ(at(text, {member("map"), member("x")}), "null or absent");
  EXPECT_EQ(at(text, {member("keys"), member("x")}), "any or absent");
}

TEST(OutcomeAt, FollowsTheFirstItem) {
  const char* const text =
      R"({"type": "object", "required": ["list", "some", "pair", "none"], "properties": {
      "list": {"type": "array", "items": {"type": "string"}},
      "some": {"type": "array", "items": {"type": "string"}, "minItems": 1},
      "pair": {"type": "array", "prefixItems": [{"type": "null"}], "items": {"type": "string"}, "minItems": 1},
      "none": {"type": "array", "maxItems": 0}}})";
  EXPECT_EQ(at(text, {member("list"), kFirstItem}), "string or absent");
  EXPECT_EQ(at(text, {member("some"), kFirstItem}), "string");
  EXPECT_EQ(at(text, {member("pair"), kFirstItem}), "null");
  EXPECT_EQ(at(text, {member("none"), kFirstItem}), "absent");
}

TEST(OutcomeAt, JoinsBranches) {
  const char* const text = R"({"type": "object", "required": ["kind"], "oneOf": [
      {"properties": {"kind": {"const": "a"}, "x": {"type": "string"}}},
      {"properties": {"kind": {"const": "b"}}, "required": ["x"]}]})";
  EXPECT_EQ(at(text, {member("kind")}), R"("a"|"b")");
  EXPECT_EQ(at(text, {member("x")}), "any or absent");
}

TEST(OutcomeAt, JoinsValuesAndNull) {
  const auto kind = [](const std::string& branches) {
    return at(R"({"type": "object", "required": ["k"], "properties": {"k": {"anyOf": )" + branches +
                  "}}}",
              {member("k")});
  };
  EXPECT_EQ(kind(R"([{"const": "a"}, {"type": "null"}])"), R"("a"|null)");
  EXPECT_EQ(kind(R"([{"type": "null"}, {"enum": ["a", "b"]}, {"const": "b"}])"), R"(null|"a"|"b")");
  EXPECT_EQ(kind(R"([{"type": "null"}, {"type": "null"}])"), "null");
  EXPECT_EQ(kind(R"([{"const": "a"}, {"type": "boolean"}])"), "boolean|string");
}

TEST(OutcomeAt, ClosesEnumerationsAndKeepsToTheTypes) {
  const char* const text =
      R"({"type": "string", "enum": ["a", null, "b"], "x-eventc": {"open": true}})";
  EXPECT_EQ(at(text, {}), R"("a"|"b")");
}

TEST(PossiblePacks, AreOneOfEachBranchThatLeavesAValue) {
  EXPECT_EQ(count_of_packs(R"({"type": "object"})"), 1U);
  EXPECT_EQ(
      count_of_packs(
          R"({"anyOf": [{"type": "string"}, {"oneOf": [{"type": "null"}, {"type": "array"}]}]})"),
      3U);
  EXPECT_EQ(
      count_of_packs(R"({"type": "object", "anyOf": [{"type": "object"}, {"type": "string"}]})"),
      1U);
}

TEST(PossiblePacks, AreNotCountedWithoutEnd) {
  std::string branches;
  for (int i = 0; i < 9; ++i)
    branches += (i == 0 ? "" : ", ") + ("{\"minLength\": " + std::to_string(i + 1) + "}");
  const std::string text =
      R"({"type": "string", "anyOf": [)" + branches + R"(], "oneOf": [)" + branches + "]}";
  EXPECT_EQ(count_of_packs(text), 1000U);
  EXPECT_EQ(at(text, {}), "any or absent");
}

}  // namespace
}  // namespace eventc::compiler
