// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string_view>

#include "eventc/emitted/emitted.hpp"
#include "runtime/outcome.hpp"

// An object that several schemas apply to is read once: the others find its members by name.

namespace eventc {
namespace {

using schema::Child;
using schema::Conditions;
using schema::kObject;
using schema::Property;
using schema::Schema;
using schema::Value;
using test::violations;

constexpr std::string_view kNeeded[] = {"c"};
constexpr Property kFewProperties[] = {{"b", &schema::integer},
                                       {"a", &schema::string, schema::kRequired}};
constexpr Schema kFew{.properties = kFewProperties, .required = kNeeded};
constexpr Child kAllOfFew[] = {&kFew};
constexpr Schema kTold{.types = kObject, .all_of = kAllOfFew};

TEST(KnownMembers, AreToldOfInTheOrderOfTheText) {
  EXPECT_EQ(violations<&kTold>(R"({"a":"x","b":1,"c":null})"), "");
  EXPECT_EQ(violations<&kTold>(R"({"a":1,"c":2,"b":"x"})"),
            "/a (1:6): expected a string, found a number [s.json#/allOf/0/properties/a/type]\n"
            "/b (1:18): expected an integer, found a string "
            "[s.json#/allOf/0/properties/b/type]\n");
  EXPECT_EQ(violations<&kTold>(R"({"b":"x"})"),
            "(1:1): a member is missing: \"a\" [s.json#/allOf/0/required]\n"
            "(1:1): a member is missing: \"c\" [s.json#/allOf/0/required]\n"
            "/b (1:6): expected an integer, found a string [s.json#/allOf/0/properties/b/type]\n");
}

TEST(KnownMembers, AreFoundWhereTheirNamesHaveEscapes) {
  EXPECT_EQ(violations<&kTold>(R"({"\u0061":"x","\u0063":0})"), "");
  EXPECT_EQ(violations<&kTold>(R"({"\u0061":1,"c":0})"),
            "/a (1:11): expected a string, found a number [s.json#/allOf/0/properties/a/type]\n");
}

TEST(KnownMembers, AreNotThereTwice) {
  EXPECT_EQ(violations<&kTold>(R"({"a":"x","a":"y","c":0})"),
            "/a (1:14): a member is given twice\n");
  EXPECT_EQ(violations<&kTold>(R"({"a":"x","c":0,"c":0})"), "/c (1:20): a member is given twice\n");
  EXPECT_EQ(violations<&kTold>(R"({"a":"x","c":0,"d":0,"d":0})"), "") << "nobody asks for it";
}

constexpr Value kKinds[] = {"cat"};
constexpr Schema kCat{.enumeration = kKinds};
constexpr Property kCatProperties[] = {{"kind", &kCat}};
constexpr Schema kIsCat{.properties = kCatProperties};
constexpr Property kLivesProperties[] = {{"lives", &schema::integer, schema::kRequired}};
constexpr Schema kHasLives{.properties = kLivesProperties};
constexpr std::string_view kTricks[] = {"tricks"};
constexpr Schema kHasTricks{.required = kTricks};
constexpr Conditions kByKind{.if_ = &kIsCat, .then_ = &kHasLives, .else_ = &kHasTricks};
constexpr Schema kPet{.conditions = &kByKind};
constexpr Child kPets[] = {&kPet, {&kPet, "s.json#/$defs/pet"}};
constexpr Schema kTwicePet{.all_of = kPets};
constexpr Property kInProperties[] = {{"in", &kTwicePet}};
constexpr Schema kPetInside{.properties = kInProperties, .all_of = kPets};

TEST(KnownMembers, DecideConditions) {
  EXPECT_EQ(violations<&kPet>(R"({"kind":"cat","lives":9})"), "");
  EXPECT_EQ(violations<&kPet>(R"({"lives":9})"), "") << "without a kind it is a cat";
  EXPECT_EQ(violations<&kPet>(R"({"tricks":[],"kind":"dog"})"), "");
  EXPECT_EQ(violations<&kPet>(R"({"kind":"dog","lives":9})"),
            "(1:1): a member is missing: \"tricks\" [s.json#/else/required]\n");
  EXPECT_EQ(violations<&kPet>(R"({"kind":"cat","kind":"cat","tricks":0})"), "")
      << "who gives it twice is no cat";
}

TEST(KnownMembers, AreThoseOfObjectsInsideOfOthersToo) {
  EXPECT_EQ(violations<&kPetInside>(R"({"in":{"in":{},"lives":1},"lives":9})"), "");
  EXPECT_EQ(violations<&kPetInside>(R"({"in":{"lives":"x"},"kind":"dog","tricks":{}})"),
            "/in/lives (1:16): expected an integer, found a string "
            "[s.json#/properties/in/allOf/0/then/properties/lives/type]\n")
      << "it is told once";
}

constexpr Conditions kNoOthers{.unevaluated_properties = &schema::nothing};
constexpr Schema kClosed{.types = kObject, .all_of = kAllOfFew, .conditions = &kNoOthers};

TEST(KnownMembers, AreEvaluatedWhereTheyAreProperties) {
  EXPECT_EQ(violations<&kClosed>(R"({"a":"x","b":1,"c":0})"),
            "/c (1:16): this member is not declared where it stands, and no others are allowed "
            "[s.json#/unevaluatedProperties]\n");
}

}  // namespace
}  // namespace eventc
