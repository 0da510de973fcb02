// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "generator/compile_helper.hpp"

namespace eventc::compiler::testing {
namespace {

TEST(NormalizeValues, ReadsTypes) {
  const auto types = [](const std::string& text) {
    return show(run_normalize(schema(text)).node().types);
  };
  EXPECT_EQ(types("{}"), "any");
  EXPECT_EQ(types("true"), "any");
  EXPECT_EQ(types("false"), "nothing");
  EXPECT_EQ(types(R"({"type": "null"})"), "null");
  EXPECT_EQ(types(R"({"type": "boolean"})"), "boolean");
  EXPECT_EQ(types(R"({"type": "integer"})"), "integer");
  EXPECT_EQ(types(R"({"type": "number"})"), "number");
  EXPECT_EQ(types(R"({"type": "string"})"), "string");
  EXPECT_EQ(types(R"({"type": "array"})"), "array");
  EXPECT_EQ(types(R"({"type": "object"})"), "object");
  EXPECT_EQ(types(R"({"type": ["null", "integer", "object"]})"), "null|integer|object");
  EXPECT_EQ(types(R"({"type": ["integer", "number"]})"), "number");
}

TEST(NormalizeValues, KeepsEachValueOfAnEnumeration) {
  const Compiled compiled = run_normalize(
      schema(R"({"enum": ["b", "a", null, 1, 1.50, true, {"z": 1, "a": [ ]}, "b"]})"));
  EXPECT_EQ(compiled.printed(), "");
  EXPECT_EQ(Json(compiled.node().enumeration).dump(),
            R"(["b","a",null,1,1.5,true,{"z":1,"a":[]},"b"])");
  EXPECT_EQ(compiled.node().enumeration_text,
            (std::vector<std::string>{"\"b\"", "\"a\"", "null", "1", "1.50", "true",
                                      R"({"z": 1, "a": [ ]})", "\"b\""}));
}

TEST(NormalizeValues, KeepsAConstantExactly) {
  const auto text = [](const std::string& value) {
    const Compiled compiled = run_normalize(schema(R"({"const": )" + value + "}"));
    EXPECT_EQ(compiled.printed(), "");
    EXPECT_TRUE(compiled.node().constant.has_value());
    return compiled.node().constant_text;
  };
  EXPECT_EQ(text("18446744073709551616"), "18446744073709551616");
  EXPECT_EQ(text("1e400"), "1e400");
  EXPECT_EQ(text("0.10"), "0.10");
  EXPECT_EQ(text("null"), "null");
  EXPECT_EQ(text("[1.0]"), "[1.0]");
  EXPECT_EQ(text("-9223372036854775808"), "-9223372036854775808");
}

TEST(NormalizeValues, TellsANullConstantFromNone) {
  EXPECT_EQ(run_normalize(schema(R"({"const": null})")).node().constant, std::optional(Json()));
  EXPECT_EQ(run_normalize(schema("{}")).node().constant, std::nullopt);
}

TEST(NormalizeValues, WarnsOfAnEnumerationWithoutValuesWhichAllowsNothing) {
  const Compiled compiled = run_normalize(schema(R"({"enum": []})"));
  EXPECT_EQ(compiled.printed(),
            R"(a.json:1:10: warning: "enum" has no values: nothing is valid here
    {"enum": []}
             ^~
  at /enum
)");
  EXPECT_EQ(compiled.node().types, TypeSet());
}

TEST(NormalizeValues, TakesTenThousandValues) {
  std::string values = "0";
  for (int i = 1; i < 10000; ++i) values += "," + std::to_string(i);
  EXPECT_EQ(run_normalize(schema(R"({"enum": [)" + values + "]}")).node().enumeration.size(),
            10000u);
}

}  // namespace
}  // namespace eventc::compiler::testing
