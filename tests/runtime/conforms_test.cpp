// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/conforms.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "eventc/emitted/cursor.hpp"
#include "eventc/emitted/emitted.hpp"
#include "runtime/outcome.hpp"
#include "runtime/sample_event.hpp"

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

constexpr Schema kAtLeast2{.minimum = 2};
constexpr Schema kAtMost9{.maximum = 9};
constexpr Child kRange[] = {&kAtLeast2, {&kAtMost9, "limits.json#/$defs/most"}};
constexpr Schema kInRange{.types = kInteger, .all_of = kRange};
constexpr Schema kReferred{.types = kInteger, .multiple_of = 2, .ref = {&kInRange, "range.json#"}};

TEST(InPlaceKeywords, CheckTheValueThatWasRead) {
  const auto in_range = [](std::string_view text) {
    return outcome<&kInRange, std::int64_t>(text);
  };
  EXPECT_EQ(in_range("2"), "2");
  EXPECT_EQ(in_range("1"), "(1:1): expected at least 2, found 1 [s.json#/allOf/0/minimum]");
  EXPECT_EQ(in_range("1e1"),
            "(1:1): expected at most 9, found 1e1 [limits.json#/$defs/most/maximum]");
  const auto referred = [](std::string_view text) {
    return outcome<&kReferred, std::int64_t>(text);
  };
  EXPECT_EQ(referred("4"), "4");
  EXPECT_EQ(referred("10"),
            "(1:1): expected at most 9, found 10 [limits.json#/$defs/most/maximum]");
  EXPECT_EQ(referred("3"), "(1:1): expected a multiple of 2, found 3 [s.json#/multipleOf]");
}

TEST(InPlaceKeywords, AreNamedByThePathThatLedToThem) {
  const auto result = parse_document<&kReferred, std::int64_t>("10", {&kReferred, "s.json#"}, {});
  EXPECT_EQ(result.error().keyword_location.path(), "/$ref/allOf/1/$ref/maximum");
  EXPECT_EQ(violations<&kReferred>("11"),
            "(1:1): expected a multiple of 2, found 11 [s.json#/multipleOf]\n"
            "(1:1): expected at most 9, found 11 [limits.json#/$defs/most/maximum]\n");
}

constexpr Schema kShortList{.max_items = 1};
constexpr Schema kIntegerItems{.items = &kInRange};
constexpr Child kOfLists[] = {&kShortList, &kIntegerItems};
constexpr Schema kList{.types = kArray, .items = &schema::integer, .all_of = kOfLists};
constexpr Schema kShortText{.max_length = 1};
constexpr Child kOfTexts[] = {&kShortText};
constexpr Schema kText{.types = kString, .all_of = kOfTexts};
constexpr Schema kLists{.types = kArray, .items = &kList};

TEST(InPlaceKeywords, CheckEveryTypeOfValue) {
  EXPECT_EQ((outcome<&kList, std::vector<std::int64_t>>("[3]")), "[3]");
  EXPECT_EQ((outcome<&kList, std::vector<std::int64_t>>("[3,3]")),
            "(1:1): expected at most 1 item, found 2 [s.json#/allOf/0/maxItems]");
  EXPECT_EQ((outcome<&kList, std::vector<std::int64_t>>("[1]")),
            "/0 (1:2): expected at least 2, found 1 [s.json#/allOf/1/items/allOf/0/minimum]");
  EXPECT_EQ(
      (outcome<&kLists, std::vector<std::vector<std::int64_t>>>("[[2],[], [1]]")),
      "/2/0 (1:11): expected at least 2, found 1 [s.json#/items/allOf/1/items/allOf/0/minimum]");
  EXPECT_EQ((outcome<&kText, std::string>(R"("\u00e4")")), "\"\xC3\xA4\"");
  EXPECT_EQ((outcome<&kText, std::string>(R"("ab")")),
            "(1:1): expected at most 1 character, found 2 [s.json#/allOf/0/maxLength]");
}

TEST(Conforms, LooksAtAValueThatWasPassedOrIsAhead) {
  const std::string_view text = R"([5, {"a":[]} ])";
  Cursor in(text, 3);
  bool first = true;
  in.open('[');
  ASSERT_TRUE(in.step(']', first));
  in.peek();
  const char* const five = in.position();
  EXPECT_TRUE(conforms(in, five, kInRange));
  in.skip();
  EXPECT_TRUE(conforms(in, five, kInRange));
  EXPECT_FALSE(conforms(in, five, schema::string));
  ASSERT_TRUE(in.step(']', first));
  in.peek();
  EXPECT_TRUE(conforms(in, in.position(), schema::object));
  EXPECT_FALSE(conforms(in, in.position(), schema::array));
  EXPECT_TRUE(in.ok());
}

TEST(Conforms, LooksAtSomeOfTheKeywords) {
  static constexpr Child kBranches[] = {&kAtLeast2};
  static constexpr Schema kAll{.types = kString, .all_of = kRange, .any_of = kBranches};
  static constexpr Schema kOnlyOfIntegers{.types = kInteger, .all_of = kRange, .any_of = kBranches};
  const auto check = [](std::string_view text, const Schema& schema, Parts parts) {
    Reader in(text, 8);
    return conforms(in, in.begin(), schema, parts);
  };
  EXPECT_FALSE(check("5", kAll, Parts::All));
  EXPECT_TRUE(check("5", kAll, Parts::InPlace));
  EXPECT_FALSE(check("10", kAll, Parts::InPlace));
  EXPECT_TRUE(check("10", kAll, Parts::Choices));
  EXPECT_FALSE(check("1", kAll, Parts::Choices));
  EXPECT_TRUE(check("5", kOnlyOfIntegers, Parts::All));
  EXPECT_FALSE(check("5.5", kOnlyOfIntegers, Parts::All));
}

TEST(Conforms, FailsOnTextThatIsNotJson) {
  const std::string_view text = "[1,]";
  Reader in(text, 8);
  EXPECT_FALSE(conforms(in, in.begin(), schema::any));
  EXPECT_FALSE(conforms(in, in.begin(), schema::any, Parts::InPlace));
  EXPECT_TRUE(in.ok());
}

// ---- Whole schemas on text that no type describes

constexpr Value kFixed[] = {schema::Raw{R"({"a":[1,2.5]})"}, schema::Raw{"[]"}, nullptr, true};
constexpr Schema kOneOfFixed{.enumeration = kFixed};
constexpr Schema kFixedObject{.constant = schema::Raw{R"({"b":null,"a":1})"}};

TEST(FixedValues, AreComparedWhole) {
  const auto one = [](std::string_view text) { return outcome<&kOneOfFixed, Json>(text); };
  EXPECT_EQ(one(R"({"a" : [1.0, 25e-1]})"), R"({"a" : [1.0, 25e-1]})");
  EXPECT_EQ(one("[ ]"), "[ ]");
  EXPECT_EQ(one("null"), "null");
  EXPECT_EQ(one("true"), "true");
  EXPECT_EQ(one("[0]"),
            R"((1:1): expected {\"a\":[1,2.5]}, [], null or true, found an array [s.json#/enum])");
  EXPECT_EQ((outcome<&kFixedObject, Json>(R"({"a":1e0,"b":null})")), R"({"a":1e0,"b":null})");
  EXPECT_EQ((outcome<&kFixedObject, Json>(R"({"a":1})")),
            R"((1:1): expected {\"b\":null,\"a\":1}, found an object [s.json#/const])");
}

TEST(AnyJson, IsCheckedByAWholeSchema) {
  const auto json = [](std::string_view text) {
    return outcome<&sample::schema::parcel, Json>(text);
  };
  EXPECT_EQ(json(sample::kParcel), sample::kParcel);
  std::string wrong(sample::kParcel);
  wrong.replace(wrong.find("Bergen"), 6, "Kristiansund");
  EXPECT_EQ(json(wrong),
            "/stops/1/city (1:210): expected at most 8 characters, found 12 "
            "[parcel.json#/$defs/Stop/properties/city/maxLength]");
}

// Depth that only unions lead to: each level takes several frames of the walker.
extern const Schema kTree;
constexpr Property kTreeProperties[] = {{"next", &kTree}};
constexpr Schema kTreeObject{.types = kObject, .properties = kTreeProperties};
constexpr Child kTreeBranches[] = {&schema::integer, &kTreeObject};
constexpr Schema kTree{.any_of = kTreeBranches};

#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t kDeepest = 512;  // with it, frames are six times as large
#else
constexpr std::size_t kDeepest = 1024;
#endif

TEST(Recursion, HoldsThroughUnionsAtTheDeepestThatIsAllowed) {
  std::string text = "{}";
  std::string wrong = "[]";
  for (std::size_t i = 1; i < kDeepest; ++i) {
    text = R"({"next":)" + text + "}";
    wrong = R"({"next":)" + wrong + "}";
  }
  const Options deepest{.max_depth = kDeepest};
  EXPECT_EQ((outcome<&kTree, Json>(text, deepest)), text);
  // What it lacks follows, unless the unions around fill the report.
  constexpr std::string_view kRefusal =
      "(1:1): fits none of the 2 alternatives; number 2 comes closest";
  EXPECT_EQ((outcome<&kTree, Json>(wrong, deepest)).substr(0, kRefusal.size()), kRefusal);
}

}  // namespace
}  // namespace eventc
