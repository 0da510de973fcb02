// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "runtime/outcome.hpp"

// What is said where a schema is `false`: it depends on the keyword that has it.

namespace eventc {
namespace {

using schema::Child;
using schema::Conditions;
using schema::nothing;
using schema::PatternProperty;
using schema::Property;
using schema::Schema;
using test::violations;

TEST(NothingMessages, OfAWholePayload) {
  EXPECT_EQ(violations<&nothing>("1"), "(1:1): no value is allowed here [s.json#]\n");
}

constexpr Property kNoNumber[] = {{"card/number", &nothing},
                                  {"items", {&nothing, "s.json#/never"}}};
constexpr Schema kWithout{.properties = kNoNumber};

TEST(NothingMessages, OfADeclaredMember) {
  EXPECT_EQ(violations<&kWithout>(R"({"card/number":1,"items":2})"),
            "/card~1number (1:16): the member \"card/number\" must not be here "
            "[s.json#/properties/card~1number]\n"
            "/items (1:26): the member \"items\" must not be here [s.json#/never]\n");
}

bool is_private(std::string_view text) { return text.starts_with("_"); }
constexpr schema::Pattern kPrivate{"^_", is_private};
constexpr PatternProperty kNoPrivate[] = {{&kPrivate, &nothing}};
constexpr Schema kPublic{.pattern_properties = kNoPrivate};

TEST(NothingMessages, OfMembersByTheirNames) {
  EXPECT_EQ(violations<&kPublic>(R"({"_a":1})"),
            "/_a (1:7): no member whose name matches ^_ may be here "
            "[s.json#/patternProperties/^_]\n");
}

constexpr Child kOneItem[] = {&schema::any};
constexpr Child kSecondIsNone[] = {&schema::any, &nothing};
constexpr Schema kPair{.items = &nothing, .prefix_items = kOneItem};
constexpr Schema kOldPair{.items = &nothing, .prefix_items = kOneItem, .items_list = true};
constexpr Schema kNoItems{.items = &nothing};
constexpr Schema kNoSecond{.prefix_items = kSecondIsNone};

TEST(NothingMessages, OfItems) {
  EXPECT_EQ(violations<&kPair>("[1,2]"),
            "/1 (1:4): no further items are allowed [s.json#/items]\n");
  EXPECT_EQ(violations<&kOldPair>("[1,2]"),
            "/1 (1:4): no further items are allowed [s.json#/additionalItems]\n");
  EXPECT_EQ(violations<&kNoItems>("[1]"), "/0 (1:2): no items are allowed [s.json#/items]\n");
  EXPECT_EQ(violations<&kNoSecond>("[1,2]"),
            "/1 (1:4): no further items are allowed [s.json#/prefixItems/1]\n");
}

constexpr Property kNever[] = {{"x", &nothing}};
constexpr Conditions kDependent{.dependent_schemas = kNever};
constexpr Schema kNeverX{.conditions = &kDependent};
constexpr Property kNoZ[] = {{"z", &nothing}};
constexpr Schema kHasNoZ{.properties = kNoZ};
constexpr Property kNoZBesideX[] = {{"x", &kHasNoZ}};
constexpr Conditions kEachOther{.dependent_schemas = kNoZBesideX};
constexpr Schema kXorZ{.conditions = &kEachOther};

TEST(NothingMessages, OfMembersThatOthersForbid) {
  EXPECT_EQ(violations<&kNeverX>(R"({"x":1})"),
            "(1:1): the member \"x\" must not be here [s.json#/dependentSchemas/x]\n");
  EXPECT_EQ(violations<&kXorZ>(R"({"x":1,"z":2})"),
            "/z (1:12): no member \"z\" may be here beside \"x\" "
            "[s.json#/dependentSchemas/x/properties/z]\n");
}

constexpr Schema kBig{.minimum = 100};
constexpr Conditions kThenNothing{.if_ = &kBig, .then_ = &nothing};
constexpr Conditions kElseNothing{.if_ = &kBig, .else_ = &nothing};
constexpr Schema kNotBig{.conditions = &kThenNothing};
constexpr Schema kOnlyBig{.conditions = &kElseNothing};

TEST(NothingMessages, OfThenAndElse) {
  EXPECT_EQ(violations<&kNotBig>("100"),
            "(1:1): this fits the schema in \"if\", and \"then\" allows nothing [s.json#/then]\n");
  EXPECT_EQ(violations<&kOnlyBig>("1"),
            "(1:1): this does not fit the schema in \"if\", and \"else\" allows nothing "
            "[s.json#/else]\n");
}

constexpr Child kAllNothing[] = {&nothing};
constexpr Schema kInAllOf{.all_of = kAllNothing};
constexpr Property kByAllOf[] = {{"a", &kInAllOf}};
constexpr Schema kNoA{.properties = kByAllOf};

TEST(NothingMessages, LookThroughWhatAppliesToTheSameValue) {
  EXPECT_EQ(violations<&kNoA>(R"({"a":1})"),
            "/a (1:6): the member \"a\" must not be here [s.json#/properties/a/allOf/0]\n");
}

}  // namespace
}  // namespace eventc
