// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>

#include "runtime/outcome.hpp"

// Of a union none of whose branches fits, the closest is told, and what it lacked.

namespace eventc {
namespace {

using schema::Child;
using schema::kArray;
using schema::kInteger;
using schema::kObject;
using schema::kString;
using schema::Property;
using schema::Schema;
using schema::Value;
using test::outcome;
using test::violations;

/// The message of the first error, which is that of the union.
template <const Schema* S>
std::string told(std::string_view text, const Options& options = {}) {
  const Result<Json> parsed = parse_document<S, Json>(text, {S, "#"}, options);
  return parsed.has_value() ? "" : parsed.error().message;
}

constexpr Property kIntegerA[] = {{"a", &schema::integer, true}};
constexpr Schema kHasA{.types = kObject, .properties = kIntegerA};

// ---- What it lacked

constexpr Schema kShort{.types = kString, .max_length = 2};
constexpr Child kShortOrA[] = {&kShort, &kHasA};
constexpr Schema kEither{.any_of = kShortOrA};
constexpr Property kInner[] = {{"in", &kEither}};
constexpr Schema kOuter{.types = kObject, .properties = kInner};

TEST(ClosestBranch, IsToldWithWhatItLacks) {
  EXPECT_EQ((outcome<&kEither, Json>("{}")),
            "(1:1): fits none of the 2 alternatives; number 2 comes closest: a member is missing: "
            "\"a\" [s.json#/anyOf]");
  EXPECT_EQ((outcome<&kOuter, Json>(R"({"in":{"a":"x"}})")),
            "/in (1:7): fits none of the 2 alternatives; number 2 comes closest: at /a: expected "
            "an integer, found a string [s.json#/properties/in/anyOf]");
}

TEST(ClosestBranch, HasItsViolationsListedAllTheSame) {
  EXPECT_EQ(violations<&kEither>(R"({"a":"x"})"),
            "(1:1): fits none of the 2 alternatives; number 2 comes closest: at /a: expected an "
            "integer, found a string [s.json#/anyOf]\n"
            "/a (1:6): expected an integer, found a string "
            "[s.json#/anyOf/1/properties/a/type]\n");
}

TEST(ClosestBranch, QuotesNoPayloadWhereItMustNot) {
  EXPECT_EQ(told<&kEither>(R"({"a":"x"})", {.quote_payload = false}),
            "fits none of the 2 alternatives; number 2 comes closest: expected an integer");
}

constexpr Child kEitherTwice[] = {&kEither, &schema::boolean};
constexpr Schema kNestedEither{.any_of = kEitherTwice};

TEST(ClosestBranch, OfAUnionInAUnionIsToldWithWhatTheInnermostLacks) {
  EXPECT_EQ(told<&kNestedEither>(R"({"a":"x"})"),
            "fits none of the 2 alternatives; number 1 comes closest: at /a: expected an integer, "
            "found a string");
}

TEST(ClosestBranch, IsToldWithoutMoreWhereTheReportIsFull) {
  const Report found = report("{}", {&kEither, "#"}, {.max_errors = 1});
  ASSERT_EQ(found.errors().size(), 1U);
  EXPECT_EQ(found.errors()[0].message, "fits none of the 2 alternatives; number 2 comes closest");
  EXPECT_FALSE(found.complete());
}

constexpr Schema kBytes{.types = kString, .content_encoding = schema::Encoding::Base64};
constexpr Property kBytesAndNumber[] = {{"bytes", &kBytes}, {"n", &schema::integer}};
constexpr Schema kHolder{.types = kObject, .properties = kBytesAndNumber};
constexpr Child kHolderOrShort[] = {&kHolder, &kShort};
constexpr Schema kHeld{.any_of = kHolderOrShort};

TEST(ClosestBranch, DoesNotLackWhatIsOnlyNotRepresentable) {
  EXPECT_EQ((outcome<&kHeld, Json>(R"({"bytes":"?","n":"x"})")),
            "(1:1): fits none of the 2 alternatives; number 1 comes closest: at /n: expected an "
            "integer, found a string [s.json#/anyOf]");
}

// ---- Which one it is

constexpr Schema kList{.types = kArray, .items = &kHasA};
constexpr Schema kEven{.types = kInteger, .multiple_of = 2};
constexpr Schema kIsX{.constant = "x"};
constexpr Child kListOrOthers[] = {&kList, &kIsX, &kEven, &kHasA};
constexpr Schema kByType{.any_of = kListOrOthers};

TEST(ClosestBranch, HasTheValuesType) {
  EXPECT_EQ(told<&kByType>("{}"),
            "fits none of the 4 alternatives; number 4 comes closest: a member is missing: \"a\"");
  EXPECT_EQ(told<&kByType>("3"),
            "fits none of the 4 alternatives; number 3 comes closest: expected a multiple of 2, "
            "found 3");
  EXPECT_EQ(told<&kByType>("\"y\""),
            "fits none of the 4 alternatives; number 2 comes closest: expected \"x\", found \"y\"");
  EXPECT_EQ(told<&kByType>("null"),
            "fits none of the 4 alternatives; number 1 comes closest: expected an array, found "
            "null");
}

constexpr Schema kIsA{.constant = "a"};
constexpr Value kLetters[] = {"b", "c"};
constexpr Schema kIsBOrC{.enumeration = kLetters};
constexpr Property kTaggedA[] = {{"kind", &kIsA}};
constexpr Property kTaggedB[] = {{"kind", &kIsBOrC}, {"n", &schema::integer}};
constexpr Property kUntagged[] = {{"m", &schema::integer, true}};
constexpr Schema kA{.types = kObject, .properties = kTaggedA};
constexpr Schema kB{.types = kObject, .properties = kTaggedB};
constexpr Schema kC{.types = kObject, .properties = kUntagged};
constexpr Child kAllOfB[] = {&kB};
constexpr Schema kDerivedB{.all_of = kAllOfB};
constexpr Child kTagged[] = {&kA, &kC, &kDerivedB};
constexpr Schema kByTag{.one_of = kTagged};
constexpr Child kInUnion[] = {&kA, &kByTag};
constexpr Schema kByInnerTag{.any_of = kInUnion};

TEST(ClosestBranch, HasTheValuesTag) {
  EXPECT_EQ(told<&kByTag>(R"({"n":"x","kind":"b"})"),
            "fits none of the 3 alternatives; number 3 comes closest: at /n: expected an integer, "
            "found a string");
  EXPECT_EQ(told<&kByTag>(R"({"n":"x","kind":"d"})"),
            "fits none of the 3 alternatives; number 2 comes closest: a member is missing: \"m\"");
  EXPECT_EQ(told<&kByInnerTag>(R"({"n":"x","kind":"c"})"),
            "fits none of the 2 alternatives; number 2 comes closest: at /n: expected an integer, "
            "found a string");
}

constexpr Property kNumbers[] = {
    {"a", &schema::integer}, {"b", &schema::integer}, {"c", &schema::integer}};
constexpr Property kTexts[] = {
    {"a", &schema::string}, {"b", &schema::string}, {"c", &schema::string}};
constexpr Schema kOfNumbers{.types = kObject, .properties = kNumbers};
constexpr Schema kOfTexts{.types = kObject, .properties = kTexts};
constexpr Child kNumbersOrTexts[] = {&kOfNumbers, &kOfTexts};
constexpr Schema kByCount{.any_of = kNumbersOrTexts};

TEST(ClosestBranch, HasTheFewestViolations) {
  EXPECT_EQ(told<&kByCount>(R"({"a":"x","b":1,"c":2})"),
            "fits none of the 2 alternatives; number 1 comes closest: at /a: expected an integer, "
            "found a string");
  EXPECT_EQ(told<&kByCount>(R"({"a":"x","b":1,"c":"y"})"),
            "fits none of the 2 alternatives; number 2 comes closest: at /b: expected a string, "
            "found a number");
}

constexpr Property kFirst[] = {{"a", &schema::integer}};
constexpr Property kLast[] = {{"b", &schema::integer}};
constexpr Schema kByFirst{.types = kObject, .properties = kFirst};
constexpr Schema kByLast{.types = kObject, .properties = kLast};
constexpr Child kFirstOrLast[] = {&kByFirst, &kByLast};
constexpr Schema kByDistance{.any_of = kFirstOrLast};

TEST(ClosestBranch, OfThoseIsReadTheFurthest) {
  EXPECT_EQ(told<&kByDistance>(R"({"a":"x","b":"y"})"),
            "fits none of the 2 alternatives; number 2 comes closest: at /b: expected an integer, "
            "found a string");
}

constexpr Schema kIntegers{.types = kArray, .items = &schema::integer};
constexpr Schema kStrings{.types = kArray, .items = &schema::string};
constexpr Child kIntegersOrStrings[] = {&kStrings, &kIntegers};
constexpr Schema kLists{.any_of = kIntegersOrStrings};

TEST(ClosestBranch, IsNotCountedPastAFewViolations) {
  std::string text = "[";
  for (int i = 0; i < 100; ++i) text += R"("x",)";
  for (int i = 0; i < 40; ++i) text += "1,";
  // 40 of the one and 100 of the other are as many; the first was read further.
  EXPECT_EQ(told<&kLists>(text + "1]"),
            "fits none of the 2 alternatives; number 1 comes closest: at /100: expected a string, "
            "found a number");
}

// ---- What it costs

constexpr int kDepth = 100;

/// Each level is looked at under four branches, and by two ways under one of them.
extern const Schema kTree;
constexpr std::string_view kNameEnd[] = {"end"};
constexpr Property kNext[] = {{"next", {&kTree, "s.json#"}}, {"leaf", &schema::integer}};
constexpr Property kNextOfText[] = {{"next", {&kTree, "s.json#"}}, {"leaf", &schema::boolean}};
constexpr Schema kOpenTree{.types = kObject, .properties = kNext};
constexpr Schema kTextTree{.types = kObject, .properties = kNextOfText};
constexpr Schema kEndedTree{.types = kObject, .properties = kNext, .required = kNameEnd};
constexpr Child kBothTrees[] = {&kOpenTree, &kTextTree};
constexpr Schema kAllTrees{.all_of = kBothTrees};
constexpr Child kTrees[] = {&kEndedTree, &kOpenTree, &kTextTree, &kAllTrees};
constexpr Schema kTree{.any_of = kTrees};

TEST(ClosestBranch, TakesNoTimeThatGrowsWithEachLevelTwofold) {
  std::string text = R"({"leaf":"x"})";
  std::string path;
  for (int i = 0; i < kDepth; ++i) text = R"({"next":)" + text + "}";
  const auto begin = std::chrono::steady_clock::now();
  const Report found = report(text, {&kTree, "s.json#"}, {});
  const std::string first = told<&kTree>(text);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  EXPECT_LT(taken.count(), 1.0);
  EXPECT_TRUE(
      first.starts_with("fits none of the 4 alternatives; number 2 comes closest: at /next"))
      << first;
  EXPECT_LT(first.size(), 300U);
  ASSERT_EQ(found.errors().size(), kDepth + 2U);  // a union on each level, and the leaf
  EXPECT_EQ(found.errors().back().message, "expected an integer, found a string");
}

#ifdef __SANITIZE_ADDRESS__
constexpr int kDeepest = 512;  // with it, frames are six times as large
#else
constexpr int kDeepest = 1024;
#endif

TEST(ClosestBranch, IsFoundAtTheDeepestThatIsAllowed) {
  std::string text = R"({"leaf":"x"})";
  for (int i = 1; i < kDeepest; ++i) text = R"({"next":)" + text + "}";
  const Report found =
      report(text, {&kTree, "s.json#"}, {.max_depth = kDeepest, .max_errors = kDeepest + 1});
  ASSERT_EQ(found.errors().size(), kDeepest + 1U);
  EXPECT_EQ(found.errors().back().message, "expected an integer, found a string");
}

TEST(ClosestBranch, IsFoundInTimeForManyValues) {
  std::string text = R"({"leaf":"x"})";
  for (int i = 0; i < 20'000; ++i) text += R"(,{"next":{"next":{"leaf":1}}},{"leaf":"y"})";
  static constexpr Schema kForest{.types = kArray, .items = {&kTree, "s.json#"}};
  const auto begin = std::chrono::steady_clock::now();
  const Report found = report("[" + text + "]", {&kForest, "s.json#"}, {});
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  EXPECT_LT(taken.count(), 5.0);
  EXPECT_FALSE(found.complete());
}

}  // namespace
}  // namespace eventc
