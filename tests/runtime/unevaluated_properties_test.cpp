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
using schema::kObject;
using schema::Property;
using schema::Schema;
using test::violations;

/// "/b (1:8): this member is not declared …"
std::string refused(std::string_view place, std::string_view schema = "s.json#") {
  return std::string(place) +
         ": this member is not declared where it stands, and no others are allowed [" +
         std::string(schema) + "/unevaluatedProperties]\n";
}

// ---- What a schema evaluates itself

constexpr Property kA[] = {{"a", &schema::integer}};
constexpr Conditions kNothingElse{.unevaluated_properties = &schema::nothing};
constexpr Schema kOnlyA{.properties = kA, .conditions = &kNothingElse};
constexpr Schema kNone{.conditions = &kNothingElse};

TEST(UnevaluatedProperties, AreThoseThatAreNotDeclared) {
  EXPECT_EQ(violations<&kOnlyA>("{}"), "");
  EXPECT_EQ(violations<&kOnlyA>(R"({"\u0061":1})"), "");
  EXPECT_EQ(violations<&kOnlyA>(R"({"a":1,"b":2,
 "c":3})"),
            refused("/b (1:8)") + refused("/c (2:2)"));
}

TEST(UnevaluatedProperties, AreAllWhereNothingElseSaysAnything) {
  EXPECT_EQ(violations<&kNone>("{}"), "");
  EXPECT_EQ(violations<&kNone>(R"({"a":1})"), refused("/a (1:2)"));
  for (const char* const text : {"1", "[1]", "\"a\"", "null"})
    EXPECT_EQ(violations<&kNone>(text), "") << text;
}

constexpr schema::Pattern kX{"^x", [](std::string_view name) { return name.starts_with("x"); }};
constexpr schema::PatternProperty kPatterns[] = {{&kX, &schema::any}};
constexpr Schema kWithPattern{
    .properties = kA, .pattern_properties = kPatterns, .conditions = &kNothingElse};
constexpr Schema kWithAdditional{
    .properties = kA, .additional_properties = &schema::string, .conditions = &kNothingElse};

TEST(UnevaluatedProperties, AreNeitherThoseOfPatternsNorAdditionalOnes) {
  EXPECT_EQ(violations<&kWithPattern>(R"({"a":1,"x":2,"xy":3})"), "");
  EXPECT_EQ(violations<&kWithPattern>(R"({"y":1})"), refused("/y (1:2)"));
  EXPECT_EQ(violations<&kWithAdditional>(R"({"a":1,"b":"c"})"), "");
  EXPECT_EQ(violations<&kWithAdditional>(R"({"b":1})"),
            "/b (1:6): expected a string, found a number [s.json#/additionalProperties/type]\n");
}

constexpr std::string_view kBNames[] = {"b"};
constexpr schema::Dependent kDependents[] = {{"a", "b"}};
constexpr Conditions kNamesAlone{.dependent_required = kDependents,
                                 .unevaluated_properties = &schema::nothing};
constexpr Schema kRequiresB{.properties = kA, .required = kBNames, .conditions = &kNamesAlone};

TEST(UnevaluatedProperties, AreThoseThatAreOnlyNamed) {
  EXPECT_EQ(violations<&kRequiresB>(R"({"a":1,"b":2})"), refused("/b (1:8)"));
}

constexpr Conditions kElseInteger{.unevaluated_properties = {&schema::integer, "n.json#"}};
constexpr Schema kCounts{.properties = kA, .conditions = &kElseInteger};

TEST(UnevaluatedProperties, AreCheckedByTheirSchema) {
  EXPECT_EQ(violations<&kCounts>(R"({"a":1,"b":2})"), "");
  EXPECT_EQ(violations<&kCounts>(R"({"b":"c"})"),
            "/b (1:6): expected an integer, found a string [n.json#/type]\n");
}

// ---- What others evaluate that apply to the same object

constexpr Property kB[] = {{"b", &schema::integer, true}};
constexpr Schema kHasB{.properties = kB};
constexpr Property kC[] = {{"c", &schema::integer, true}};
constexpr Schema kHasC{.properties = kC};
constexpr Child kAllOf[] = {&kHasB};
constexpr Schema kByAllOf{.properties = kA, .all_of = kAllOf, .conditions = &kNothingElse};
constexpr Schema kByRef{.properties = kA, .ref = {&kHasB, "b.json#"}, .conditions = &kNothingElse};

TEST(UnevaluatedProperties, AreNotThoseOfAllOfAndReferences) {
  EXPECT_EQ(violations<&kByAllOf>(R"({"a":1,"b":2})"), "");
  EXPECT_EQ(violations<&kByAllOf>(R"({"a":1,"b":2,"c":3})"), refused("/c (1:14)"));
  EXPECT_EQ(violations<&kByRef>(R"({"a":1,"b":2})"), "");
  EXPECT_EQ(violations<&kByRef>(R"({"b":2,"c":3})"), refused("/c (1:8)"));
}

constexpr Child kBOrC[] = {&kHasB, &kHasC};
constexpr Schema kByAnyOf{.any_of = kBOrC, .conditions = &kNothingElse};
constexpr Schema kByOneOf{.one_of = kBOrC, .conditions = &kNothingElse};

TEST(UnevaluatedProperties, AreThoseThatOnlyAFailingBranchEvaluates) {
  EXPECT_EQ(violations<&kByAnyOf>(R"({"b":1})"), "");
  EXPECT_EQ(violations<&kByAnyOf>(R"({"b":1,"c":2})"), "");
  EXPECT_EQ(violations<&kByAnyOf>(R"({"b":1,"c":"d"})"), refused("/c (1:8)"));
  EXPECT_EQ(violations<&kByOneOf>(R"({"c":1})"), "");
  EXPECT_EQ(violations<&kByOneOf>(R"({"b":1,"c":"d"})"), refused("/c (1:8)"));
}

constexpr Schema kPlainA{.properties = kA};
constexpr Conditions kIfBThenA{
    .if_ = &kHasB, .then_ = &kPlainA, .else_ = &kHasC, .unevaluated_properties = &schema::nothing};
constexpr Schema kByIf{.conditions = &kIfBThenA};
constexpr Conditions kIfAlone{.if_ = &kHasB, .unevaluated_properties = &schema::nothing};
constexpr Schema kByIfAlone{.conditions = &kIfAlone};

TEST(UnevaluatedProperties, AreNotThoseOfTheConditionThatHoldsNorOfItsBranch) {
  EXPECT_EQ(violations<&kByIf>(R"({"b":1,"a":2})"), "");
  EXPECT_EQ(violations<&kByIf>(R"({"b":1,"c":2})"), refused("/c (1:8)"));
  EXPECT_EQ(violations<&kByIf>(R"({"c":1})"), "");
  EXPECT_EQ(violations<&kByIf>(R"({"c":1,"a":2})"), refused("/a (1:8)"));
  EXPECT_EQ(violations<&kByIfAlone>(R"({"b":1})"), "");
  EXPECT_EQ(violations<&kByIfAlone>(R"({"b":"c"})"), refused("/b (1:2)"));
}

constexpr Conditions kNotB{.not_ = &kHasB};
constexpr Schema kHasNoB{.conditions = &kNotB};
constexpr Conditions kNotNotB{.not_ = &kHasNoB, .unevaluated_properties = &schema::nothing};
constexpr Schema kByNotNot{.conditions = &kNotNotB};

TEST(UnevaluatedProperties, AreThoseOfNot) {
  EXPECT_EQ(violations<&kByNotNot>(R"({"b":1})"), refused("/b (1:2)"));
}

constexpr Property kDependentSchemas[] = {{"a", &kHasB}};
constexpr Conditions kDependents2{.dependent_schemas = kDependentSchemas,
                                  .unevaluated_properties = &schema::nothing};
constexpr Schema kByDependents{.properties = kA, .conditions = &kDependents2};

TEST(UnevaluatedProperties, AreNotThoseOfDependentSchemasThatApply) {
  EXPECT_EQ(violations<&kByDependents>(R"({"a":1,"b":2})"), "");
  EXPECT_EQ(violations<&kByDependents>(R"({"b":2})"), refused("/b (1:2)"));
}

constexpr Conditions kDynamic{.dynamic_ref = {&kHasB, "b.json#"},
                              .unevaluated_properties = &schema::nothing};
constexpr Schema kByDynamicRef{.properties = kA, .conditions = &kDynamic};

TEST(UnevaluatedProperties, AreNotThoseOfDynamicReferences) {
  EXPECT_EQ(violations<&kByDynamicRef>(R"({"a":1,"b":2})"), "");
  EXPECT_EQ(violations<&kByDynamicRef>(R"({"b":1,"c":2})"), refused("/c (1:8)"));
}

// ---- One within the other

constexpr Child kDeep1[] = {&kHasB};
constexpr Schema kDeeper1{.all_of = kDeep1};
constexpr Child kDeep2[] = {&kDeeper1, &kHasC};
constexpr Schema kDeeper2{.any_of = kDeep2};
constexpr Child kDeep3[] = {&kDeeper2};
constexpr Schema kDeepest{.one_of = kDeep3, .conditions = &kNothingElse};

TEST(UnevaluatedProperties, SeeThroughNestedSchemas) {
  EXPECT_EQ(violations<&kDeepest>(R"({"b":1})"), "");
  EXPECT_EQ(violations<&kDeepest>(R"({"b":1,"c":2})"), "");
  EXPECT_EQ(violations<&kDeepest>(R"({"c":2,"d":1})"), refused("/d (1:8)"));
}

constexpr Conditions kAnythingElse{.unevaluated_properties = &schema::any};
constexpr Schema kTakesAll{.conditions = &kAnythingElse};
constexpr Child kTakers[] = {&kTakesAll};
constexpr Schema kAroundTaker{.all_of = kTakers, .conditions = &kNothingElse};
constexpr Child kCousins[] = {&kHasB, &kNone};
constexpr Schema kOfCousins{.all_of = kCousins};

TEST(UnevaluatedProperties, OfASchemaInsideCountAsEvaluated) {
  EXPECT_EQ(violations<&kAroundTaker>(R"({"a":1,"b":2})"), "");
}

TEST(UnevaluatedProperties, KnowNothingOfSchemasBesideTheirs) {
  EXPECT_EQ(violations<&kOfCousins>(R"({"b":1})"), refused("/b (1:2)", "s.json#/allOf/1"));
}

constexpr Property kOuterA[] = {{"a", &kOnlyA}};
constexpr Schema kOuter{.properties = kOuterA, .conditions = &kNothingElse};

TEST(UnevaluatedProperties, AreOfOneObjectAlone) {
  EXPECT_EQ(violations<&kOuter>(R"({"a":{"a":1,"b":2},"c":{}})"),
            refused("/a/b (1:13)", "s.json#/properties/a") + refused("/c (1:20)"));
}

TEST(UnevaluatedProperties, AreToldBesideWhatElseIsWrong) {
  EXPECT_EQ(violations<&kByAllOf>(R"({"a":"x","c":1})"),
            "(1:1): a member is missing: \"b\" [s.json#/allOf/0/required]\n"
            "/a (1:6): expected an integer, found a string [s.json#/properties/a/type]\n" +
                refused("/c (1:10)"));
}

TEST(UnevaluatedProperties, AreRefusedByParseToo) {
  EXPECT_EQ((test::outcome<&kByAllOf, Json>(R"({"b":1})")), R"({"b":1})");
  EXPECT_EQ((test::outcome<&kByAllOf, Json>(R"({"b":1,"c":2})")),
            "/c (1:8): this member is not declared where it stands, and no others are allowed "
            "[s.json#/unevaluatedProperties]");
}

}  // namespace
}  // namespace eventc
