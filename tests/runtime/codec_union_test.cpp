// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/codec_union.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "eventc/emitted/emitted.hpp"
#include "runtime/outcome.hpp"
#include "runtime/sample_event.hpp"

namespace eventc {
namespace {

using schema::Case;
using schema::Child;
using schema::kAbsent;
using schema::kAny;
using schema::kArray;
using schema::kBoolean;
using schema::kInteger;
using schema::kNull;
using schema::kNumber;
using schema::kObject;
using schema::kString;
using schema::Property;
using schema::Schema;
using schema::Selector;
using schema::Value;
using test::outcome;
using test::violations;

// ---- By type

constexpr Schema kIntegers{.types = kArray, .items = &schema::integer, .max_items = 2};
constexpr Child kBranches[] = {&schema::string, &kIntegers, &schema::boolean};
constexpr Case kTypeCases[] = {{kString, 0}, {kArray, 1}, {kBoolean, 2}};
constexpr Selector kByType{.by_type = kTypeCases};
constexpr Schema kTyped{.any_of = kBranches, .select = &kByType};
using Typed = std::variant<std::string, std::vector<std::int64_t>, bool>;

TEST(UnionByType, ReadsTheBranchOfTheValuesType) {
  const auto typed = [](std::string_view text) { return outcome<&kTyped, Typed>(text); };
  EXPECT_EQ(typed(R"("a")"), R"("a")");
  EXPECT_EQ(typed(" [ 1 ]"), "[1]");
  EXPECT_EQ(typed("false"), "false");
  EXPECT_EQ(typed("1"),
            "(1:1): expected a string, true or false or an array, found a number [s.json#/anyOf]");
  EXPECT_EQ(typed("null"),
            "(1:1): expected a string, true or false or an array, found null [s.json#/anyOf]");
  EXPECT_EQ(typed("[1,2,3]"),
            "(1:1): expected at most 2 items, found 3 [s.json#/anyOf/1/maxItems]");
  EXPECT_EQ(typed("[1,true]"),
            "/1 (1:4): expected an integer, found a boolean [s.json#/anyOf/1/items/type]");
  EXPECT_EQ(typed("[1,"), "/1 (1:4): the text ends where a value is expected");
  EXPECT_EQ(typed("x"), "(1:1): expected a value");
  EXPECT_EQ(typed("tru"), "(1:1): expected a value");
}

constexpr Child kWithNull[] = {&schema::null, &schema::string, &kIntegers};
constexpr Case kNullCases[] = {{kNull, 0}, {kString, 1}, {kArray, 2}};
constexpr Selector kByTypeWithNull{.by_type = kNullCases};
constexpr Schema kOrNull{.one_of = kWithNull, .select = &kByTypeWithNull, .null_branch = 0};
constexpr Schema kButNotNull{
    .types = kString | kArray, .one_of = kWithNull, .select = &kByTypeWithNull, .null_branch = 0};
using TextOrIntegers = std::variant<std::string, std::vector<std::int64_t>>;

TEST(UnionByType, LeavesNullToTheOptionalAround) {
  const auto or_null = [](std::string_view text) {
    return outcome<&kOrNull, std::optional<TextOrIntegers>>(text);
  };
  EXPECT_EQ(or_null("null"), "null");
  EXPECT_EQ(or_null(R"("a")"), R"("a")");
  EXPECT_EQ(or_null("[1,2]"), "[1,2]");
  EXPECT_EQ(or_null("1"),
            "(1:1): expected a string, an array or null, found a number [s.json#/oneOf]");
  EXPECT_EQ((outcome<&kButNotNull, std::optional<TextOrIntegers>>("null")),
            "(1:1): expected a string or an array, found null [s.json#/type]");
  EXPECT_EQ((outcome<&kButNotNull, TextOrIntegers>("null")),
            "(1:1): expected a string or an array, found null [s.json#/type]");
  EXPECT_EQ((outcome<&kButNotNull, TextOrIntegers>("[1]")), "[1]");
}

constexpr Child kNumberOrText[] = {&schema::number, &schema::string};
constexpr Case kNumberCases[] = {{kNumber, 0}, {kString, 1}};
constexpr Selector kByNumber{.by_type = kNumberCases};
constexpr Schema kIntegerBeside{
    .types = kInteger | kString, .one_of = kNumberOrText, .select = &kByNumber};
constexpr Value kTwoValues[] = {1, "abc"};
constexpr Schema kValuesBeside{
    .enumeration = kTwoValues, .any_of = kNumberOrText, .select = &kByNumber};
constexpr Schema kLimitsBeside{
    .minimum = 2, .max_length = 2, .any_of = kNumberOrText, .select = &kByNumber};
constexpr Child kAlsoShort[] = {&kLimitsBeside};
constexpr Schema kAllOfBeside{.all_of = kAlsoShort, .any_of = kNumberOrText, .select = &kByNumber};
constexpr Schema kRefBeside{.ref = &kLimitsBeside, .any_of = kNumberOrText, .select = &kByNumber};
using NumberOrText = std::variant<double, std::string>;

TEST(Union, IsCheckedByTheKeywordsBesideIt) {
  EXPECT_EQ((outcome<&kIntegerBeside, NumberOrText>("2.0")), "2");
  EXPECT_EQ(
      (outcome<&kIntegerBeside, NumberOrText>("2.5")),
      "(1:1): expected an integer or a string, found a number with a fraction [s.json#/type]");
  EXPECT_EQ((outcome<&kIntegerBeside, NumberOrText>("true")),
            "(1:1): expected an integer or a string, found a boolean [s.json#/type]");
  EXPECT_EQ((outcome<&kIntegerBeside, NumberOrText>("tru")), "(1:1): expected a value");
  EXPECT_EQ((outcome<&kValuesBeside, NumberOrText>("1")), "1");
  EXPECT_EQ((outcome<&kValuesBeside, NumberOrText>("2")),
            R"((1:1): expected 1 or "abc", found 2 [s.json#/enum])");
  EXPECT_EQ((outcome<&kLimitsBeside, NumberOrText>("1")),
            "(1:1): expected at least 2, found 1 [s.json#/minimum]");
  EXPECT_EQ((outcome<&kLimitsBeside, NumberOrText>(R"("abc")")),
            "(1:1): expected at most 2 characters, found 3 [s.json#/maxLength]");
  EXPECT_EQ((outcome<&kAllOfBeside, NumberOrText>("1")),
            "(1:1): expected at least 2, found 1 [s.json#/allOf/0/minimum]");
  EXPECT_EQ((outcome<&kRefBeside, NumberOrText>("1")),
            "(1:1): expected at least 2, found 1 [s.json#/$ref/minimum]");
  EXPECT_EQ((outcome<&kRefBeside, NumberOrText>("2")), "2");
}

// ---- By a member

std::string payment(std::string_view text) {
  return outcome<&sample::schema::payment, std::variant<sample::Card, sample::Transfer>>(text);
}

TEST(UnionByMember, ReadsTheBranchOfItsValue) {
  EXPECT_EQ(payment(R"({"kind":"card","number":"1234"})"), R"({"kind":"card","number":"1234"})");
  EXPECT_EQ(payment(R"({"iban":"x","k\u0069nd":"tr\u0061nsfer"})"),
            R"({"kind":"transfer","iban":"x"})");
  EXPECT_EQ(payment(R"({"x":{"kind":"transfer"},"kind":"card","number":"1234"})"),
            R"({"kind":"card","number":"1234"})");
}

TEST(UnionByMember, SaysWhichValuesThereAre) {
  EXPECT_EQ(payment(R"({"kind":"cash"})"),
            R"((1:1): expected the member "kind" to be "card" or "transfer" [s.json#/oneOf])");
  EXPECT_EQ(payment(R"({"kind":["card"]})"),
            R"((1:1): expected the member "kind" to be "card" or "transfer" [s.json#/oneOf])");
  EXPECT_EQ(payment("{}"),
            R"((1:1): expected the member "kind" to be "card" or "transfer" [s.json#/oneOf])");
  EXPECT_EQ(payment("[]"), "(1:1): expected an object, found an array [s.json#/oneOf]");
  EXPECT_EQ(payment("null"), "(1:1): expected an object, found null [s.json#/oneOf]");
}

TEST(UnionByMember, SaysWhatIsWrongWithTheBranch) {
  EXPECT_EQ(payment(R"({"kind":"card"})"),
            "(1:1): a member is missing: \"number\" [s.json#/oneOf/0/required]");
  EXPECT_EQ(payment(R"({"kind":"card","number":"123"})"),
            "/number (1:25): expected at least 4 characters, found 3 "
            "[s.json#/oneOf/0/properties/number/minLength]");
  EXPECT_EQ(payment(R"({"kind":"transfer","iban":"x","kind":"card"})"),
            "/kind (1:38): a member is given twice");
  EXPECT_EQ(payment(R"({"kind":"card","number":"1234",})"),
            "(1:32): expected a member's name in quotes");
}

constexpr Property kNewProperties[] = {{"v", &schema::integer, true}};
constexpr Schema kNew{.types = kObject, .properties = kNewProperties};
constexpr Property kOldProperties[] = {{"v", &schema::nothing}};
constexpr Schema kOld{.types = kObject, .properties = kOldProperties};
constexpr Child kVersions[] = {&kNew, &kOld, &schema::string};
constexpr Case kVersionTypes[] = {{kString, 2}};
constexpr Case kVersionCases[] = {{kNumber, 0}, {kAbsent, 1}};
constexpr Selector kByVersion{
    .by_type = kVersionTypes, .property = "v", .by_property = kVersionCases};
constexpr Schema kVersioned{.any_of = kVersions, .select = &kByVersion};

TEST(UnionByMember, KnowsAMemberByItsTypeOrAbsence) {
  const auto version = [](std::string_view text) {
    return outcome<&kVersioned, std::variant<Json, Json, std::string>>(text);
  };
  EXPECT_EQ(version(R"({"v":1})"), R"({"v":1})");
  EXPECT_EQ(version(R"({"w":1})"), R"({"w":1})");
  EXPECT_EQ(version(R"("v")"), R"("v")");
  EXPECT_EQ(version(R"({"v":1.5})"),
            "/v (1:6): expected an integer, found a number with a fraction "
            "[s.json#/anyOf/0/properties/v/type]");
  EXPECT_EQ(version(R"({"v":"1"})"),
            "(1:1): no alternative has a member \"v\" like this [s.json#/anyOf]");
  EXPECT_EQ(version("1"), "(1:1): expected a string or an object, found a number [s.json#/anyOf]");
  const auto old = parse_document<&kVersioned, std::variant<Json, Json, std::string>>(
      "{}", {&kVersioned, "s.json#"}, {});
  EXPECT_EQ(old->index(), 1U);
}

// ---- By trial

using Either = std::variant<sample::ByWidth, sample::ByLabel>;
std::string any(std::string_view text) {
  return outcome<&sample::schema::any_choice, Either>(text);
}
std::string one(std::string_view text) {
  return outcome<&sample::schema::one_choice, Either>(text);
}

TEST(AnyOfByTrial, TakesTheFirstThatFits) {
  EXPECT_EQ(any(R"({"width":1})"), R"({"width":1})");
  EXPECT_EQ(any(R"({"label":"a"})"), R"({"label":"a"})");
  EXPECT_EQ(any(R"({"label":"a","width":1})"), R"({"width":1})");
  EXPECT_EQ(any(R"({"label":"a","width":0})"), R"({"label":"a"})");
  EXPECT_EQ(any(R"({"label":"a","width":1,"width":2})"), R"({"label":"a"})");
}

TEST(OneOfByTrial, TakesTheOnlyOneThatFits) {
  EXPECT_EQ(one(R"({"width":1})"), R"({"width":1})");
  EXPECT_EQ(one(R"({"label":"a","width":0})"), R"({"label":"a"})");
  EXPECT_EQ(one(R"({"label":"a","width":1})"),
            "(1:1): expected exactly one alternative to fit, found 2 that do [s.json#/oneOf]");
}

TEST(UnionByTrial, SaysWhichBranchCameClosest) {
  EXPECT_EQ(
      violations<&sample::schema::any_choice>(R"({"width":0})"),
      "(1:1): fits none of the 2 alternatives; number 1 comes closest: at /width: expected at "
      "least 1, found 0 [s.json#/anyOf]\n"
      "/width (1:10): expected at least 1, found 0 [s.json#/anyOf/0/properties/width/minimum]\n");
  EXPECT_EQ(
      violations<&sample::schema::one_choice>(R"({"width":0,"label":1})"),
      "(1:1): fits none of the 2 alternatives; number 2 comes closest: at /label: expected a "
      "string, found a number [s.json#/oneOf]\n"
      "/label (1:20): expected a string, found a number [s.json#/oneOf/1/properties/label/type]\n");
  EXPECT_EQ(violations<&sample::schema::any_choice>("7"),
            "(1:1): fits none of the 2 alternatives; number 1 comes closest: expected an object, "
            "found a number [s.json#/anyOf]\n"
            "(1:1): expected an object, found a number [s.json#/anyOf/0/type]\n");
  EXPECT_EQ(any("{"), "(1:2): the text ends inside an object");
}

// Each level is tried twice by the one above it: without memory, 30 of them would take 2^30 trials.
extern const Schema kNested;
constexpr Property kNestedProperties[] = {{"n", &kNested}};
constexpr Schema kNestedObject{.types = kObject, .properties = kNestedProperties};
constexpr Property kNestedClosedProperties[] = {{"n", &kNested}, {"end", &schema::integer, true}};
constexpr Schema kNestedClosed{.types = kObject, .properties = kNestedClosedProperties};
constexpr Child kNestedBranches[] = {&kNestedClosed, &kNestedObject};
constexpr Schema kNested{.any_of = kNestedBranches};

TEST(UnionByTrial, TakesNoTimeThatGrowsWithEachLevelTwofold) {
  std::string text = "{}";
  for (int i = 0; i < 30; ++i) text = R"({"n":)" + text + "}";
  EXPECT_EQ((outcome<&kNested, Json>(text)), text);
  std::string wrong = "[]";
  for (int i = 0; i < 30; ++i) wrong = R"({"n":)" + wrong + "}";
  EXPECT_EQ((outcome<&kNested, Json>(wrong)),
            "(1:1): fits none of the 2 alternatives; number 2 comes closest: at "
            "/n/n/n/n/n/n/n/n/n/n/n/n/n/n/n/n/n/n/n/n/n/n/n/n/n/n/n/n/n/n: expected an object, "
            "found an array [s.json#/anyOf]");
}

constexpr Schema kThrees{.types = kInteger, .multiple_of = 3};
constexpr Schema kFives{.types = kInteger, .multiple_of = 5};
constexpr Child kThreesAndFives[] = {&kThrees, &kFives};
constexpr Schema kThreesOrFives{.types = kInteger, .one_of = kThreesAndFives};

TEST(UnionOfOneType, ChecksTheValueInPlace) {
  const auto integer = [](std::string_view text) {
    return outcome<&kThreesOrFives, std::int64_t>(text);
  };
  EXPECT_EQ(integer("9"), "9");
  EXPECT_EQ(integer("10"), "10");
  EXPECT_EQ(integer("15"),
            "(1:1): expected exactly one alternative to fit, found 2 that do [s.json#/oneOf]");
  EXPECT_EQ(integer("7"),
            "(1:1): fits none of the 2 alternatives; number 1 comes closest: expected a multiple "
            "of 3, found 7 [s.json#/oneOf]");
  EXPECT_EQ(integer("7.5"),
            "(1:1): expected an integer, found a number with a fraction [s.json#/type]");
}

TEST(ChooseBranch, FindsTheBranchOrNone) {
  const std::string_view text = "[1]";
  Reader in(text, 8);
  EXPECT_EQ(choose_branch(in, in.begin(), kTyped), 1U);
  const std::string_view number = "15";
  Reader again(number, 8);
  EXPECT_EQ(choose_branch(again, again.begin(), kThreesOrFives), schema::kNoBranch);
  EXPECT_TRUE(again.ok());
}

}  // namespace
}  // namespace eventc
