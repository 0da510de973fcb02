// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/codec_containers.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "eventc/emitted/emitted.hpp"
#include "runtime/outcome.hpp"
#include "runtime/sample_event.hpp"

namespace eventc {
namespace {

using schema::Child;
using schema::kArray;
using schema::kBoolean;
using schema::kInteger;
using schema::kNull;
using schema::kNumber;
using schema::kObject;
using schema::kString;
using schema::Property;
using schema::Schema;
using schema::Value;
using test::outcome;

// ---- Null

constexpr Schema kTextOrNull{.types = kString | kNull, .max_length = 3};
constexpr Value kWords[] = {"a", "b"};
constexpr Value kWordsOrNull[] = {"a", "b", nullptr};
constexpr Schema kWordWithoutNull{.types = kString | kNull, .enumeration = kWords};
constexpr Schema kWordOrNull{.types = kString | kNull, .enumeration = kWordsOrNull};
constexpr Schema kOpenWord{.types = kString | kNull, .enumeration = kWords, .open = true};
constexpr Schema kConstantOrNull{.types = kString | kNull, .constant = "a"};
constexpr Schema kReferenced{.ref = &schema::string};
constexpr Child kBothTexts[] = {&kTextOrNull, &schema::string};
constexpr Schema kAllTexts{.all_of = kBothTexts};
constexpr Child kNullAndText[] = {&schema::null, &schema::string};
constexpr Schema kNullOrText{.any_of = kNullAndText, .null_branch = 0};
constexpr Schema kShortNullOrText{.max_length = 2, .one_of = kNullAndText, .null_branch = 0};
constexpr Schema kTextAndNoNull{.types = kString, .one_of = kNullAndText, .null_branch = 0};
constexpr Child kTwiceNull[] = {&schema::null, &kTextOrNull};
constexpr Schema kNullTwice{.one_of = kTwiceNull, .null_branch = 0};
constexpr Child kNumberOrText[] = {&schema::integer, &kTextOrNull};
constexpr schema::Case kByType[] = {{kNumber, 0}, {kString | kNull, 1}};
constexpr schema::Selector kTypeSelector{.by_type = kByType};
constexpr Schema kNullInABranch{.any_of = kNumberOrText, .select = &kTypeSelector};

static_assert(allows_null(schema::any) && allows_null(schema::null) &&
              !allows_null(schema::string));
static_assert(!allows_null(schema::nothing));
static_assert(allows_null(kTextOrNull) && allows_null(kWordOrNull) && allows_null(kOpenWord));
static_assert(!allows_null(kWordWithoutNull) && !allows_null(kConstantOrNull));
static_assert(!allows_null(kReferenced) && !allows_null(kAllTexts));
static_assert(allows_null(kNullOrText) && allows_null(kShortNullOrText) &&
              allows_null(kNullInABranch));
static_assert(!allows_null(kTextAndNoNull) && !allows_null(kNullTwice));
static_assert(without_null<&kNullOrText>() == &schema::string &&
              without_null<&kTextOrNull>() == &kTextOrNull);

template <const Schema* S>
std::string optional_text(std::string_view text) {
  return outcome<S, std::optional<std::string>>(text);
}

TEST(Optional, IsEmptyForNullWhereNullIsAllowed) {
  EXPECT_EQ(optional_text<&kTextOrNull>("null"), "null");
  EXPECT_EQ(optional_text<&kTextOrNull>(R"("abc")"), R"("abc")");
  EXPECT_EQ(optional_text<&kTextOrNull>(R"("abcd")"),
            "(1:1): expected at most 3 characters, found 4 [s.json#/maxLength]");
  EXPECT_EQ(optional_text<&kTextOrNull>("nul"), "(1:1): expected a value");
  EXPECT_EQ(optional_text<&schema::string>("null"),
            "(1:1): expected a string, found null [s.json#/type]");
}

TEST(Optional, AsksEveryKeywordAboutNull) {
  EXPECT_EQ(optional_text<&kWordOrNull>("null"), "null");
  EXPECT_EQ(optional_text<&kOpenWord>("null"), "null");
  EXPECT_EQ(optional_text<&kWordWithoutNull>("null"),
            "(1:1): expected \"a\" or \"b\", found null [s.json#/enum]");
  EXPECT_EQ(optional_text<&kConstantOrNull>("null"),
            "(1:1): expected \"a\", found null [s.json#/const]");
  EXPECT_EQ(optional_text<&kReferenced>("null"),
            "(1:1): expected a string, found null [s.json#/$ref/type]");
  EXPECT_EQ(optional_text<&kAllTexts>("null"),
            "(1:1): expected a string, found null [s.json#/allOf/1/type]");
  EXPECT_EQ(optional_text<&kTextAndNoNull>("null"),
            "(1:1): expected a string, found null [s.json#/type]");
  EXPECT_EQ(optional_text<&kNullTwice>("null"),
            "(1:1): expected exactly one alternative to fit, found 2 that do [s.json#/oneOf]");
}

TEST(Optional, ReadsTheOtherBranchOfAUnionWithNull) {
  EXPECT_EQ(optional_text<&kNullOrText>("null"), "null");
  EXPECT_EQ(optional_text<&kNullOrText>(R"("abc")"), R"("abc")");
  EXPECT_EQ(optional_text<&kShortNullOrText>("null"), "null");
  EXPECT_EQ(optional_text<&kShortNullOrText>(R"("ab")"), R"("ab")");
  EXPECT_EQ(optional_text<&kShortNullOrText>(R"("abc")"),
            "(1:1): expected at most 2 characters, found 3 [s.json#/maxLength]");
  EXPECT_EQ(optional_text<&kNullOrText>("1"),
            "(1:1): fits none of the 2 alternatives; number 1 comes closest: expected null, "
            "found a number [s.json#/anyOf]");
}

TEST(Optional, IsEmptyForNullInABranchOfSeveralTypes) {
  const auto read = [](std::string_view text) {
    return outcome<&kNullInABranch, std::optional<std::variant<std::int64_t, std::string>>>(text);
  };
  EXPECT_EQ(read("null"), "null");
  EXPECT_EQ(read("7"), "7");
  EXPECT_EQ(read(R"("x")"), R"("x")");
}

constexpr Schema kContentOrNull{.types = kString | kNull, .content_schema = &schema::any};

constexpr Property kNullProperties[] = {{"optional", &kTextOrNull},
                                        {"required", &kTextOrNull, true},
                                        {"nullable", &kTextOrNull},
                                        {"never", &schema::string}};
constexpr Schema kNulls{.types = kObject, .properties = kNullProperties};

struct Nulls {
  std::optional<std::string> optional;
  std::optional<std::string> required;
  Nullable<std::string> nullable;
  Nullable<std::string> never;
  bool operator==(const Nulls&) const = default;
};
const char* read(Reader& in, const char* at, Nulls& out) {
  ObjectReader<&kNulls> object(in, at);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.read<0>(out.optional);
        break;
      case 1:
        object.read<1>(out.required);
        break;
      case 2:
        object.read<2>(out.nullable);
        break;
      case 3:
        object.read<3>(out.never);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}
void write(Writer& out, const Nulls& value) {
  ObjectWriter<&kNulls> object(out);
  object.write<0>(value.optional);
  object.write<1>(value.required);
  object.write<2>(value.nullable);
  object.write<3>(value.never);
  object.end();
}

TEST(NullAndAbsence, AreToldApartOnlyByNullable) {
  const auto read = [](std::string_view text) { return outcome<&kNulls, Nulls>(text); };
  EXPECT_EQ(read(R"({"optional":null,"required":null,"nullable":null})"),
            R"({"required":null,"nullable":null})");
  EXPECT_EQ(read(R"({"required":null})"), R"({"required":null})");
  EXPECT_EQ(read(R"({"nullable":"b","required":"a","optional":"c"})"),
            R"({"optional":"c","required":"a","nullable":"b"})");
  EXPECT_EQ(read(R"({"required":"a","never":null})"),
            "/never (1:25): expected a string, found null [s.json#/properties/never/type]");
  EXPECT_EQ(read(R"({"required":"a","nullable":"abcd"})"),
            "/nullable (1:28): expected at most 3 characters, found 4 "
            "[s.json#/properties/nullable/maxLength]");
  EXPECT_EQ(read("{}"), "(1:1): a member is missing: \"required\" [s.json#/required]");
}

constexpr Schema kNotText{.types = kNull | kInteger | kBoolean};
constexpr Property kAnyProperties[] = {{"value", &schema::any},    {"checked", &kNotText},
                                       {"union", &kNullInABranch}, {"null", &schema::null},
                                       {"distinct", &schema::any}, {"content", &kContentOrNull}};
constexpr Schema kAny{.types = kObject, .properties = kAnyProperties};

struct Any {
  std::optional<Json> value;
  std::optional<Json> checked;
  std::optional<Json> choice;
  std::optional<std::monostate> null;
  Nullable<Json> distinct;
  std::optional<Json> content;
  bool operator==(const Any&) const = default;
};
const char* read(Reader& in, const char* at, Any& out) {
  ObjectReader<&kAny> object(in, at);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.read<0>(out.value);
        break;
      case 1:
        object.read<1>(out.checked);
        break;
      case 2:
        object.read<2>(out.choice);
        break;
      case 3:
        object.read<3>(out.null);
        break;
      case 4:
        object.read<4>(out.distinct);
        break;
      case 5:
        object.read<5>(out.content);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}
void write(Writer& out, const Any& value) {
  ObjectWriter<&kAny> object(out);
  object.write<0>(value.value);
  object.write<1>(value.checked);
  object.write<2>(value.choice);
  object.write<3>(value.null);
  object.write<4>(value.distinct);
  object.write<5>(value.content);
  object.end();
}

TEST(OptionalJson, IsEmptyForAnAbsentMemberAlone) {
  const auto read = [](std::string_view text) { return outcome<&kAny, Any>(text); };
  EXPECT_EQ(read(R"({"value":null,"checked":null,"union":null,"null":null,"distinct":null})"),
            R"({"value":null,"checked":null,"union":null,"null":null,"distinct":null})");
  EXPECT_EQ(read("{}"), "{}");
  EXPECT_EQ(read(R"({"checked":"a"})"),
            "/checked (1:12): expected an integer, true or false or null, found a string "
            "[s.json#/properties/checked/type]");
  EXPECT_EQ(read(R"({"union":"abcd"})"),
            "/union (1:10): expected at most 3 characters, found 4 "
            "[s.json#/properties/union/anyOf/1/maxLength]");
  EXPECT_EQ(read(R"({"null":0})"),
            "/null (1:9): expected null, found a number [s.json#/properties/null/type]");
}

TEST(OptionalJson, IsEmptyForNullWhereTheJsonIsInsideOfAString) {
  const auto read = [](std::string_view text) { return outcome<&kAny, Any>(text); };
  EXPECT_EQ(read(R"({"content":null})"), "{}");
  EXPECT_EQ(read(R"({"content":"null"})"), R"({"content":"null"})");
  EXPECT_EQ(read(R"({"content":"[1 ]"})"), R"({"content":"[1 ]"})");
}

// ---- Lists

constexpr Schema kOneOrTwo{
    .types = kArray, .items = &schema::integer, .min_items = 1, .max_items = 2};
constexpr Schema kListOfLists{.types = kArray, .items = &kOneOrTwo};
constexpr Schema kListOfTextOrNull{.types = kArray, .items = &kTextOrNull};
constexpr Schema kFlags{.types = kArray, .items = &schema::boolean};

TEST(List, ChecksItsItemsAndTheirNumber) {
  const auto list = [](std::string_view text) {
    return outcome<&kOneOrTwo, std::vector<std::int64_t>>(text);
  };
  EXPECT_EQ(list("[1]"), "[1]");
  EXPECT_EQ(list(" [ 1 , 2.0 ] "), "[1,2]");
  EXPECT_EQ(list("[]"), "(1:1): expected at least 1 item, found 0 [s.json#/minItems]");
  EXPECT_EQ(list("[1,2,3]"), "(1:1): expected at most 2 items, found 3 [s.json#/maxItems]");
  EXPECT_EQ(list("[1,1.5]"),
            "/1 (1:4): expected an integer, found a number with a fraction [s.json#/items/type]");
  EXPECT_EQ(list("{}"), "(1:1): expected an array, found an object [s.json#/type]");
  EXPECT_EQ(list("null"), "(1:1): expected an array, found null [s.json#/type]");
}

TEST(List, HoldsAnything) {
  using Lists = std::vector<std::vector<std::int64_t>>;
  EXPECT_EQ((outcome<&kListOfLists, Lists>("[[1],[2,3]]")), "[[1],[2,3]]");
  EXPECT_EQ((outcome<&kListOfLists, Lists>("[[1],[]]")),
            "/1 (1:6): expected at least 1 item, found 0 [s.json#/items/minItems]");
  using Texts = std::vector<std::optional<std::string>>;
  EXPECT_EQ((outcome<&kListOfTextOrNull, Texts>(R"(["a",null,"b"])")), R"(["a",null,"b"])");
  EXPECT_EQ((outcome<&schema::array, std::vector<Json>>("[1.0, {\"a\" :1},null]")),
            "[1.0,{\"a\" :1},null]");
}

TEST(List, HoldsBooleans) {
  EXPECT_EQ((outcome<&kFlags, std::vector<bool>>("[true,false,true]")), "[true,false,true]");
  EXPECT_EQ((outcome<&kFlags, std::vector<bool>>("[true,0]")),
            "/1 (1:7): expected true or false, found a number [s.json#/items/type]");
}

TEST(List, ReadsRunsOfShortIntegersAsItReadsOthers) {
  static constexpr Schema kItems{.types = kInteger, .minimum = -300, .maximum = 9999};
  static constexpr Schema kBytes{.types = kArray, .items = &kItems};
  const auto list = [](std::string_view text) {
    return outcome<&kBytes, std::vector<std::int64_t>>(std::string(text) + std::string(40, ' '));
  };
  for (const std::string_view text :
       {"[0,1,22,333,4444,-1,-22,-300,5]", "[1,2]", "[7]", "[-300,1000,1001,1,2,3,1002,4]",
        "[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]", "[9999,9999,9999,9999,9999,9999,9999,9999]",
        "[-255,-255,-255,-255,-255,-255,-255]"})
    EXPECT_EQ(list(text), text);
  EXPECT_EQ(list("[1,2 ,3, 4,5.0,6e0,7]"), "[1,2,3,4,5,6,7]");
  for (const std::string_view text : {"", "[", "1", "]"})
    EXPECT_NE((outcome<&kBytes, std::vector<std::int64_t>>(text)).find("(1:"), std::string::npos);
  EXPECT_EQ(list("[1,10000]"),
            "/1 (1:4): expected at most 9999, found 10000 [s.json#/items/maximum]");
  EXPECT_EQ(list("[1,-301]"),
            "/1 (1:4): expected at least -300, found -301 [s.json#/items/minimum]");
  for (const std::string_view text :
       {"[1,01]", "[1,-]", "[1,2-3]", "[1,--2]", "[1,]", "[1,,2]", "[1,2", "[1,2}", "[1,+2]",
        "[1[2]", "[1,2[3]", "[1,2[ 3]", "[ 1[ 2]", "[[1]", "[01]", "[,1]", "[1000[1]"})
    EXPECT_NE(list(text).find("(1:"), std::string::npos) << text << " gives " << list(text);
}

TEST(List, IsReplacedWhenItIsReadAgain) {
  const std::string_view text = "[1]";
  Reader in(text, 8);
  std::vector<std::int64_t> list{7, 8, 9};
  in.finish(read_value<&kOneOrTwo>(in, in.begin(), list));
  EXPECT_EQ(list, (std::vector<std::int64_t>{1}));
}

// ---- Tuples

constexpr Child kPair[] = {&schema::string, &kTextOrNull, &schema::boolean};
constexpr Schema kTuple{.types = kArray, .prefix_items = kPair, .min_items = 1};
constexpr Schema kClosedTuple{
    .types = kArray, .items = &schema::nothing, .prefix_items = kPair, .min_items = 1};
constexpr Schema kTupleOfIntegersBehind{.types = kArray,
                                        .items = &schema::integer,
                                        .prefix_items = kPair,
                                        .min_items = 1,
                                        .max_items = 5};
using Tuple = std::tuple<std::string, std::optional<std::string>, std::optional<bool>>;

TEST(Tuple, ReadsItemsByTheirPlace) {
  const auto tuple = [](std::string_view text) { return outcome<&kTuple, Tuple>(text); };
  EXPECT_EQ(tuple(R"(["a","b",true])"), R"(["a","b",true])");
  EXPECT_EQ(tuple(R"(["a",null,false])"), R"(["a",null,false])");
  EXPECT_EQ(tuple(R"(["a","b"])"), R"(["a","b"])");
  EXPECT_EQ(tuple(R"(["a"])"), R"(["a",null])");
  EXPECT_EQ(tuple("[]"), "(1:1): expected at least 1 item, found 0 [s.json#/minItems]");
  EXPECT_EQ(tuple("[null]"),
            "/0 (1:2): expected a string, found null [s.json#/prefixItems/0/type]");
  EXPECT_EQ(tuple(R"(["a","b",null])"),
            "/2 (1:10): expected true or false, found null [s.json#/prefixItems/2/type]");
  EXPECT_EQ(tuple(R"(["a","b",true,{"x":[]}])"), R"(["a","b",true])");
  EXPECT_EQ(tuple(R"(["a","b",true,{]])"), "/3 (1:16): expected a member's name in quotes");
}

TEST(Tuple, ChecksWhatIsBehindThePrefix) {
  const auto closed = [](std::string_view text) { return outcome<&kClosedTuple, Tuple>(text); };
  EXPECT_EQ(closed(R"(["a","b",true])"), R"(["a","b",true])");
  EXPECT_EQ(closed(R"(["a","b",true,0])"),
            "/3 (1:15): no further items are allowed [s.json#/items]");
  const auto integers = [](std::string_view text) {
    return outcome<&kTupleOfIntegersBehind, Tuple>(text);
  };
  EXPECT_EQ(integers(R"(["a","b",true,1,2])"), R"(["a","b",true])");
  EXPECT_EQ(integers(R"(["a","b",true,1,"2"])"),
            "/4 (1:17): expected an integer, found a string [s.json#/items/type]");
  EXPECT_EQ(integers(R"(["a","b",true,1,2,3])"),
            "(1:1): expected at most 5 items, found 6 [s.json#/maxItems]");
}

TEST(Tuple, IsReplacedWhenItIsReadAgain) {
  Reader in(R"(["a"])", 8);
  Tuple tuple{"x", "y", true};
  in.finish(read_value<&kTuple>(in, in.begin(), tuple));
  EXPECT_EQ(tuple, (Tuple{"a", std::nullopt, std::nullopt}));
}

constexpr Child kTwoTexts[] = {&schema::string, &schema::string};

TEST(Tuple, IsNotWrittenWhereAnItemIsMissingBeforeOthers) {
  static constexpr Schema kOptionalPair{.types = kArray, .prefix_items = kTwoTexts};
  using Pair = std::tuple<std::optional<std::string>, std::optional<std::string>>;
  const auto write = [](const Pair& pair) {
    const Result<std::string> json = write_document<&kOptionalPair>(pair);
    return json ? *json : json.error().to_string();
  };
  EXPECT_EQ(write({"a", "b"}), R"(["a","b"])");
  EXPECT_EQ(write({"a", std::nullopt}), R"(["a"])");
  EXPECT_EQ(write({std::nullopt, std::nullopt}), "[]");
  EXPECT_EQ(write({std::nullopt, "b"}), "/1 (1:1): an item before this one is missing");
}

using WithRest = std::tuple<std::string, std::optional<std::string>, Rest<std::int64_t>>;
constexpr Schema kTupleWithRest{.types = kArray,
                                .items = &schema::integer,
                                .prefix_items = kTwoTexts,
                                .min_items = 1,
                                .max_items = 4};
constexpr Schema kTupleOfAtLeastThree{.types = kArray, .prefix_items = kTwoTexts, .min_items = 3};

TEST(TupleWithRest, KeepsWhatIsBehindThePrefix) {
  const auto tuple = [](std::string_view text) { return outcome<&kTupleWithRest, WithRest>(text); };
  EXPECT_EQ(tuple(R"(["a"])"), R"(["a"])");
  EXPECT_EQ(tuple(R"(["a","b"])"), R"(["a","b"])");
  EXPECT_EQ(tuple(R"(["a","b",1,2.0])"), R"(["a","b",1,2])");
  EXPECT_EQ(tuple("[]"), "(1:1): expected at least 1 item, found 0 [s.json#/minItems]");
  EXPECT_EQ(tuple(R"(["a","b",1,2,3])"),
            "(1:1): expected at most 4 items, found 5 [s.json#/maxItems]");
  EXPECT_EQ(tuple(R"(["a","b",1,"c"])"),
            "/3 (1:12): expected an integer, found a string [s.json#/items/type]");
  EXPECT_EQ(tuple(R"(["a",1])"),
            "/1 (1:6): expected a string, found a number [s.json#/prefixItems/1/type]");
  EXPECT_EQ(tuple(R"(["a","b",1,])"), "/3 (1:12): expected a value");
}

TEST(TupleWithRest, HoldsAnythingAndBooleans) {
  using Values = std::tuple<std::string, std::string, Rest<Json>>;
  EXPECT_EQ((outcome<&kTupleOfAtLeastThree, Values>(R"(["a","b",null,{"c" :1}])")),
            R"(["a","b",null,{"c" :1}])");
  EXPECT_EQ((outcome<&kTupleOfAtLeastThree, Values>(R"(["a","b"])")),
            "(1:1): expected at least 3 items, found 2 [s.json#/minItems]");
  static constexpr Schema kTupleOfFlags{
      .types = kArray, .items = &schema::boolean, .prefix_items = kTwoTexts, .min_items = 2};
  using Flags = std::tuple<std::string, std::string, Rest<bool>>;
  EXPECT_EQ((outcome<&kTupleOfFlags, Flags>(R"(["a","b",true,false])")), R"(["a","b",true,false])");
}

TEST(TupleWithRest, IsReplacedWhenItIsReadAgain) {
  Reader in(R"(["a"])", 8);
  WithRest tuple{"x", "y", {{1, 2}}};
  in.finish(read_value<&kTupleWithRest>(in, in.begin(), tuple));
  EXPECT_EQ(tuple, (WithRest{"a", std::nullopt, {}}));
}

TEST(TupleWithRest, IsNotWrittenWhereAnItemIsMissingBeforeIt) {
  const Result<std::string> json =
      write_document<&kTupleWithRest>(WithRest{"a", std::nullopt, {{1}}});
  ASSERT_FALSE(json);
  EXPECT_EQ(json.error().to_string(), "/1 (1:1): an item before this one is missing");
}

struct Branch {
  std::tuple<std::string, Rest<Branch>> parts;
  bool operator==(const Branch&) const = default;
};
static_assert(std::is_copy_constructible_v<Branch> && std::is_nothrow_move_constructible_v<Branch>);

TEST(Rest, HoldsTheTypeThatHoldsIt) {
  Branch root{{"a", {{Branch{{"b", {}}}}}}};
  const Branch copy = root;
  EXPECT_EQ(copy, root);
  std::get<1>(root.parts).items.clear();
  EXPECT_NE(copy, root);
}

// ---- Maps

constexpr Schema kTexts{.types = kObject,
                        .additional_properties = &kTextOrNull,
                        .min_properties = 1,
                        .max_properties = 3};
constexpr Schema kHeaders{.types = kObject, .additional_properties = &schema::string};

TEST(Map, SortsItsEntriesAndCountsThem) {
  const auto map = [](std::string_view text) {
    return outcome<&kTexts, Map<std::optional<std::string>>>(text);
  };
  EXPECT_EQ(map(R"({"b":"1","a":null,"":"2"})"), R"({"":"2","a":null,"b":"1"})");
  EXPECT_EQ(map(R"({"q\u0022":"1"})"), R"({"q\"":"1"})");
  EXPECT_EQ(map("{}"), "(1:1): expected at least 1 member, found 0 [s.json#/minProperties]");
  EXPECT_EQ(map(R"({"a":"","b":"","c":"","d":""})"),
            "(1:1): expected at most 3 members, found 4 [s.json#/maxProperties]");
  EXPECT_EQ(
      map(R"({"a/b":1})"),
      "/a~1b (1:8): expected a string or null, found a number [s.json#/additionalProperties/type]");
  EXPECT_EQ(map("[]"), "(1:1): expected an object, found an array [s.json#/type]");
}

TEST(Map, RefusesANameThatIsGivenTwice) {
  const auto map = [](std::string_view text) {
    return outcome<&kTexts, Map<std::optional<std::string>>>(text);
  };
  EXPECT_EQ(map(R"({"a":"1","b":"2","a":"3"})"), "(1:1): a member is given twice");
  EXPECT_EQ(map(R"({"a":"1","\u0061":"1"})"), "(1:1): a member is given twice");
  const auto headers = [](std::string_view text) {
    return outcome<&kHeaders, HeaderMap<std::string>>(text);
  };
  EXPECT_EQ(headers(R"({"B":"1","a":"2","A":"3","b":"4"})"),
            R"({"A":"3","a":"2","B":"1","b":"4"})");
  EXPECT_EQ(headers(R"({"A":"1","b":"2","A":"3"})"), "(1:1): a member is given twice");
}

constexpr schema::Pattern kExtension{"^x-", [](std::string_view t) { return t.starts_with("x-"); }};
constexpr schema::PatternProperty kExtensions[] = {{&kExtension, &schema::integer}};
constexpr Schema kByPattern{
    .types = kObject, .pattern_properties = kExtensions, .max_properties = 4};
constexpr Schema kByPatternAlone{
    .types = kObject, .pattern_properties = kExtensions, .additional_properties = &schema::nothing};

TEST(MapByPattern, HoldsWhatMatchesAndPassesTheRest) {
  const auto map = [](std::string_view text) {
    return outcome<&kByPattern, Map<std::int64_t>>(text);
  };
  EXPECT_EQ(map(R"({"y":[{}],"x-b":1,"\u0078-a":2})"), R"({"x-a":2,"x-b":1})");
  EXPECT_EQ(map(R"({"x-b":"1"})"),
            "/x-b (1:8): expected an integer, found a string [s.json#/patternProperties/^x-/type]");
  EXPECT_EQ(map(R"({"y":1,"y":1,"x-":1})"), R"({"x-":1})");
  EXPECT_EQ(map(R"({"x-a":1,"x-a":1})"), "(1:1): a member is given twice");
  EXPECT_EQ(map(R"({"a":1,"b":1,"c":1,"d":1,"e":1})"),
            "(1:1): expected at most 4 members, found 5 [s.json#/maxProperties]");
  EXPECT_EQ(map(R"({"y":[1,}})"), "/y/1 (1:9): expected a value");
}

TEST(MapByPattern, RefusesTheRestWhereItIsClosed) {
  const auto map = [](std::string_view text) {
    return outcome<&kByPatternAlone, Map<std::int64_t>>(text);
  };
  EXPECT_EQ(map(R"({"x-a":1})"), R"({"x-a":1})");
  EXPECT_EQ(map(R"({"x-a":1,"y":2})"),
            "/y (1:10): this member is not declared, and no others are allowed "
            "[s.json#/additionalProperties]");
}

// ---- Recursion

std::string item(std::string_view text, const Options& options = {}) {
  return outcome<&sample::schema::item, sample::Item>(text, options);
}

TEST(Recursion, ReadsATypeThatContainsItself) {
  const std::string_view text =
      R"({"sku":"a","parts":[{"sku":"b","parts":[{"sku":"c","parts":[]}]}],"spare":{"sku":"d","parts":[]}})";
  EXPECT_EQ(item(text), text);
  EXPECT_EQ(item(R"({"sku":"a","parts":[{"sku":"b","parts":[{"sku":1,"parts":[]}]}]})"),
            "/parts/0/parts/0/sku (1:48): expected a string, found a number "
            "[parcel.json#/$defs/Item/properties/sku/type]");
  EXPECT_EQ(item(R"({"sku":"a","parts":[],"spare":{"sku":"d","parts":[],"spare":{}}})"),
            "/spare/spare (1:61): a member is missing: \"sku\" [parcel.json#/$defs/Item/required]");
}

TEST(Recursion, EndsAtTheDepthLimit) {
  std::string text = R"({"sku":"","parts":[]})";
  for (int i = 0; i < 9; ++i) text = R"({"sku":"","parts":[)" + text + "]}";
  EXPECT_EQ(item(text, {.max_depth = 20}), text);
  EXPECT_EQ(item(text, {.max_depth = 19}).substr(0, 37), "/parts/0/parts/0/parts/0/parts/0/part");
  const auto result = parse_document<&sample::schema::item, sample::Item>(
      text, {&sample::schema::item, "s.json#"}, {.max_depth = 19});
  EXPECT_EQ(result.error().message, "nested deeper than the limit");
  EXPECT_EQ(result.error().kind, ErrorKind::Limit);
}

TEST(Recursion, HoldsAtTheDeepestThatIsAllowed) {
  std::string text = R"({"sku":"","parts":[]})";
  for (int i = 0; i < 511; ++i) text = R"({"sku":"","parts":[)" + text + "]}";
  EXPECT_EQ(item(text, {.max_depth = 1024}), text);
  std::string boxes = R"({"sku":"","parts":[]})";
  for (int i = 0; i < 1022; ++i) boxes = R"({"sku":"","parts":[],"spare":)" + boxes + "}";
  EXPECT_EQ(item(boxes, {.max_depth = 1024}), boxes);
}

}  // namespace
}  // namespace eventc
