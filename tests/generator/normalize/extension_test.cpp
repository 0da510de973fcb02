// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "generator/compile_helper.hpp"

namespace eventc::compiler::testing {
namespace {

TEST(NormalizeExtension, ReadsEachKey) {
  const Compiled compiled = run_normalize(schema(
      R"({"x-eventc": {"name": "Order", "namespace": "shop::v1", "open": true, "unknown": "keep",
         "null": "distinct", "keys": "ignore-case", "route": false, "priority": -1.5}})"));
  EXPECT_EQ(compiled.printed(), "");
  const Extension& extension = compiled.node().extension;
  EXPECT_EQ(extension.name, "Order");
  EXPECT_EQ(extension.name_space, "shop::v1");
  EXPECT_TRUE(extension.open);
  EXPECT_TRUE(extension.keep_unknown);
  EXPECT_TRUE(extension.null_is_distinct);
  EXPECT_TRUE(extension.keys_ignore_case);
  EXPECT_FALSE(extension.route);
  EXPECT_EQ(extension.priority, -1.5);
}

TEST(NormalizeExtension, HasDefaults) {
  for (const std::string text :
       {"{}", R"({"x-eventc": {}})",
        R"({"x-eventc": {"open": false, "unknown": "skip", "null": "absent", "keys": "exact",
          "route": true}})"}) {
    const Compiled compiled = run_normalize(schema(text));
    EXPECT_EQ(compiled.printed(), "") << text;
    const Extension& extension = compiled.node().extension;
    EXPECT_EQ(extension.name, std::nullopt) << text;
    EXPECT_EQ(extension.name_space, std::nullopt) << text;
    EXPECT_FALSE(extension.open || extension.keep_unknown || extension.null_is_distinct ||
                 extension.keys_ignore_case)
        << text;
    EXPECT_TRUE(extension.route) << text;
    EXPECT_EQ(extension.priority, 0) << text;
  }
}

}  // namespace
}  // namespace eventc::compiler::testing
