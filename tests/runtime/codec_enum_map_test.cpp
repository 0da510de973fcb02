// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/codec_enum_map.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "runtime/outcome.hpp"

namespace eventc {
namespace {

using schema::Child;
using schema::Conditions;
using schema::kObject;
using schema::Schema;
using schema::Value;
using test::outcome;

enum class Level { Low, High, Quoted };

constexpr Value kLevels[] = {"low", "high", "a \"b\"", 1};
constexpr Schema kLevel{.enumeration = kLevels};
constexpr Conditions kByLevel{.property_names = &kLevel};
constexpr Schema kScores{.types = kObject,
                         .additional_properties = &schema::integer,
                         .min_properties = 1,
                         .max_properties = 2,
                         .conditions = &kByLevel};
constexpr Schema kAnything{.types = kObject, .conditions = &kByLevel};

std::string scores(std::string_view text) {
  return outcome<&kScores, EnumMap<Level, std::int64_t>>(text);
}

TEST(EnumMapCodec, ReadsNamesAsEnumerators) {
  EXPECT_EQ(scores(R"({"high":2,"low":1})"), R"({"low":1,"high":2})");
  EXPECT_EQ(scores(R"({"\u0061 \"b\"":1})"), R"({"a \"b\"":1})");
  EXPECT_EQ((outcome<&kAnything, EnumMap<Level, Json>>(R"({"high":null,"low":{"a" :1}})")),
            R"({"low":{"a" :1},"high":null})");
}

TEST(EnumMapCodec, RefusesOtherNames) {
  EXPECT_EQ(scores(R"({"low":1,"lo":2})"),
            "(1:10): the member's name \"lo\" is refused: expected \"low\", \"high\", \"a "
            "\\\"b\\\"\" or 1 "
            "[s.json#/propertyNames/enum]");
  EXPECT_EQ(
      scores(R"({"1":1})"),
      "(1:2): the member's name \"1\" is refused: expected \"low\", \"high\", \"a \\\"b\\\"\" or 1 "
      "[s.json#/propertyNames/enum]");
}

TEST(EnumMapCodec, ChecksValuesAndTheirNumber) {
  EXPECT_EQ(scores("{}"), "(1:1): expected at least 1 member, found 0 [s.json#/minProperties]");
  EXPECT_EQ(scores(R"({"low":1,"high":2,"a \"b\"":3})"),
            "(1:1): expected at most 2 members, found 3 [s.json#/maxProperties]");
  EXPECT_EQ(scores(R"({"low":"1"})"),
            "/low (1:8): expected an integer, found a string "
            "[s.json#/additionalProperties/type]");
  EXPECT_EQ(scores("[]"), "(1:1): expected an object, found an array [s.json#/type]");
}

TEST(EnumMapCodec, RefusesANameThatIsGivenTwice) {
  EXPECT_EQ(scores(R"({"low":1,"\u006cow":1})"), "(1:1): a member is given twice");
}

TEST(EnumMapCodec, IsReplacedWhenItIsReadAgain) {
  Reader in(R"({"low":1})", 8);
  EnumMap<Level, std::int64_t> map{{Level::High, 7}};
  in.finish(read_value<&kScores>(in, in.begin(), map));
  EXPECT_EQ(map, (EnumMap<Level, std::int64_t>{{Level::Low, 1}}));
}

TEST(EnumMapCodec, WritesNoEnumeratorThatTheSchemaDoesNotHave) {
  const auto write = [](Level level) {
    const Result<std::string> json =
        write_document<&kScores>(EnumMap<Level, std::int64_t>{{level, 1}});
    return json ? *json : json.error().to_string();
  };
  EXPECT_EQ(write(Level::Quoted), R"({"a \"b\"":1})");
  EXPECT_EQ(write(static_cast<Level>(3)), "(1:1): an enumeration has no such value");
  EXPECT_EQ(write(static_cast<Level>(-1)), "(1:1): an enumeration has no such value");
}

// What else asks for the whole value is checked on its text.

constexpr schema::Dependent kHighNeedsLow[] = {{"high", "low"}};
constexpr Conditions kDependent{.property_names = &kLevel, .dependent_required = kHighNeedsLow};
constexpr Schema kDependentScores{.types = kObject, .conditions = &kDependent};
constexpr Schema kOfOne{.max_properties = 1};
constexpr Child kAlsoOfOne[] = {&kOfOne};
constexpr Schema kShape{.types = kObject, .all_of = kAlsoOfOne, .conditions = &kByLevel};

static_assert(!has_in_place_beside_names(kScores));
static_assert(has_in_place_beside_names(kDependentScores) && has_in_place_beside_names(kShape));

TEST(EnumMapCodec, AsksTheOtherKeywordsThatNeedTheWholeValue) {
  const auto dependent = [](std::string_view text) {
    return outcome<&kDependentScores, EnumMap<Level, Json>>(text);
  };
  EXPECT_EQ(dependent(R"({"high":1,"low":2})"), R"({"low":2,"high":1})");
  EXPECT_EQ(
      dependent(R"({"high":1})"),
      "(1:1): a member is missing: \"low\", which belongs to \"high\" [s.json#/dependentRequired]");
  EXPECT_EQ((outcome<&kShape, EnumMap<Level, Json>>(R"({"high":1,"low":2})")),
            "(1:1): expected at most 1 member, found 2 [s.json#/allOf/0/maxProperties]");
}

}  // namespace
}  // namespace eventc
