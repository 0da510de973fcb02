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
  EXPECT_EQ(compiled.node().content_media_type, "application/json");
  EXPECT_EQ(compiled.node().content_schema, compiled.id("/contentSchema"));
}

TEST(NormalizeContent, TakesJsonWithoutAnEncodingAndTypesBuiltOnJson) {
  const Compiled compiled = run_normalize(
      schema(R"({"contentMediaType": "application/cloudevents+json", "contentSchema": true})"));
  EXPECT_EQ(compiled.printed(), "");
  EXPECT_FALSE(compiled.node().is_base64);
  EXPECT_EQ(compiled.node().content_schema, compiled.id("/contentSchema"));
}

TEST(NormalizeContent, TakesEncodingsThatChangeNothing) {
  for (const std::string encoding : {"7bit", "8bit", "binary"}) {
    const Compiled compiled = run_normalize(schema(R"({"contentEncoding": ")" + encoding + "\"}"));
    EXPECT_EQ(compiled.printed(), "") << encoding;
    EXPECT_FALSE(compiled.node().is_base64) << encoding;
  }
}

TEST(NormalizeContent, ShowsAnEncodingThatIsNotCompiled) {
  EXPECT_EQ(run_normalize(schema("{\n  \"contentEncoding\": \"base32\"\n}\n")).printed(),
            R"(a.json:2:22: error: "contentEncoding": "base32" is not compiled; "base64" is
    "contentEncoding": "base32"
                       ^~~~~~~~
  at /contentEncoding
)");
  EXPECT_EQ(run_normalize(schema(R"({"contentEncoding": "Base64"})")).diagnostics.error_count(),
            1u);
}

TEST(NormalizeContent, WarnsOfASchemaForContentThatIsNotJson) {
  const Compiled compiled = run_normalize(
      schema("{\n  \"contentMediaType\": \"text/xml\",\n  \"contentSchema\": {}\n}\n"));
  EXPECT_EQ(
      compiled.printed(),
      R"(a.json:3:3: warning: "contentSchema" has no effect without "contentMediaType": "application/json"
    "contentSchema": {}
    ^~~~~~~~~~~~~~~
  at /contentSchema
)");
  EXPECT_EQ(compiled.node().content_schema, std::nullopt);
}

}  // namespace
}  // namespace eventc::compiler::testing
