// SPDX-License-Identifier: Apache-2.0
#include "outline.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "eventc/emitted/cursor.hpp"
#include "eventc/schema.hpp"

namespace eventc {
namespace {

using schema::Child;
using schema::kObject;
using schema::kString;
using schema::Property;
using schema::Schema;
using schema::Value;

Outline outline_of(std::string_view text) {
  Cursor in(text, 8);
  Outline outline(in.peek_type());
  if (in.peek() != '{') return outline;
  in.open('{');
  for (bool first = true; in.step('}', first);) {
    const StringToken name = in.read_key();
    outline.add(name, in.skip());
  }
  return outline;
}
bool rules_out(const Schema& schema, std::string_view text) {
  return outline_of(text).rules_out(schema);
}

constexpr Schema kText{.types = kString};
constexpr Value kKinds[] = {"cat", "dog"};
constexpr Schema kKind{.types = kString, .enumeration = kKinds};
constexpr Schema kOpenKind{.types = kString, .enumeration = kKinds, .open = true};
constexpr Schema kOne{.constant = 1};
constexpr Property kProperties[] = {
    {"kind", &kKind}, {"open", &kOpenKind}, {"one", &kOne}, {"id", &kText, true}};
constexpr Schema kPet{.types = kObject, .properties = kProperties};
constexpr std::string_view kNames[] = {"undeclared"};
constexpr Schema kNamed{.required = kNames};

TEST(Outline, RulesOutOtherTypes) {
  EXPECT_TRUE(rules_out(kText, "1"));
  EXPECT_TRUE(rules_out(kPet, R"("a")"));
  EXPECT_FALSE(rules_out(kText, R"("a")"));
  EXPECT_FALSE(rules_out(schema::integer, "1.5")) << "what a number is, is not looked at";
}

TEST(Outline, RulesOutObjectsThatLackAMember) {
  EXPECT_TRUE(rules_out(kPet, "{}"));
  EXPECT_FALSE(rules_out(kPet, R"({"id":"a"})"));
  EXPECT_FALSE(rules_out(kPet, R"({"\u0069d":"a"})"));
  EXPECT_TRUE(rules_out(kNamed, R"({"id":1})"));
  EXPECT_FALSE(rules_out(kNamed, R"({"undeclared":1})"));
  EXPECT_FALSE(rules_out(kNamed, "1")) << "only objects need it";
}

TEST(Outline, RulesOutOtherConstantsAndEnumerations) {
  EXPECT_TRUE(rules_out(kPet, R"({"id":"a","kind":"cow"})"));
  EXPECT_TRUE(rules_out(kPet, R"({"id":"a","one":2})"));
  EXPECT_FALSE(rules_out(kPet, R"({"id":"a","kind":"\u0063at","one":1.0})"));
  EXPECT_FALSE(rules_out(kPet, R"({"id":"a","open":"cow"})"));
  EXPECT_FALSE(rules_out(kPet, R"({"id":"a","kind":{}})")) << "nothing is said of parts";
}

constexpr Child kAll[] = {&kText, &kPet};
constexpr Schema kByAllOf{.all_of = kAll};
constexpr Schema kByRef{.ref = &kPet};
constexpr Child kEither[] = {&kPet, &kNamed};
constexpr Schema kByAnyOf{.any_of = kEither};
constexpr Schema kByOneOf{.one_of = kEither};

TEST(Outline, AsksTheSchemasThatAnotherIsMadeOf) {
  EXPECT_TRUE(rules_out(kByAllOf, R"({"id":"a"})"));
  EXPECT_TRUE(rules_out(kByRef, "{}"));
  EXPECT_FALSE(rules_out(kByRef, R"({"id":"a"})"));
  EXPECT_TRUE(rules_out(kByAnyOf, "{}"));
  EXPECT_FALSE(rules_out(kByAnyOf, R"({"undeclared":1})"));
  EXPECT_TRUE(rules_out(kByOneOf, "{}"));
  EXPECT_FALSE(rules_out(kByOneOf, R"({"undeclared":1,"id":"a"})"));
}

extern const Schema kLoop;
constexpr Child kAgain[] = {&kLoop, &kLoop};
constexpr Schema kLoop{.all_of = kAgain};

TEST(Outline, SaysNothingWhereTooManySchemasAreAsked) { EXPECT_FALSE(rules_out(kLoop, "{}")); }

TEST(Outline, SaysNothingOfObjectsWithVeryManyMembers) {
  std::string text = "{";
  for (int i = 0; i < 64; ++i) text += "\"m" + std::to_string(i) + "\":1,";
  EXPECT_TRUE(rules_out(kNamed, text.substr(0, text.size() - 1) + "}"));
  EXPECT_FALSE(rules_out(kNamed, text + R"("last":1})"));
}

}  // namespace
}  // namespace eventc
