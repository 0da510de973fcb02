// SPDX-License-Identifier: Apache-2.0
#include "instance/compose.hpp"

#include <gtest/gtest.h>

#include <string>

#include "generator/compile_helper.hpp"
#include "instance/accepts.hpp"

namespace eventc::compiler {
namespace {

using testing::Compiled;
using testing::run_normalize;
using testing::schema;

/// As JSON, or "none".
std::string composed(const std::string& text, const std::vector<Path>& wanted = {}) {
  const Compiled compiled = run_normalize(schema(text));
  EXPECT_EQ(compiled.brief(), "");
  const Pack pack = flatten(compiled.form, compiled.id());
  const auto value = compose(compiled.form, pack, wanted);
  if (!value) return "none";
  EXPECT_TRUE(accepts(compiled.form, pack, *value)) << value->dump();
  return value->dump();
}

TEST(Compose, MakesScalars) {
  EXPECT_EQ(composed(R"({"type": "string"})"), R"("a")");
  EXPECT_EQ(composed(R"({"type": "string", "minLength": 3})"), R"("aaa")");
  EXPECT_EQ(composed(R"({"type": "string", "maxLength": 0})"), R"("")");
  EXPECT_EQ(composed(R"({"type": "string", "pattern": "^[A-F]{2}:", "maxLength": 3})"), R"("AA:")");
  EXPECT_EQ(composed(R"({"type": "boolean"})"), "false");
  EXPECT_EQ(composed(R"({"type": "null"})"), "null");
  EXPECT_EQ(composed(R"({"enum": ["x", 1], "type": "integer"})"), "1");
  EXPECT_EQ(composed("{}"), R"("a")");
}

TEST(Compose, VouchesForNothingThatPcre2Decides) {
  EXPECT_EQ(composed(R"({"type": "string", "pattern": "^(?=a)."})"), "none");
  EXPECT_EQ(composed(R"({"enum": ["a"], "pattern": "^(?=a)."})"), "none");
  EXPECT_EQ(composed(R"({"type": "object", "required": ["a"],
      "patternProperties": {"^(?!x).": {"type": "integer"}}})"),
            "none");
  EXPECT_EQ(composed(R"({"oneOf": [{"type": "string", "pattern": "^(?=a)."}, {"type": "null"}]})"),
            "null");
}

TEST(Compose, MakesNumbersWithinTheirLimits) {
  EXPECT_EQ(composed(R"({"type": "integer"})"), "0");
  EXPECT_EQ(composed(R"({"type": "integer", "minimum": 5})"), "5");
  EXPECT_EQ(composed(R"({"type": "integer", "exclusiveMinimum": 5})"), "6");
  EXPECT_EQ(composed(R"({"type": "integer", "maximum": -3})"), "-3");
  EXPECT_EQ(composed(R"({"type": "integer", "minimum": 11, "multipleOf": 7})"), "14");
  EXPECT_EQ(composed(R"({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1})"), "0.5");
}

TEST(Compose, TakesLimitsThatNoDoubleHolds) {
  EXPECT_EQ(composed(R"({"type": "number", "minimum": 1e400})"), "none");
  EXPECT_EQ(composed(R"({"type": "number", "maximum": 1e400})"), "0");
  EXPECT_EQ(composed(R"({"type": "number", "minimum": -1e400})"), "0");
  EXPECT_EQ(composed(R"({"type": "integer", "multipleOf": 1e400})"), "0");
  EXPECT_EQ(composed(R"({"type": "number", "exclusiveMinimum": 1e-400})"), "1");
}

TEST(Compose, TakesCountsOfAnySize) {
  EXPECT_EQ(composed(R"({"type": "string", "minLength": 1e30})"), "none");
  EXPECT_EQ(composed(R"({"type": "string", "maxLength": 1e30})"), R"("a")");
  EXPECT_EQ(composed(R"({"type": "array", "minItems": 18446744073709551616})"), "none");
  EXPECT_EQ(composed(R"({"type": "object", "minProperties": 1e30})"), "none");
}

TEST(Compose, MakesContainers) {
  EXPECT_EQ(composed(R"({"type": "array", "items": {"type": "integer"}, "minItems": 2})"), "[0,0]");
  EXPECT_EQ(composed(R"({"type": "array", "minItems": 2,
      "prefixItems": [{"const": 1}], "items": {"type": "null"}})"),
            "[1,null]");
  EXPECT_EQ(composed(R"({"type": "object", "required": ["b", "x"],
      "properties": {"a": {"type": "null"}, "b": {"type": "integer"}},
      "additionalProperties": {"type": "boolean"}})"),
            R"({"b":0,"x":false})");
  EXPECT_EQ(
      composed(R"({"type": "object", "minProperties": 2, "properties": {"a": {"const": 1}}})"),
      R"({"a":1,"member1":"a"})");
  EXPECT_EQ(composed(R"({"type": "object", "required": ["x1"],
      "patternProperties": {"^x": {"type": "integer"}}})"),
            R"({"x1":0})");
}

TEST(Compose, MakesContent) {
  EXPECT_EQ(composed(R"({"type": "string", "contentEncoding": "base64"})"), R"("aaaa")");
  EXPECT_EQ(composed(R"({"type": "string", "contentEncoding": "base64",
      "contentMediaType": "application/json", "contentSchema": {"const": {"a": 1}}})"),
            R"("eyJhIjoxfQ==")");
}

TEST(Compose, ChoosesBranchesThatFit) {
  EXPECT_EQ(composed(R"({"anyOf": [{"type": "string", "maxLength": 2, "minLength": 3},
                                   {"type": "integer"}]})"),
            "0");
  // Both branches hold for "a", so neither does.
  EXPECT_EQ(composed(R"({"oneOf": [{"type": "string"}, {"enum": ["a"]}, {"type": "boolean"}]})"),
            "false");
}

TEST(Compose, ReachesWantedPaths) {
  const char* const text = R"({"type": "object", "properties": {
      "list": {"type": "array", "items": {"type": "object", "properties": {"x": {"const": 1}}}},
      "other": {"type": "string"}}})";
  EXPECT_EQ(composed(text), "{}");
  const PathStep list{.first_item = false, .member = "list"};
  const PathStep first{.first_item = true};
  const PathStep x{.first_item = false, .member = "x"};
  EXPECT_EQ(composed(text, {{list, first, x}}), R"({"list":[{"x":1}]})");
}

TEST(Compose, FindsNothingWhereThereIsNothing) {
  EXPECT_EQ(composed("false"), "none");
  EXPECT_EQ(composed(R"({"type": "string", "pattern": "^a$", "minLength": 2})"), "none");
  EXPECT_EQ(
      composed(R"({"type": "object", "required": ["a"], "properties": {"a": {"$ref": "#"}}})"),
      "none");
}

}  // namespace
}  // namespace eventc::compiler
