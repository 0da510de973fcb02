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

/// Makes the outline of the object ahead, and of those in it.
void record(Cursor& in, Outlines& outlines) {
  in.peek();
  const char* const object = in.position();
  Outlines::Recording recording(&outlines);
  in.open('{');
  for (bool first = true; in.step('}', first);) {
    const StringToken name = in.read_key();
    const bool is_object = in.peek() == '{';
    const char* const value = in.position();
    if (is_object) {
      record(in, outlines);
    } else {
      in.skip();
    }
    recording.add({name, value, in.position()});
  }
  recording.keep(object, in.position());
}
bool rules_out(const Schema& schema, std::string_view text) {
  Cursor in(text, 8);
  const schema::Types type = in.peek_type();
  if (type != kObject) return Outline(type).rules_out(schema);
  Outlines outlines;
  record(in, outlines);
  return outlines.of(text.data()).rules_out(schema);
}

TEST(Outline, HoldsTheMembersOfAnObject) {
  const std::string_view text = R"({"a":1,"in":{"b":[ ],"c":{}},"\u0061":2} )";
  Cursor in(text, 8);
  Outlines outlines;
  record(in, outlines);
  const Outline outer = outlines.of(text.data());
  ASSERT_EQ(outer.size(), 3U);
  EXPECT_EQ(outer[1].name.raw(), "in");
  EXPECT_EQ(outer[1].text(), R"({"b":[ ],"c":{}})");
  EXPECT_EQ(outer.end(), text.data() + text.size() - 1);
  const Outline inner = outlines.of(outer[1].value);
  ASSERT_EQ(inner.size(), 2U);
  EXPECT_EQ(inner[0].text(), "[ ]");
  EXPECT_EQ(inner.find("c")->text(), "{}");
  EXPECT_EQ(inner.find("a"), nullptr);
  bool is_twice = false;
  EXPECT_EQ(outer.find("a", is_twice)->text(), "1");
  EXPECT_TRUE(is_twice);
  EXPECT_EQ(outer.find("in", is_twice)->value, outer[1].value);
  EXPECT_FALSE(is_twice);
}

TEST(Outlines, ForgetWhatIsNotKept) {
  const std::string_view text = R"({"a":1})";
  Outlines outlines;
  { Outlines::Recording(&outlines).add({{"a", false}, text.data() + 5, text.data() + 6}); }
  EXPECT_FALSE(outlines.of(text.data()).has_members());
  EXPECT_EQ(outlines.end_of(text.data()), nullptr);
  outlines.set_end(text.data(), text.data() + 7);
  EXPECT_FALSE(outlines.of(text.data()).has_members()) << "its end says nothing of its members";
  EXPECT_EQ(outlines.end_of(text.data()), text.data() + 7);
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
