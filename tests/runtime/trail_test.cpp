// SPDX-License-Identifier: Apache-2.0
#include "trail.hpp"

#include <gtest/gtest.h>

namespace eventc {
namespace {

TEST(KeywordStep, IsAPartOfAJsonPointer) {
  EXPECT_EQ(KeywordStep().text(), "");
  EXPECT_EQ(KeywordStep("items").text(), "/items");
  EXPECT_EQ(KeywordStep("properties", "a/b~c").text(), "/properties/a~1b~0c");
  EXPECT_EQ(KeywordStep("properties", "").text(), "/properties/");
  EXPECT_EQ(KeywordStep("allOf", std::size_t{12}).text(), "/allOf/12");
}

TEST(Trail, SaysWhereAWalkIs) {
  const Options options;
  Trail trail{.options = options, .root = "a.json#"};
  const KeywordStep items("items");
  const KeywordStep line("properties", "line");
  const KeywordStep ref("$ref");
  const KeywordStep any_of("anyOf", std::size_t{1});
  const Descent list(&trail, items, "");
  const InstanceStep item(&trail, {.index = 3});
  const Descent member(&trail, line, "b.json#/$defs/Line");
  const InstanceStep name(&trail, {.name = "line"});
  const Descent reference(&trail, ref, "c.json#");
  {
    const Descent branch(&trail, any_of, "");
    EXPECT_EQ(trail.instance_location(), "/3/line");
    EXPECT_EQ(trail.keyword_location().path(), "/items/properties/line/$ref/$ref/anyOf/1");
    EXPECT_EQ(trail.keyword_location().absolute(), "c.json#/anyOf/1");
    const auto [step, outer_step] = trail.last_steps();
    EXPECT_EQ(step.text(), "/properties/line") << "what stays in place is no step";
    EXPECT_EQ(outer_step.text(), "/items");
  }
  EXPECT_EQ(trail.keyword_location().absolute(), "c.json#");
}

TEST(Trail, IsBackWhereItWas) {
  const Options options;
  Trail trail{.options = options, .root = "a.json#"};
  const KeywordStep items("items");
  {
    const Descent list(&trail, items, "b.json#");
    const InstanceStep item(&trail, {.index = 0});
    EXPECT_TRUE(trail.is_at_first_item());
  }
  EXPECT_FALSE(trail.is_at_first_item());
  EXPECT_EQ(trail.instance_location(), "");
  EXPECT_EQ(trail.keyword_location().path(), "");
  EXPECT_EQ(trail.keyword_location().absolute(), "a.json#");
  EXPECT_EQ(trail.last_steps().first.text(), "");
}

TEST(Trail, MayBeNone) {
  const KeywordStep items("items");
  const Descent list(nullptr, items, "b.json#");
  const InstanceStep item(nullptr, {.index = 0});
}

}  // namespace
}  // namespace eventc
