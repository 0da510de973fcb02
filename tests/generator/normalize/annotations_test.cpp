// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "generator/compile_helper.hpp"

namespace eventc::compiler::testing {
namespace {

TEST(NormalizeAnnotations, CarriesWhatASchemaSays) {
  const Compiled compiled = run_normalize(schema(
      R"({"title": "T", "description": "a\nb */", "format": "uuid", "deprecated": true,
         "default": null, "examples": [1, {"a": 2}]})"));
  EXPECT_EQ(compiled.printed(), "");
  const Annotations& annotations = compiled.node().annotations;
  EXPECT_EQ(annotations.title, "T");
  EXPECT_EQ(annotations.description, "a\nb */");
  EXPECT_EQ(annotations.format, "uuid");
  EXPECT_TRUE(annotations.deprecated);
  EXPECT_EQ(annotations.default_value, std::optional(Json()));
  EXPECT_EQ(annotations.examples, (std::vector<Json>{1, {{"a", 2}}}));
}

TEST(NormalizeAnnotations, AssertsNothingByThem) {
  const Compiled compiled =
      run_normalize(schema(R"({"title": "T", "default": 1, "examples": [], "format": "date"})"));
  EXPECT_FALSE(compiled.node().asserts_itself());
}

TEST(NormalizeAnnotations, IsSilentByDefault) {
  const Compiled compiled = run_normalize(schema("{}"));
  const Annotations& annotations = compiled.node().annotations;
  EXPECT_EQ(annotations.title + annotations.description + annotations.format, "");
  EXPECT_FALSE(annotations.deprecated);
  EXPECT_EQ(annotations.default_value, std::nullopt);
  EXPECT_TRUE(annotations.examples.empty());
}

}  // namespace
}  // namespace eventc::compiler::testing
