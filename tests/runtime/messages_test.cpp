// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "runtime/outcome.hpp"

namespace eventc {
namespace {

using schema::kArray;
using schema::kBoolean;
using schema::kInteger;
using schema::kNull;
using schema::kObject;
using schema::kString;
using schema::Schema;
using schema::Value;

template <const Schema* S>
std::string message(std::string_view text) {
  const Report found = report(text, {S, "#"}, {});
  EXPECT_EQ(found.errors().size(), 1U) << found.to_string();
  return found.ok() ? "" : found.errors()[0].message;
}

constexpr Schema kTextOrNull{.types = kString | kNull};
constexpr Schema kScalars{.types = kInteger | kString | kBoolean | kNull};
constexpr Schema kParts{.types = kArray | kObject};

TEST(TypeMessages, ListWhatIsExpected) {
  EXPECT_EQ(message<&schema::null>("1"), "expected null, found a number");
  EXPECT_EQ(message<&schema::boolean>("null"), "expected true or false, found null");
  EXPECT_EQ(message<&schema::integer>("[]"), "expected an integer, found an array");
  EXPECT_EQ(message<&schema::number>("true"), "expected a number, found a boolean");
  EXPECT_EQ(message<&schema::string>("{}"), "expected a string, found an object");
  EXPECT_EQ(message<&kTextOrNull>("1.5"), "expected a string or null, found a number");
  EXPECT_EQ(message<&kScalars>("[]"),
            "expected an integer, a string, true or false or null, found an array");
  EXPECT_EQ(message<&kScalars>("1.5"),
            "expected an integer, a string, true or false or null, found a number with a fraction");
  EXPECT_EQ(message<&kParts>(R"("x")"), "expected an array or an object, found a string");
  EXPECT_EQ(message<&schema::nothing>("1"), "no value is allowed here");
}

constexpr Value kNine[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i"};
constexpr Schema kOneOfNine{.enumeration = kNine};
constexpr Value kTen[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
constexpr Schema kOneOfTen{.enumeration = kTen};
constexpr Value kOne[] = {true};
constexpr Schema kOneOfOne{.enumeration = kOne};

TEST(EnumMessages, ListSomeOfTheValues) {
  EXPECT_EQ(message<&kOneOfOne>("false"), "expected true, found false");
  EXPECT_EQ(message<&kOneOfNine>("1"),
            R"(expected "a", "b", "c", "d", "e", "f", "g", "h" or 1 other value, found 1)");
  EXPECT_EQ(message<&kOneOfTen>("0.5"),
            "expected 1, 2, 3, 4, 5, 6, 7, 8 or 2 other values, found 0.5");
}

TEST(FoundValues, AreShownAsWhatTheyAre) {
  EXPECT_EQ(message<&kOneOfOne>("null"), "expected true, found null");
  EXPECT_EQ(message<&kOneOfOne>("-1.50e+7"), "expected true, found -1.50e+7");
  EXPECT_EQ(message<&kOneOfOne>("[true]"), "expected true, found an array");
  EXPECT_EQ(message<&kOneOfOne>("{}"), "expected true, found an object");
  EXPECT_EQ(message<&kOneOfOne>(R"("\u00e4\n\"x\"")"),
            "expected true, found \"\xC3\xA4\\x0A\\\"x\\\"\"");
  EXPECT_EQ(message<&kOneOfOne>(std::string(50, '1')),
            "expected true, found " + std::string(40, '1') + "…");
  EXPECT_EQ(message<&kOneOfOne>("\"" + std::string(41, 'a') + "\""),
            "expected true, found \"" + std::string(40, 'a') + "…\"");
}

constexpr schema::Pattern kNever{"^[ä\n]+$", [](std::string_view) { return false; }};
constexpr Schema kByPattern{.types = kString, .pattern = &kNever};
constexpr schema::Pattern kQuoted{R"(^"\d+"$)", [](std::string_view) { return false; }};
constexpr Schema kByQuotedPattern{.types = kString, .pattern = &kQuoted};

TEST(PatternMessages, ShowThePatternAsTheSchemaHasIt) {
  EXPECT_EQ(message<&kByQuotedPattern>(R"("x")"),
            R"(expected text that matches ^"\d+"$, found "x")");
  EXPECT_EQ(message<&kByPattern>(R"("x")"),
            "expected text that matches ^[\xC3\xA4\\x0A]+$, found \"x\"");
}

constexpr std::string_view kOddNames[] = {"a\nb\"c"};
constexpr Schema kOddRequired{.required = kOddNames};

TEST(MemberMessages, EscapeNames) {
  EXPECT_EQ(message<&kOddRequired>("{}"), R"(a member is missing: "a\x0Ab\"c")");
}

constexpr Schema kCounted{
    .max_length = 1, .min_items = 1, .max_items = 2, .min_properties = 1, .max_properties = 1};

TEST(CountMessages, AgreeInNumber) {
  EXPECT_EQ(message<&kCounted>(R"("ab")"), "expected at most 1 character, found 2");
  EXPECT_EQ(message<&kCounted>("[]"), "expected at least 1 item, found 0");
  EXPECT_EQ(message<&kCounted>("[1,2,3]"), "expected at most 2 items, found 3");
  EXPECT_EQ(message<&kCounted>("{}"), "expected at least 1 member, found 0");
  EXPECT_EQ(message<&kCounted>(R"({"a":1,"b":2})"), "expected at most 1 member, found 2");
}

}  // namespace
}  // namespace eventc
