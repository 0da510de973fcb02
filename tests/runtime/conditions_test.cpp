// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "eventc/emitted/emitted.hpp"
#include "runtime/outcome.hpp"

// "not", and "if" with "then" and "else".

namespace eventc {
namespace {

using schema::Child;
using schema::Conditions;
using schema::kArray;
using schema::kInteger;
using schema::kObject;
using schema::kString;
using schema::Property;
using schema::Schema;
using schema::Value;
using test::outcome;
using test::violations;

// ---- not

constexpr Schema kShort{.max_length = 2};
constexpr Conditions kNotShort{.not_ = &kShort};
constexpr Schema kLong{.types = kString, .min_length = 1, .conditions = &kNotShort};

TEST(Not, RefusesWhatItsSchemaAccepts) {
  const auto read = [](std::string_view text) { return outcome<&kLong, std::string>(text); };
  EXPECT_EQ(read(R"("abc")"), R"("abc")");
  EXPECT_EQ(read(R"("ab")"), "(1:1): this fits the schema in \"not\", and must not [s.json#/not]");
}

TEST(Not, IsToldBesideOtherViolations) {
  EXPECT_EQ(violations<&kLong>(R"("")"),
            "(1:1): expected at least 1 character, found 0 [s.json#/minLength]\n"
            "(1:1): this fits the schema in \"not\", and must not [s.json#/not]\n");
}

TEST(Not, SaysNothingOfAValueThatHasTheWrongTypeForIt) {
  EXPECT_EQ(violations<&kLong>("1"),
            "(1:1): expected a string, found a number [s.json#/type]\n"
            "(1:1): this fits the schema in \"not\", and must not [s.json#/not]\n");
}

constexpr Conditions kNotNotInteger{.not_ = &schema::integer};
constexpr Schema kNoInteger{.conditions = &kNotNotInteger};
constexpr Conditions kDouble{.not_ = &kNoInteger};
constexpr Schema kTwice{.conditions = &kDouble};

TEST(Not, TwiceIsTheSchemaItself) {
  EXPECT_EQ((outcome<&kTwice, Json>("1.0")), "1.0");
  EXPECT_EQ((outcome<&kTwice, Json>("1.5")),
            "(1:1): this fits the schema in \"not\", and must not [s.json#/not]");
}

constexpr Conditions kNotAny{.not_ = &schema::any};
constexpr Schema kNever{.conditions = &kNotAny};
constexpr Conditions kNotNothing{.not_ = &schema::nothing};
constexpr Schema kAlways{.conditions = &kNotNothing};

TEST(Not, TurnsEverythingAndNothingAround) {
  for (const char* const text : {"null", "1", "\"a\"", "[]", "{}"}) {
    EXPECT_EQ(violations<&kNever>(text), "(1:1): no value is allowed here [s.json#/not]\n");
    EXPECT_EQ(violations<&kAlways>(text), "") << text;
  }
}

constexpr std::string_view kBoth[] = {"a", "b"};
constexpr Schema kHasBoth{.required = kBoth};
constexpr Conditions kNotBoth{.not_ = &kHasBoth};
constexpr Schema kEither{.types = kObject, .conditions = &kNotBoth};
constexpr Schema kItems{.types = kArray, .items = {&kEither, "s.json#/$defs/Either"}};

TEST(Not, LooksAtObjectsInArrays) {
  EXPECT_EQ(violations<&kItems>(R"([{"a":1},{"b":1},{}])"), "");
  EXPECT_EQ(
      violations<&kItems>(R"([{"a":1},
 {"b":1,"c":[{}],"a":2}])"),
      "/1 (2:2): the members \"a\" and \"b\" must not both be here [s.json#/$defs/Either/not]\n");
}

TEST(Not, IsRefusedWhereTheTextIsNoJson) {
  EXPECT_EQ((outcome<&kTwice, Json>("[1,]")), "/1 (1:4): expected a value");
}

// ---- if, then, else

constexpr Schema kBig{.minimum = 100};
constexpr Schema kTens{.multiple_of = 10};
constexpr Schema kWhole{.multiple_of = 1};
constexpr Conditions kByAmount{.if_ = &kBig, .then_ = &kTens, .else_ = &kWhole};
constexpr Schema kAmount{.types = schema::kNumber, .conditions = &kByAmount};

TEST(If, LetsThenDecideWhereItHolds) {
  const auto read = [](std::string_view text) { return outcome<&kAmount, double>(text); };
  EXPECT_EQ(read("110"), "110");
  EXPECT_EQ(read("105"), "(1:1): expected a multiple of 10, found 105 [s.json#/then/multipleOf]");
}

TEST(If, LetsElseDecideWhereItDoesNotHold) {
  const auto read = [](std::string_view text) { return outcome<&kAmount, double>(text); };
  EXPECT_EQ(read("99"), "99");
  EXPECT_EQ(read("9.5"), "(1:1): expected a multiple of 1, found 9.5 [s.json#/else/multipleOf]");
}

constexpr Conditions kOnlyThen{.if_ = &kBig, .then_ = &kTens};
constexpr Conditions kOnlyElse{.if_ = &kBig, .else_ = &kTens};
constexpr Conditions kOnlyIf{.if_ = &schema::nothing};
constexpr Schema kWithThen{.types = kInteger, .conditions = &kOnlyThen};
constexpr Schema kWithElse{.types = kInteger, .conditions = &kOnlyElse};
constexpr Schema kWithIf{.types = kInteger, .conditions = &kOnlyIf};

TEST(If, AsksNothingWhereItsBranchIsMissing) {
  EXPECT_EQ((outcome<&kWithThen, std::int64_t>("5")), "5");
  EXPECT_EQ((outcome<&kWithThen, std::int64_t>("105")),
            "(1:1): expected a multiple of 10, found 105 [s.json#/then/multipleOf]");
  EXPECT_EQ((outcome<&kWithElse, std::int64_t>("105")), "105");
  EXPECT_EQ((outcome<&kWithElse, std::int64_t>("5")),
            "(1:1): expected a multiple of 10, found 5 [s.json#/else/multipleOf]");
  EXPECT_EQ((outcome<&kWithIf, std::int64_t>("5")), "5");
}

constexpr Schema kIsCard{.constant = "card"};
constexpr Property kCardMethod[] = {{"method", &kIsCard}};
constexpr Schema kPaysByCard{.properties = kCardMethod};
constexpr std::string_view kCardMembers[] = {"number"};
constexpr Schema kHasNumber{.required = kCardMembers};
constexpr Property kNoNumber[] = {{"number", &schema::nothing}};
constexpr Schema kHasNoNumber{.properties = kNoNumber};
constexpr Conditions kByMethod{
    .if_ = &kPaysByCard, .then_ = {&kHasNumber, "card.json#"}, .else_ = &kHasNoNumber};
constexpr std::string_view kMethod[] = {"method"};
constexpr Schema kPayment{.types = kObject, .required = kMethod, .conditions = &kByMethod};
constexpr Schema kPayments{.types = kArray, .items = &kPayment};

TEST(If, TellsWhereThenAndElseStand) {
  EXPECT_EQ(violations<&kPayments>(
                R"([{"method":"card","number":1},{"method":"card"},{"method":"cash","number":1}])"),
            "/1 (1:31): a member is missing: \"number\" [card.json#/required]\n"
            "/2/number (1:75): the member \"number\" must not be here "
            "[s.json#/items/else/properties/number]\n");
  const Report report = eventc::report(R"([{"method":"card"}])", {&kPayments, "s.json#"}, {});
  ASSERT_EQ(report.errors().size(), 1U);
  EXPECT_EQ(report.errors()[0].keyword_location.path(), "/items/then/$ref/required");
}

TEST(If, HoldsForAMemberThatIsNotThere) {
  EXPECT_EQ(violations<&kPayment>("{}"),
            "(1:1): a member is missing: \"method\" [s.json#/required]\n"
            "(1:1): a member is missing: \"number\" [card.json#/required]\n");
}

}  // namespace
}  // namespace eventc
