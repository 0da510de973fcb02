// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "eventc/emitted/codec_union.hpp"
#include "eventc/emitted/emitted.hpp"
#include "runtime/outcome.hpp"

// A union whose branches each require a member of their own, recursive and by hand in the form of
// emitted code.

namespace eventc::own_member {
namespace {

using schema::Case;
using schema::Child;
using schema::kArray;
using schema::kNull;
using schema::kObject;
using schema::kString;
using schema::OwnMember;
using schema::Property;
using schema::Schema;
using schema::Selector;
using test::outcome;
using test::violations;

// ---- The tables

extern const Schema kValue;
constexpr Schema kValues{.types = kArray, .items = &kValue};
constexpr Property kTextProperties[] = {{"S", &schema::string, true}, {"next", &kValues}};
constexpr Schema kText{.types = kObject, .properties = kTextProperties};
constexpr Property kNumberProperties[] = {
    {"N", &schema::integer, true}, {"next", &kValues}, {"L", &schema::any}};
constexpr Schema kNumber{.types = kObject, .properties = kNumberProperties};
constexpr Property kListProperties[] = {{"L", &kValues, true}};
constexpr Schema kList{.types = kObject, .properties = kListProperties};
constexpr Child kBranches[] = {&kText, &kNumber, &kList};
constexpr OwnMember kOwnMembers[] = {{"S", 0}, {"N", 1}, {"L", 2}};
constexpr Selector kByMember{.by_member = kOwnMembers};
constexpr Schema kValue{.one_of = kBranches, .select = &kByMember};
constexpr Schema kAnyValue{.any_of = kBranches, .select = &kByMember};

constexpr Child kMixedBranches[] = {&schema::null, &kText, &schema::string, &kList};
constexpr Case kMixedTypes[] = {{kNull, 0}, {kString, 2}};
constexpr OwnMember kMixedMembers[] = {{"S", 1}, {"L", 3}};
constexpr Selector kByTypeOrMember{.by_type = kMixedTypes, .by_member = kMixedMembers};
constexpr Schema kMixed{.one_of = kMixedBranches, .select = &kByTypeOrMember, .null_branch = 0};

/// The same without selectors: every branch is tried.
namespace trial {

extern const Schema kValue;
constexpr Schema kValues{.types = kArray, .items = &kValue};
constexpr Property kTextProperties[] = {{"S", &schema::string, true}, {"next", &kValues}};
constexpr Schema kText{.types = kObject, .properties = kTextProperties};
constexpr Property kNumberProperties[] = {
    {"N", &schema::integer, true}, {"next", &kValues}, {"L", &schema::any}};
constexpr Schema kNumber{.types = kObject, .properties = kNumberProperties};
constexpr Property kListProperties[] = {{"L", &kValues, true}};
constexpr Schema kList{.types = kObject, .properties = kListProperties};
constexpr Child kBranches[] = {&kText, &kNumber, &kList};
constexpr Schema kValue{.one_of = kBranches};
constexpr Schema kAnyValue{.any_of = kBranches};

}  // namespace trial

// ---- The types

struct Value;

struct List {
  std::vector<Value> l;
  bool operator==(const List&) const = default;
};
struct Text {
  std::string s;
  std::optional<std::vector<Value>> next;
  bool operator==(const Text&) const = default;
};
struct Number {
  std::int64_t n = 0;
  std::optional<std::vector<Value>> next;
  std::optional<Json> l;
  bool operator==(const Number&) const = default;
};
struct Value {
  std::variant<Text, Number, List> value;
  bool operator==(const Value&) const = default;
};

const char* read(Reader& in, const char* at, Value& out);
const char* read(Reader& in, const char* at, Text& out);
const char* read(Reader& in, const char* at, Number& out);
const char* read(Reader& in, const char* at, List& out);
void write(Writer& out, const Value& value);
void write(Writer& out, const Text& value);
void write(Writer& out, const Number& value);
void write(Writer& out, const List& value);

const char* read(Reader& in, const char* at, Value& out) {
  return read_value<&kValue>(in, at, out.value);
}
const char* read(Reader& in, const char* at, Text& out) {
  ObjectReader<&kText> object(in, at);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.read<0>(out.s);
        break;
      case 1:
        object.read<1>(out.next);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}
const char* read(Reader& in, const char* at, Number& out) {
  ObjectReader<&kNumber> object(in, at);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.read<0>(out.n);
        break;
      case 1:
        object.read<1>(out.next);
        break;
      case 2:
        object.read<2>(out.l);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}
const char* read(Reader& in, const char* at, List& out) {
  ObjectReader<&kList> object(in, at);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.read<0>(out.l);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}
void write(Writer& out, const Value& value) { write_value<&kValue>(out, value.value); }
void write(Writer& out, const Text& value) {
  ObjectWriter<&kText> object(out);
  object.write<0>(value.s);
  object.write<1>(value.next);
  object.end();
}
void write(Writer& out, const Number& value) {
  ObjectWriter<&kNumber> object(out);
  object.write<0>(value.n);
  object.write<1>(value.next);
  object.write<2>(value.l);
  object.end();
}
void write(Writer& out, const List& value) {
  ObjectWriter<&kList> object(out);
  object.write<0>(value.l);
  object.end();
}

std::string one(std::string_view text, const Options& options = {}) {
  return outcome<&kValue, Value>(text, options);
}
std::string any(std::string_view text) {
  return outcome<&kAnyValue, std::variant<Text, Number, List>>(text);
}

// ---- One own member

TEST(UnionByOwnMember, ReadsTheBranchThatItBelongsTo) {
  EXPECT_EQ(one(R"({"S":"x"})"), R"({"S":"x"})");
  EXPECT_EQ(one(R"( { "x" : {"S":1} , "N" : 1 } )"), R"({"N":1})");
  EXPECT_EQ(one(R"({"\u004c":[{"S":"x"},{"L":[{"N":2}]}],"x":1})"),
            R"({"L":[{"S":"x"},{"L":[{"N":2}]}]})");
  EXPECT_EQ(any(R"({"N":1,"next":[{"S":"x"}]})"), R"({"N":1,"next":[{"S":"x"}]})");
}

TEST(UnionByOwnMember, SaysWhatIsWrongInTheBranch) {
  EXPECT_EQ(one(R"({"S":1})"),
            "/S (1:6): expected a string, found a number [s.json#/oneOf/0/properties/S/type]");
  EXPECT_EQ(one(R"({"L":[{"N":"1"}]})"),
            "/L/0/N (1:12): expected an integer, found a string "
            "[s.json#/oneOf/2/properties/L/items/oneOf/1/properties/N/type]");
  EXPECT_EQ(one(R"({"S":"x","S":"y"})"), "/S (1:14): a member is given twice");
  EXPECT_EQ(one(R"({"S":"x",})"), "(1:10): expected a member's name in quotes");
  EXPECT_EQ(one(R"({"L":[{"S":"x"})"), "/L/0 (1:16): the text ends inside an array");
  EXPECT_EQ(one(R"({"x":[{"S":"x"})"), "/x/0 (1:16): the text ends inside an array");
}

TEST(UnionByOwnMember, NamesTheMembersWhereNoneIsThere) {
  EXPECT_EQ(one("{}"), R"((1:1): expected one of the members "S", "N" or "L" [s.json#/oneOf])");
  EXPECT_EQ(any(R"({"s":"x","next":{"S":"x"}})"),
            R"((1:1): expected one of the members "S", "N" or "L" [s.json#/anyOf])");
  EXPECT_EQ(one("[]"), "(1:1): expected an object, found an array [s.json#/oneOf]");
}

TEST(UnionByOwnMember, StandsBesideOtherTypes) {
  using Mixed = std::optional<std::variant<Text, std::string, List>>;
  const auto mixed = [](std::string_view text) { return outcome<&kMixed, Mixed>(text); };
  EXPECT_EQ(mixed("null"), "null");
  EXPECT_EQ(mixed(R"("S")"), R"("S")");
  EXPECT_EQ(mixed(R"({"S":"x"})"), R"({"S":"x"})");
  EXPECT_EQ(mixed(R"({"L":[]})"), R"({"L":[]})");
  EXPECT_EQ(mixed(R"({"N":1})"),
            R"((1:1): expected one of the members "S" or "L" [s.json#/oneOf])");
  EXPECT_EQ(mixed("1"),
            "(1:1): expected a string, an object or null, found a number [s.json#/oneOf]");
}

constexpr Child kTenBranches[] = {&kText, &kText, &kText, &kText, &kText,
                                  &kText, &kText, &kText, &kText, &kText};
constexpr OwnMember kTenMembers[] = {{"a", 0}, {"b", 1}, {"c", 2}, {"d", 3}, {"e", 4},
                                     {"f", 5}, {"g", 6}, {"h", 7}, {"i", 8}, {"j", 9}};
constexpr Selector kByTen{.by_member = kTenMembers};
constexpr Schema kTen{.one_of = kTenBranches, .select = &kByTen};

TEST(UnionByOwnMember, NamesSomeOfMany) {
  EXPECT_EQ(violations<&kTen>("{}"),
            "(1:1): expected one of the members \"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\", "
            "\"h\" or 2 others [s.json#/oneOf]\n");
}

// ---- Several own members

TEST(UnionBySeveralOwnMembers, TakesTheOnlyBranchThatFits) {
  EXPECT_EQ(one(R"({"S":"x","N":"1"})"), R"({"S":"x"})");
  EXPECT_EQ(one(R"({"S":1,"N":1})"), R"({"N":1})");
  EXPECT_EQ(one(R"({"S":1,"N":1,"L":{}})"), R"({"N":1,"L":{}})");
  EXPECT_EQ(one(R"({"S":"a","S":"b","N":1})"), R"({"N":1})");
  EXPECT_EQ(one(R"({"L":[{"S":1,"N":1}],"\u0053":null})"), R"({"L":[{"N":1}]})");
  EXPECT_EQ(one(R"({"S":"x","next":[{"S":1,"\u004e":1}]})"), R"({"S":"x","next":[{"N":1}]})");
}

TEST(UnionBySeveralOwnMembers, RefusesWhatFitsSeveralOfOneOf) {
  EXPECT_EQ(one(R"({"S":"x","N":1})"),
            "(1:1): expected exactly one alternative to fit, found 2 that do [s.json#/oneOf]");
  EXPECT_EQ(one(R"({"L":[{"N":1,"L":[]}]})"),
            "/L/0 (1:7): expected exactly one alternative to fit, found 2 that do "
            "[s.json#/oneOf/2/properties/L/items/oneOf]");
}

/// A reader looks ahead for the member that comes next where enough text is behind it.
TEST(UnionBySeveralOwnMembers, SeesThoseThatItsBranchDeclaresInTheOrderOfTheSchema) {
  const std::string behind = R"(,"behind":"more than thirty-four bytes behind a member"})";
  const std::string two =
      "(1:1): expected exactly one alternative to fit, found 2 that do [s.json#/oneOf]";
  EXPECT_EQ(one(R"({"N":1,"next":[],"L":[])" + behind), two);
  EXPECT_EQ(one(R"({"N":1,"L":[])" + behind), two);
  EXPECT_EQ(one(R"({"L":[],"N":1)" + behind), two);
  EXPECT_EQ(one(R"({"N":1,"next":[],"L":1)" + behind), R"({"N":1,"next":[],"L":1})");
  EXPECT_EQ(any(R"({"N":1,"next":[],"L":[])" + behind), R"({"N":1,"next":[],"L":[]})");
}

TEST(UnionBySeveralOwnMembers, TakesTheFirstOfAnyOfThatFits) {
  EXPECT_EQ(any(R"({"N":1,"S":"x"})"), R"({"S":"x"})");
  EXPECT_EQ(any(R"({"N":1,"L":[],"S":1})"), R"({"N":1,"L":[]})");
  EXPECT_EQ(any(R"({"L":[],"N":"1"})"), R"({"L":[]})");
}

TEST(UnionBySeveralOwnMembers, SaysWhichBranchCameClosest) {
  EXPECT_EQ(violations<&kValue>(R"({"S":1,"N":"1","next":0})"),
            "(1:1): fits none of the 3 alternatives; number 2 comes closest: at /N: expected an "
            "integer, found a string [s.json#/oneOf]\n"
            "/N (1:12): expected an integer, found a string "
            "[s.json#/oneOf/1/properties/N/type]\n"
            "/next (1:23): expected an array, found a number "
            "[s.json#/oneOf/1/properties/next/type]\n");
}

constexpr Schema kContent{.types = kString, .content_schema = &kValue, .content_assertion = true};

TEST(UnionBySeveralOwnMembers, AreFoundInsideOfAString) {
  const auto content = [](std::string_view text) { return outcome<&kContent, Value>(text); };
  EXPECT_EQ(content(R"("{\"S\":1,\"N\":1}")"), R"("{\"N\":1}")");
  EXPECT_EQ(content(R"("{\"S\":\"x\",\"N\":1}")"),
            "(1:1): expected exactly one alternative to fit, found 2 that do "
            "[s.json#/contentSchema/oneOf]");
}

// ---- Deep ones

/// `levels` of `before` and `behind`, with `inner` inside.
std::string nested(std::size_t levels, const std::string& before, const std::string& inner,
                   const std::string& behind) {
  std::string text;
  for (std::size_t i = 0; i < levels; ++i) text += before;
  text += inner;
  for (std::size_t i = 0; i < levels; ++i) text += behind;
  return text;
}

TEST(DeepUnionByOwnMember, IsReadToTheLimit) {
  const std::string lists = nested(63, R"({"L":[)", R"({"S":"x"})", "]}");
  EXPECT_EQ(one(lists), lists);
  EXPECT_EQ(one(nested(64, R"({"L":[)", R"({"S":"x"})", "]}")).substr(0, 8), "/L/0/L/0");
  const std::string next = nested(63, R"({"S":"x","next":[)", R"({"N":1})", "]}");
  EXPECT_EQ(one(next), next);
}

// Each level's first own member is the wrong one, and both branches go on to the next level: where
// a level began again for its own sake, 60 of them would take 2^60 readings.
TEST(DeepUnionByOwnMember, TakesNoTimeThatGrowsWithEachLevelTwofold) {
  EXPECT_EQ(one(nested(60, R"({"S":1,"next":[)", R"({"S":1,"N":1})", R"(],"N":1})")),
            nested(60, R"({"N":1,"next":[)", R"({"N":1})", "]}"));
  EXPECT_EQ(one(nested(60, R"({"S":"x","next":[)", R"({"S":"x"})", R"(],"N":null})")),
            nested(60, R"({"S":"x","next":[)", R"({"S":"x"})", "]}"));
  EXPECT_EQ(one(nested(60, R"({"S":"x","next":[)", R"({"T":"x"})", R"(],"N":1})")),
            "(1:1): fits none of the 3 alternatives; number 1 comes closest: at "
            "/next/0/next/0/next/0/next/0/next/0/next/0/next/0/next/0/next/0/next/0/next/0/ne…: "
            "expected one of the members \"S\", \"N\" or \"L\" [s.json#/oneOf]");
}

// ---- Against trial

/// Values that are nearly right, of members that each mean something to some branch.
class Payloads {
 public:
  std::string next(std::size_t depth) {
    static constexpr std::array<std::string_view, 7> kNames{
        R"("S")", R"("N")", R"("L")", R"("next")", R"("x")", R"("\u0053")", R"("\u004e")"};
    const std::size_t count = pick(4);
    std::string text = "{";
    for (std::size_t i = 0; i < count; ++i) {
      if (i != 0) text += ",";
      const std::size_t name = pick(kNames.size());
      text += std::string(kNames[name]) + ":" + value(name, depth);
    }
    return text + "}";
  }

 private:
  std::size_t pick(std::size_t count) { return random_() % count; }
  std::string value(std::size_t name, std::size_t depth) {
    if (pick(6) == 0) return pick(2) == 0 ? "null" : R"("x")";
    if (name == 1 || name == 6) return "1";
    if (name == 2 || name == 3) return "[" + (depth == 0 ? "" : next(depth - 1)) + "]";
    return pick(4) == 0 ? "1" : R"("x")";
  }

  std::minstd_rand random_{1};
};

TEST(UnionByOwnMember, SaysTheSameAsTrial) {
  Payloads payloads;
  std::size_t accepted = 0;
  constexpr std::size_t kCount = 20000;
  for (std::size_t i = 0; i < kCount && !::testing::Test::HasFailure(); ++i) {
    const std::string text = payloads.next(3);
    const bool one_fits = report(text, {&trial::kValue, "s.json#"}, {}).ok();
    const bool any_fits = report(text, {&trial::kAnyValue, "s.json#"}, {}).ok();
    // outcome() expects that parsing and reporting agree.
    EXPECT_EQ(one(text)[0] == '{', one_fits) << text;
    EXPECT_EQ(any(text)[0] == '{', any_fits) << text;
    accepted += one_fits ? 1 : 0;
  }
  EXPECT_GT(accepted, kCount / 20);
  EXPECT_LT(accepted, kCount - kCount / 20);
}

}  // namespace
}  // namespace eventc::own_member
