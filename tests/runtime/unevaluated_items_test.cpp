// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "eventc/emitted/emitted.hpp"
#include "runtime/outcome.hpp"

namespace eventc {
namespace {

using schema::Child;
using schema::Conditions;
using schema::kArray;
using schema::Schema;
using schema::Value;
using test::violations;

constexpr std::string_view kNoFurther = "no further items are allowed [s.json#/unevaluatedItems]\n";

/// "/2 (1:6): no further items are allowed …"
std::string refused(std::string_view place) {
  return std::string(place) + ": " + std::string(kNoFurther);
}

// ---- What a schema evaluates itself

constexpr Child kOneString[] = {&schema::string};
constexpr Conditions kNothingElse{.unevaluated_items = &schema::nothing};
constexpr Schema kPrefix{.prefix_items = kOneString, .conditions = &kNothingElse};
constexpr Schema kAllItems{
    .items = &schema::integer, .prefix_items = kOneString, .conditions = &kNothingElse};
constexpr Schema kNoItems{.conditions = &kNothingElse};

TEST(UnevaluatedItems, AreThoseBehindThePrefix) {
  EXPECT_EQ(violations<&kPrefix>("[]"), "");
  EXPECT_EQ(violations<&kPrefix>(R"(["a"])"), "");
  EXPECT_EQ(violations<&kPrefix>(R"(["a",1,2])"), refused("/1 (1:6)") + refused("/2 (1:8)"));
}

TEST(UnevaluatedItems, AreNoneBehindItems) {
  EXPECT_EQ(violations<&kAllItems>(R"(["a",1,2])"), "");
  EXPECT_EQ(violations<&kAllItems>(R"(["a","b"])"),
            "/1 (1:6): expected an integer, found a string [s.json#/items/type]\n");
}

TEST(UnevaluatedItems, AreAllWhereNothingElseSaysAnything) {
  EXPECT_EQ(violations<&kNoItems>("[]"), "");
  EXPECT_EQ(violations<&kNoItems>("[1]"), refused("/0 (1:2)"));
  for (const char* const text : {"1", "{\"a\":1}", "\"a\"", "null"})
    EXPECT_EQ(violations<&kNoItems>(text), "") << text;
}

constexpr Conditions kElseBoolean{.unevaluated_items = {&schema::boolean, "flag.json#"}};
constexpr Schema kFlags{.prefix_items = kOneString, .conditions = &kElseBoolean};

TEST(UnevaluatedItems, AreCheckedByTheirSchema) {
  EXPECT_EQ(violations<&kFlags>(R"(["a",true,false])"), "");
  EXPECT_EQ(violations<&kFlags>(R"(["a",true,1])"),
            "/2 (1:11): expected true or false, found a number [flag.json#/type]\n");
}

// ---- What others evaluate that apply to the same array

constexpr Child kTwoItems[] = {&schema::any, &schema::integer};
constexpr Schema kPair{.prefix_items = kTwoItems};
constexpr Child kAllOf[] = {&kPair};
constexpr Schema kByAllOf{
    .prefix_items = kOneString, .all_of = kAllOf, .conditions = &kNothingElse};
constexpr Schema kByRef{.ref = {&kPair, "pair.json#"}, .conditions = &kNothingElse};

TEST(UnevaluatedItems, AreNotThoseOfAllOfAndReferences) {
  EXPECT_EQ(violations<&kByAllOf>(R"(["a",1])"), "");
  EXPECT_EQ(violations<&kByAllOf>(R"(["a",1,2])"), refused("/2 (1:8)"));
  EXPECT_EQ(violations<&kByRef>("[1,2]"), "");
  EXPECT_EQ(violations<&kByRef>("[1,2,3]"), refused("/2 (1:6)"));
}

constexpr Schema kX{.constant = "x"};
constexpr Schema kXy{.constant = "xy"};
constexpr Child kXItems[] = {&kX};
constexpr Child kXyItems[] = {&kXy, &schema::number};
constexpr Schema kShortOne{.prefix_items = kXItems};
constexpr Schema kLongOne{.prefix_items = kXyItems};
constexpr Child kBranches[] = {&kShortOne, &kLongOne};
constexpr Schema kByAnyOf{.any_of = kBranches, .conditions = &kNothingElse};
constexpr Schema kByOneOf{.one_of = kBranches, .conditions = &kNothingElse};

TEST(UnevaluatedItems, AreThoseThatOnlyAFailingBranchEvaluates) {
  EXPECT_EQ(violations<&kByAnyOf>(R"(["xy",1])"), "");
  EXPECT_EQ(violations<&kByAnyOf>(R"(["x",1])"), refused("/1 (1:6)"));
  EXPECT_EQ(violations<&kByOneOf>(R"(["xy",1])"), "");
  EXPECT_EQ(violations<&kByOneOf>(R"(["x",1])"), refused("/1 (1:6)"));
}

constexpr Schema kAnyOne{.prefix_items = kOneString};
constexpr Child kOverlapping[] = {&kAnyOne, &kPair};
constexpr Schema kByBoth{.any_of = kOverlapping, .conditions = &kNothingElse};

TEST(UnevaluatedItems, AreNotThoseOfAnyBranchThatFits) {
  EXPECT_EQ(violations<&kByBoth>(R"(["a",1])"), "");
  EXPECT_EQ(violations<&kByBoth>(R"(["a",1,2])"), refused("/2 (1:8)"));
}

constexpr Conditions kNotPair{.not_ = &kPair, .unevaluated_items = &schema::nothing};
constexpr Schema kByNot{.conditions = &kNotPair};
constexpr Conditions kNotNotPair{.not_ = &kByNot, .unevaluated_items = &schema::nothing};
constexpr Schema kByNotNot{.conditions = &kNotNotPair};

TEST(UnevaluatedItems, AreThoseOfNot) {
  EXPECT_EQ(violations<&kByNot>(R"([1,"a"])"), refused("/0 (1:2)") + refused("/1 (1:4)"));
  EXPECT_EQ(violations<&kByNotNot>("[1,2]"), refused("/0 (1:2)") + refused("/1 (1:4)"));
}

constexpr Conditions kIfX{
    .if_ = &kShortOne, .else_ = &kPair, .unevaluated_items = &schema::nothing};
constexpr Schema kByIf{.conditions = &kIfX};

TEST(UnevaluatedItems, AreNotThoseOfTheConditionThatHoldsNorOfItsBranch) {
  EXPECT_EQ(violations<&kByIf>(R"(["x"])"), "");
  EXPECT_EQ(violations<&kByIf>(R"(["x",1])"), refused("/1 (1:6)"));
  EXPECT_EQ(violations<&kByIf>(R"(["y",1])"), "");
  EXPECT_EQ(violations<&kByIf>(R"(["y",1,2])"), refused("/2 (1:8)"));
}

// ---- contains

constexpr Conditions kFound{.contains = &schema::integer, .unevaluated_items = &schema::string};
constexpr Schema kContains{.conditions = &kFound};
constexpr Conditions kFoundBefore2020{.contains = &schema::integer,
                                      .contains_evaluates = false,
                                      .unevaluated_items = &schema::string};
constexpr Schema kContainsBefore2020{.conditions = &kFoundBefore2020};

TEST(UnevaluatedItems, AreNotThoseThatContainsFinds) {
  EXPECT_EQ(violations<&kContains>(R"(["a",1,"b",2])"), "");
  EXPECT_EQ(violations<&kContains>(R"([1,null])"),
            "/1 (1:4): expected a string, found null [s.json#/unevaluatedItems/type]\n");
}

TEST(UnevaluatedItems, AreThoseThatContainsFindsBeforeDraft202012) {
  EXPECT_EQ(violations<&kContainsBefore2020>(R"([1,"a"])"),
            "/0 (1:2): expected a string, found a number [s.json#/unevaluatedItems/type]\n");
}

constexpr Conditions kOnlyFound{.contains = &schema::integer};
constexpr Schema kFindsIntegers{.conditions = &kOnlyFound};
constexpr Child kFinders[] = {&kFindsIntegers};
constexpr Schema kByFinder{.all_of = kFinders, .conditions = &kNothingElse};

TEST(UnevaluatedItems, AreNotThoseThatContainsFindsInAllOf) {
  EXPECT_EQ(violations<&kByFinder>("[1,2]"), "");
  EXPECT_EQ(violations<&kByFinder>(R"([1,"a",2])"), refused("/1 (1:4)"));
}

// ---- One within the other

constexpr Conditions kAnythingElse{.unevaluated_items = &schema::any};
constexpr Schema kTakesAll{.conditions = &kAnythingElse};
constexpr Child kTakers[] = {&kTakesAll};
constexpr Schema kAroundTaker{.all_of = kTakers, .conditions = &kNothingElse};
constexpr Child kCousins[] = {&kPair, &kNoItems};
constexpr Schema kOfCousins{.all_of = kCousins};

TEST(UnevaluatedItems, OfASchemaInsideCountAsEvaluated) {
  EXPECT_EQ(violations<&kAroundTaker>("[1,2,3]"), "");
}

TEST(UnevaluatedItems, KnowNothingOfSchemasBesideTheirs) {
  EXPECT_EQ(violations<&kOfCousins>("[1,2]"),
            "/0 (1:2): no further items are allowed [s.json#/allOf/1/unevaluatedItems]\n"
            "/1 (1:4): no further items are allowed [s.json#/allOf/1/unevaluatedItems]\n");
}

constexpr Schema kLists{.items = &kPrefix};
constexpr Child kOneList[] = {&kPair};
constexpr Schema kOuter{.prefix_items = kOneList, .conditions = &kNothingElse};

TEST(UnevaluatedItems, AreOfOneArrayAlone) {
  EXPECT_EQ(violations<&kLists>(R"([["a"],["b",1]])"),
            "/1/1 (1:13): no further items are allowed [s.json#/items/unevaluatedItems]\n");
  EXPECT_EQ(violations<&kOuter>("[[1,2,3]]"), "");
}

TEST(UnevaluatedItems, AreRefusedByParseToo) {
  EXPECT_EQ((test::outcome<&kByAllOf, Json>(R"(["a",1])")), R"(["a",1])");
  EXPECT_EQ((test::outcome<&kByAllOf, Json>(R"(["a",1,2])")),
            "/2 (1:8): no further items are allowed [s.json#/unevaluatedItems]");
}

}  // namespace
}  // namespace eventc
