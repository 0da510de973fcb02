// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "eventc/emitted/emitted.hpp"
#include "eventc/map.hpp"
#include "runtime/outcome.hpp"

namespace eventc {
namespace {

using schema::Conditions;
using schema::kObject;
using schema::Property;
using schema::Schema;
using schema::Value;
using test::outcome;
using test::violations;

constexpr Schema kShort{.max_length = 2};
constexpr Conditions kShortNames{.property_names = &kShort};
constexpr Schema kMap{
    .types = kObject, .additional_properties = &schema::integer, .conditions = &kShortNames};

TEST(PropertyNames, AreCheckedAsStrings) {
  const auto read = [](std::string_view text) { return outcome<&kMap, Map<std::int64_t>>(text); };
  EXPECT_EQ(read(R"({"a":1,"ab":2})"), R"({"a":1,"ab":2})");
  EXPECT_EQ(read("{}"), "{}");
  EXPECT_EQ(read(R"({"\u00e4\u00f6":1})"), "{\"\xC3\xA4\xC3\xB6\":1}");
  EXPECT_EQ(read(R"({"a":1, "abc":2})"),
            "(1:9): the member's name \"abc\" is refused: expected at most 2 characters, found 3 "
            "[s.json#/propertyNames/maxLength]");
}

TEST(PropertyNames, OfAllMembersAreCheckedWhateverTheirValues) {
  EXPECT_EQ(violations<&kMap>(R"({"abc":"x",
 "abcd":1})"),
            "(1:2): the member's name \"abc\" is refused: expected at most 2 characters, found 3 "
            "[s.json#/propertyNames/maxLength]\n"
            "/abc (1:8): expected an integer, found a string "
            "[s.json#/additionalProperties/type]\n"
            "(2:2): the member's name \"abcd\" is refused: expected at most 2 characters, found 4 "
            "[s.json#/propertyNames/maxLength]\n");
}

constexpr Property kDeclared[] = {{"identity", &schema::string}};
constexpr Schema kObjectOfShort{
    .types = kObject, .properties = kDeclared, .conditions = &kShortNames};

TEST(PropertyNames, OfDeclaredMembersAreCheckedToo) {
  EXPECT_EQ(violations<&kObjectOfShort>(R"({"identity":"x"})"),
            "(1:2): the member's name \"identity\" is refused: expected at most 2 characters, "
            "found 8 [s.json#/propertyNames/maxLength]\n");
}

constexpr Value kDays[] = {"mon", "tue"};
constexpr Schema kDay{.types = schema::kString, .enumeration = kDays};
constexpr Conditions kDayNames{.property_names = {&kDay, "day.json#"}};
constexpr Schema kByDay{.types = kObject, .conditions = &kDayNames};
constexpr Conditions kNoNames{.property_names = &schema::nothing};
constexpr Schema kEmpty{.types = kObject, .conditions = &kNoNames};
constexpr Conditions kNumericNames{.property_names = &schema::integer};
constexpr Schema kNumbered{.types = kObject, .conditions = &kNumericNames};

TEST(PropertyNames, MayBeOneOfAFewOrNone) {
  EXPECT_EQ(violations<&kByDay>(R"({"mon":1,"tu\u0065":2})"), "");
  EXPECT_EQ(violations<&kByDay>(R"({"sun":1})"),
            "(1:2): the member's name \"sun\" is refused: expected \"mon\" or \"tue\" "
            "[day.json#/enum]\n");
  EXPECT_EQ(violations<&kEmpty>("{}"), "");
  EXPECT_EQ(violations<&kEmpty>(R"({"a":1})"),
            "(1:2): the member's name \"a\" is refused: no members are allowed "
            "[s.json#/propertyNames]\n");
}

TEST(PropertyNames, AreNoNumbers) {
  EXPECT_EQ(violations<&kNumbered>(R"({"1":1})"),
            "(1:2): the member's name \"1\" is refused: expected an integer, found a string "
            "[s.json#/propertyNames/type]\n");
}

TEST(PropertyNames, AreNotQuotedWhereThePayloadMustNotBe) {
  EXPECT_EQ(violations<&kByDay>(R"({"sun":1})", {.quote_payload = false}),
            "(1:2): a member's name is refused: expected \"mon\" or \"tue\" [day.json#/enum]\n");
}

constexpr Conditions kBoth{.property_names = &kShort, .dependent_required = {}};
constexpr Schema kWithNames{
    .types = kObject, .additional_properties = &schema::integer, .conditions = &kBoth};
constexpr Property kOuter[] = {{"in", &kWithNames}};
constexpr Schema kNested{.types = kObject, .properties = kOuter};

TEST(PropertyNames, AreToldAtTheObjectThatHasThem) {
  const std::string_view text = R"({"in":{"abc":"x"}})";
  const Report found = report(text, {&kNested, "s.json#"}, {});
  ASSERT_EQ(found.errors().size(), 2U);
  EXPECT_EQ(found.errors()[0].instance_location, "/in");
  EXPECT_EQ(found.errors()[0].keyword_location.path(), "/properties/in/propertyNames/maxLength");
  EXPECT_EQ(found.errors()[1].message, "expected an integer, found a string");
}

TEST(PropertyNames, SayNothingOfOtherThanObjects) {
  static constexpr Schema kAnything{.conditions = &kNoNames};
  for (const char* const text : {"1", "[1]", "\"abc\"", "null"})
    EXPECT_EQ(violations<&kAnything>(text), "") << text;
}

}  // namespace
}  // namespace eventc
