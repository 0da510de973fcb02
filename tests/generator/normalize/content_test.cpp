// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "generator/compile_helper.hpp"

namespace eventc::compiler::testing {
namespace {

TEST(NormalizeContent, ReadsBase64AndJson) {
  const Compiled compiled = run_normalize(schema(
      R"({"contentEncoding": "base64", "contentMediaType": "application/json",
         "contentSchema": {"type": "object"}})"));
  EXPECT_EQ(compiled.printed(), "");
  EXPECT_TRUE(compiled.node().is_base64);
  EXPECT_TRUE(compiled.node().is_json);
  EXPECT_EQ(compiled.node().content_schema, compiled.id("/contentSchema"));
}

TEST(NormalizeContent, TakesJsonWithoutAnEncodingAndTypesBuiltOnJson) {
  const Compiled compiled = run_normalize(
      schema(R"({"contentMediaType": "application/cloudevents+json", "contentSchema": true})"));
  EXPECT_EQ(compiled.printed(), "");
  EXPECT_FALSE(compiled.node().is_base64);
  EXPECT_EQ(compiled.node().content_schema, compiled.id("/contentSchema"));
}

TEST(NormalizeContent, TakesOtherEncodingsForAnnotations) {
  for (const std::string encoding : {"7bit", "8bit", "binary", "base32", "quoted-printable"}) {
    const Compiled compiled = run_normalize(schema(R"({"contentEncoding": ")" + encoding + "\"}"));
    EXPECT_EQ(compiled.printed(), "") << encoding;
    EXPECT_FALSE(compiled.node().is_base64) << encoding;
  }
}

TEST(NormalizeContent, ReadsMediaTypesWithParametersAndInAnyCase) {
  for (const std::string type : {"Application/JSON", "application/json; charset=utf-8",
                                 "application/problem+json ;x=y", "application/LD+json"}) {
    EXPECT_TRUE(run_normalize(schema(R"({"contentMediaType": ")" + type + "\"}")).node().is_json)
        << type;
  }
  for (const std::string type : {"text/json", "application/jsonx", "application/xml"}) {
    EXPECT_FALSE(run_normalize(schema(R"({"contentMediaType": ")" + type + "\"}")).node().is_json)
        << type;
  }
}

TEST(NormalizeContent, AssertsInDraft07UnlessTheSchemaAsksForLessAndElsewhereWhereItAsksForIt) {
  const auto asserts = [](const std::string& more, Draft draft) {
    Schemas schemas = schema(R"({"contentEncoding": "base64")" + more + "}");
    schemas.dialect = draft;
    return run_normalize(schemas).node().asserts_content;
  };
  EXPECT_TRUE(asserts("", Draft::Draft07));
  EXPECT_TRUE(asserts(R"(, "x-eventc": {"content": "assert"})", Draft::Draft07));
  EXPECT_FALSE(asserts(R"(, "x-eventc": {"content": "annotate"})", Draft::Draft07));
  EXPECT_FALSE(asserts("", Draft::Draft201909));
  EXPECT_FALSE(asserts("", Draft::Draft202012));
  EXPECT_TRUE(asserts(R"(, "x-eventc": {"content": "assert"})", Draft::Draft202012));
  EXPECT_FALSE(asserts(R"(, "x-eventc": {"content": "annotate"})", Draft::Draft202012));
}

TEST(NormalizeContent, PassesASchemaForContentThatIsNotJson) {
  const Compiled compiled =
      run_normalize(schema(R"({"contentMediaType": "text/xml", "contentSchema": {}})"));
  EXPECT_EQ(compiled.node().content_schema, std::nullopt);
}

TEST(NormalizeContent, PassesASchemaForContentInDraft07) {
  Schemas schemas = schema(R"({"contentMediaType": "application/json", "contentSchema": {}})");
  EXPECT_TRUE(run_normalize(schemas).node().content_schema);
  schemas.dialect = Draft::Draft07;
  EXPECT_FALSE(run_normalize(schemas).node().content_schema);
}

}  // namespace
}  // namespace eventc::compiler::testing
