// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "eventc/emitted/emitted.hpp"
#include "runtime/outcome.hpp"

// "$dynamicRef" and "$recursiveRef". Where they lead is decided when a schema is compiled: the
// tables have a schema for each dynamic scope.

namespace eventc {
namespace {

using schema::Child;
using schema::Conditions;
using schema::kArray;
using schema::kObject;
using schema::Property;
using schema::Schema;
using test::violations;

// The open tree.
extern const Schema kTree;
constexpr Conditions kNode{.dynamic_ref = {&kTree, "tree.json#"}};
constexpr Schema kChild{.conditions = &kNode};
constexpr Schema kChildren{.types = kArray, .items = &kChild};
constexpr Property kTreeProperties[] = {{"data", &schema::any}, {"children", &kChildren}};
constexpr Schema kTree{.types = kObject, .properties = kTreeProperties};

// The same as the strict tree leads to it.
extern const Schema kStrict;
constexpr Conditions kStrictNode{.dynamic_ref = {&kStrict, "strict.json#"}};
constexpr Schema kStrictChild{.conditions = &kStrictNode};
constexpr Schema kStrictChildren{.types = kArray, .items = &kStrictChild};
constexpr Property kStrictProperties[] = {{"data", &schema::any}, {"children", &kStrictChildren}};
constexpr Schema kTreeOfStrict{.types = kObject, .properties = kStrictProperties};
constexpr Conditions kNothingElse{.unevaluated_properties = &schema::nothing};
constexpr Schema kStrict{.ref = {&kTreeOfStrict, "tree.json#"}, .conditions = &kNothingElse};

TEST(DynamicRef, AppliesTheSchemaOfItsScopeAtEveryDepth) {
  const std::string_view misspelled = R"({"children":[{"children":[{"daat":1}]}]})";
  EXPECT_EQ(violations<&kTree>(misspelled), "");
  EXPECT_EQ(violations<&kStrict>(misspelled),
            "/children/0/children/0/daat (1:28): this member is not declared where it stands, and "
            "no others are allowed [strict.json#/unevaluatedProperties]\n");
  EXPECT_EQ(violations<&kStrict>(R"({"data":1,"children":[{"data":2,"children":[]}]})"), "");
}

TEST(DynamicRef, IsAStepOfTheKeywordLocation) {
  const Report report = eventc::report(R"({"children":[[]]})", {&kTree, "tree.json#"}, {});
  ASSERT_EQ(report.errors().size(), 1U);
  EXPECT_EQ(report.errors()[0].keyword_location.path(),
            "/properties/children/items/$dynamicRef/type");
  EXPECT_EQ(report.errors()[0].keyword_location.absolute(), "tree.json#/type");
}

constexpr Conditions kRecursiveNode{.dynamic_ref = {&schema::string, "s.json#/$defs/s"},
                                    .recursive = true};
constexpr Schema kRecursive{.conditions = &kRecursiveNode};

TEST(RecursiveRef, IsAStepOfTheKeywordLocation) {
  const Report report = eventc::report("1", {&kRecursive, "s.json#"}, {});
  ASSERT_EQ(report.errors().size(), 1U);
  EXPECT_EQ(report.errors()[0].keyword_location.path(), "/$recursiveRef/type");
  EXPECT_EQ(report.errors()[0].keyword_location.absolute(), "s.json#/$defs/s/type");
}

TEST(DynamicRef, IsCheckedByParse) {
  EXPECT_EQ((test::outcome<&kStrict, Json>(R"({"children":[{"data":1}]})")),
            R"({"children":[{"data":1}]})");
  EXPECT_EQ((test::outcome<&kStrict, Json>(R"({"children":[1]})")),
            "/children/0 (1:14): expected an object, found a number [tree.json#/type]");
}

constexpr Conditions kBesides{.dynamic_ref = {&schema::string, "s.json#/$defs/s"}};
constexpr Schema kWithSiblings{.min_length = 2, .conditions = &kBesides};

TEST(DynamicRef, AppliesBesideOtherKeywords) {
  EXPECT_EQ(violations<&kWithSiblings>(R"("ab")"), "");
  EXPECT_EQ(violations<&kWithSiblings>(R"("a")"),
            "(1:1): expected at least 2 characters, found 1 [s.json#/minLength]\n");
  EXPECT_EQ(violations<&kWithSiblings>("1"),
            "(1:1): expected a string, found a number [s.json#/$defs/s/type]\n");
}

}  // namespace
}  // namespace eventc
