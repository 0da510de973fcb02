// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "runtime/outcome.hpp"

// What is said where "not" refuses a value, and of the items that "contains" looks for: the schema
// in words, where they are few.

namespace eventc {
namespace {

using schema::Child;
using schema::Conditions;
using schema::kInteger;
using schema::kNull;
using schema::kObject;
using schema::kString;
using schema::Property;
using schema::Schema;
using schema::Value;

template <const Schema* S>
struct Not {
  static constexpr Conditions kConditions{.not_ = S};
  static constexpr Schema kSchema{.conditions = &kConditions};

  static std::string refuses(std::string_view text) {
    const Report found = report(text, {&kSchema, "#"}, {});
    EXPECT_EQ(found.errors().size(), 1U) << found.to_string();
    return found.ok() ? "" : found.errors()[0].message;
  }
};

constexpr Schema kTextOrNull{.types = kString | kNull};

TEST(NotMessages, NameTheTypeThatIsExcluded) {
  EXPECT_EQ(Not<&schema::string>::refuses(R"("a")"), "expected anything but a string");
  EXPECT_EQ(Not<&schema::integer>::refuses("1.0"), "expected anything but an integer");
  EXPECT_EQ(Not<&schema::object>::refuses("{}"), "expected anything but an object");
  EXPECT_EQ(Not<&kTextOrNull>::refuses("null"), "expected anything but a string or null");
}

constexpr Value kLetters[] = {"a", "b"};
constexpr Schema kLetter{.types = kString, .enumeration = kLetters};
constexpr Schema kA{.constant = "a"};
constexpr Schema kOne{.constant = 1};
constexpr Schema kOpen{.enumeration = kLetters, .open = true};

TEST(NotMessages, NameTheValueThatIsExcluded) {
  EXPECT_EQ(Not<&kA>::refuses(R"("a")"), R"(expected anything but "a")");
  EXPECT_EQ(Not<&kOne>::refuses("1.0"), "expected anything but 1");
  EXPECT_EQ(Not<&kLetter>::refuses(R"("b")"), R"(expected anything but "a" or "b")");
  EXPECT_EQ(Not<&kOpen>::refuses(R"("c")"), R"(this fits the schema in "not", and must not)");
}

constexpr std::string_view kNameA[] = {"a"};
constexpr std::string_view kNamesAb[] = {"a", "b"};
constexpr std::string_view kNamesAbc[] = {"a", "b", "c"};
constexpr Schema kHasA{.required = kNameA};
constexpr Schema kHasAb{.types = kObject, .required = kNamesAb};
constexpr Schema kHasAbc{.required = kNamesAbc};
constexpr Property kKindIsA[] = {{"kind", &kA, true}};
constexpr Schema kIsA{.properties = kKindIsA};
constexpr Property kKindMayBeA[] = {{"kind", &kA}};
constexpr Schema kMayBeA{.properties = kKindMayBeA};

TEST(NotMessages, NameTheMembersThatAreExcluded) {
  EXPECT_EQ(Not<&kHasA>::refuses(R"({"a":1})"), R"(the member "a" must not be here)");
  EXPECT_EQ(Not<&kHasAb>::refuses(R"({"a":1,"b":2})"),
            R"(the members "a" and "b" must not both be here)");
  EXPECT_EQ(Not<&kHasAbc>::refuses(R"({"a":1,"b":2,"c":3})"),
            R"(the members "a", "b" and "c" must not all be here)");
  EXPECT_EQ(Not<&kIsA>::refuses(R"({"kind":"a"})"), R"(the member "kind" must not be "a")");
}

TEST(NotMessages, DoNotTakeAnObjectsMembersForWhatElseFits) {
  EXPECT_EQ(Not<&kHasA>::refuses("1"), R"(this fits the schema in "not", and must not)");
  EXPECT_EQ(Not<&kIsA>::refuses("[]"), R"(this fits the schema in "not", and must not)");
  EXPECT_EQ(Not<&kMayBeA>::refuses("{}"), R"(this fits the schema in "not", and must not)");
}

constexpr Schema kShort{.types = kString, .max_length = 2};
constexpr Schema kBig{.minimum = 100};
constexpr Child kAorB[] = {&kA, &kHasA};
constexpr Schema kEither{.any_of = kAorB};

TEST(NotMessages, SaySoWhereTheSchemaIsLonger) {
  EXPECT_EQ(Not<&kShort>::refuses(R"("a")"), R"(this fits the schema in "not", and must not)");
  EXPECT_EQ(Not<&kBig>::refuses("100"), R"(this fits the schema in "not", and must not)");
  EXPECT_EQ(Not<&kEither>::refuses(R"("a")"), R"(this fits the schema in "not", and must not)");
  EXPECT_EQ(Not<&schema::any>::refuses("1"), "no value is allowed here");
}

template <const Schema* S, std::uint32_t kMin = 1, std::uint32_t kMax = schema::kUnlimited>
struct Contains {
  static constexpr Conditions kConditions{
      .contains = S, .min_contains = kMin, .max_contains = kMax};
  static constexpr Schema kSchema{.conditions = &kConditions};

  static std::string refuses(std::string_view text) {
    const Report found = report(text, {&kSchema, "#"}, {});
    EXPECT_EQ(found.errors().size(), 1U) << found.to_string();
    return found.ok() ? "" : found.errors()[0].message;
  }
};

TEST(ContainsMessages, TellTheItemsThatAreWanted) {
  EXPECT_EQ(Contains<&schema::string>::refuses("[1]"),
            "expected at least 1 item that is a string, found 0");
  EXPECT_EQ((Contains<&kTextOrNull, 2>::refuses("[1]")),
            "expected at least 2 items that are each a string or null, found 0");
  EXPECT_EQ((Contains<&kA, 2>::refuses(R"(["a"])")),
            R"(expected at least 2 items that are "a", found 1)");
  EXPECT_EQ((Contains<&kLetter, 0, 1>::refuses(R"(["a","b"])")),
            R"(expected at most 1 item that is "a" or "b", found 2)");
  EXPECT_EQ(Contains<&schema::any>::refuses("[]"), "expected at least 1 item, found 0");
  EXPECT_EQ(Contains<&kBig>::refuses("[1]"),
            R"(expected at least 1 item like that in "contains", found 0)");
}

}  // namespace
}  // namespace eventc
