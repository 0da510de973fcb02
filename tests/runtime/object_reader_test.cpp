// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/object_reader.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "eventc/emitted/emitted.hpp"
#include "runtime/outcome.hpp"
#include "runtime/sample_event.hpp"

namespace eventc {
namespace {

using schema::Child;
using schema::kInteger;
using schema::kObject;
using schema::Property;
using schema::Schema;
using test::outcome;

// ---- The table of members, at compile time

constexpr Property kLetters[] = {{"m", &schema::string}, {"z", &schema::integer, true}};
constexpr std::string_view kRequiredLetters[] = {"only required"};
constexpr Schema kLetterObject{.properties = kLetters, .required = kRequiredLetters};
constexpr Property kMoreLetters[] = {{"c", &schema::null},
                                     {"b", &schema::null},
                                     {"a", &schema::null},
                                     {"z", &schema::null},
                                     {"m", &schema::null, true}};
constexpr std::string_view kRequiredMore[] = {"only required", "another"};
constexpr Schema kClosedLetters{.properties = kMoreLetters,
                                .required = kRequiredMore,
                                .additional_properties = &schema::nothing};

constexpr MemberTable<&kLetterObject> kOne;
static_assert(kOne.size() == 3);
static_assert(kOne[0].name == "m" && kOne[0].schema == &schema::string && !kOne[0].required);
static_assert(kOne[1].name == "z" && kOne[1].schema == &schema::integer && kOne[1].required);
static_assert(kOne[2].name == "only required" && kOne[2].schema == &schema::any &&
              kOne[2].required);
static_assert(kOne.find("m") == 0 && kOne.find("z") == 1 && kOne.find("only required") == 2);
static_assert(kOne.find("") == 3 && kOne.find("M") == 3 && kOne.find("only requires") == 3);

constexpr MemberTable<&kLetterObject, &kClosedLetters> kTwo;
static_assert(kTwo.size() == 7);
static_assert(kTwo[0].name == "m" && kTwo[0].schema == &schema::string && kTwo[0].required &&
              !kTwo[0].forbidden);
static_assert(kTwo[1].name == "z" && kTwo[1].schema == &schema::integer && kTwo[1].required);
static_assert(kTwo[2].name == "only required" && kTwo[2].required && kTwo[2].forbidden);
static_assert(kTwo[3].name == "c" && kTwo[4].name == "b" && kTwo[5].name == "a");
static_assert(kTwo[6].name == "another" && kTwo[6].required && kTwo[6].forbidden);
static_assert(kTwo.find("z") == 1 && kTwo.find("m") == 0 && kTwo.find("a") == 5 &&
              kTwo.find("b") == 4);

constexpr MemberTable<&kClosedLetters> kClosed;
static_assert(kClosed.find("another") == 6 && kClosed[6].forbidden && !kClosed[0].forbidden);

constexpr MemberTable<&schema::object> kNone;
static_assert(kNone.size() == 0 && kNone.find("x") == 0);

/// As many members as a large event has; the names differ in their last characters.
constexpr std::size_t kMany = 130;
constexpr std::array<std::array<char, 4>, kMany> kManyNames = [] {
  std::array<std::array<char, 4>, kMany> names{};
  for (std::size_t i = 0; i < kMany; ++i) {
    const std::size_t mixed = i * 77 % kMany;
    names[i] = {'m', static_cast<char>('0' + mixed / 100), static_cast<char>('0' + mixed / 10 % 10),
                static_cast<char>('0' + mixed % 10)};
  }
  return names;
}();
constexpr std::string_view many_name(std::size_t i) { return {kManyNames[i].data(), 4}; }
/// The bits of the words in which a reader keeps what it has seen begin and end here.
constexpr bool many_is_required(std::size_t i) { return i == 0 || i == 63 || i == 64 || i == 129; }
template <class Indices>
struct ManyProperties;
template <std::size_t... I>
struct ManyProperties<std::index_sequence<I...>> {
  static constexpr Property kAll[] = {{many_name(I), &schema::integer, many_is_required(I)}...};
};
constexpr Schema kManyMembers{.types = kObject,
                              .properties = ManyProperties<std::make_index_sequence<kMany>>::kAll};
constexpr MemberTable<&kManyMembers> kManyTable;
static_assert(kManyTable.size() == kMany && kManyTable.find("m000") == 0 &&
              kManyTable.find("m077") == 1);

TEST(MemberTable, FindsEveryMember) {
  for (std::size_t i = 0; i < kMany; ++i) EXPECT_EQ(kManyTable.find(many_name(i)), i);
  EXPECT_EQ(kManyTable.find("m130"), kMany);
  EXPECT_EQ(kManyTable.find("m00"), kMany);
  EXPECT_EQ(kManyTable.find("m0000"), kMany);
}

// ---- Members in any order

constexpr Property kFive[] = {{"one", &schema::integer},
                              {"two", &schema::integer},
                              {"three", &schema::integer},
                              {"q\"uo\\te\n", &schema::integer},
                              {"one more", &schema::integer}};
constexpr Schema kFiveMembers{.types = kObject, .properties = kFive};

struct Five {
  std::array<std::optional<std::int64_t>, 5> values;
  bool operator==(const Five&) const = default;
};
const char* read(Reader& in, const char* at, Five& out) {
  ObjectReader<&kFiveMembers> object(in, at);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.read<0>(out.values[0]);
        break;
      case 1:
        object.read<1>(out.values[1]);
        break;
      case 2:
        object.read<2>(out.values[2]);
        break;
      case 3:
        object.read<3>(out.values[3]);
        break;
      case 4:
        object.read<4>(out.values[4]);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}
void write(Writer& out, const Five& value) {
  ObjectWriter<&kFiveMembers> object(out);
  object.write<0>(value.values[0]);
  object.write<1>(value.values[1]);
  object.write<2>(value.values[2]);
  object.write<3>(value.values[3]);
  object.write<4>(value.values[4]);
  object.end();
}
std::string five(std::string_view text) { return outcome<&kFiveMembers, Five>(text); }

TEST(ObjectReader, ReadsMembersInAnyOrder) {
  constexpr std::string_view kKeys[] = {R"("one")", R"("two")", R"("three")", R"("q\"uo\\te\n")",
                                        R"("one more")"};
  std::array<std::size_t, 5> order{0, 1, 2, 3, 4};
  do {
    std::string text = "{";
    for (const std::size_t i : order) {
      text += text.size() == 1 ? "" : ",";
      text += std::string(kKeys[i]) + ":" + std::to_string(i);
    }
    ASSERT_EQ(five(text + "}"), R"({"one":0,"two":1,"three":2,"q\"uo\\te\n":3,"one more":4})");
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST(ObjectReader, ReadsTheMembersThatAreNotLeftOut) {
  constexpr std::string_view kKeys[] = {R"("one":)", R"("two":)", R"("three":)",
                                        R"("q\"uo\\te\n":)", R"("one more":)"};
  for (unsigned members = 0; members < 32; ++members) {
    std::string text;
    for (std::size_t i = 0; i < 5; ++i) {
      if ((members >> i & 1U) == 0) continue;
      text += (text.empty() ? "{" : ",") + std::string(kKeys[i]) + std::to_string(i);
    }
    text += text.empty() ? "{}" : "}";
    ASSERT_EQ(five(text), text);
    ASSERT_EQ(five(text + std::string(100, ' ')), text) << "far from the text's end";
  }
}

TEST(ObjectReader, ReadsSomeOfTheMembers) {
  EXPECT_EQ(five("{}"), "{}");
  EXPECT_EQ(five(R"({"one more":4})"), R"({"one more":4})");
  EXPECT_EQ(five(R"({"one":1,"one more":4})"), R"({"one":1,"one more":4})");
  EXPECT_EQ(five(R"({"two":1,"x":0,"y":[{"two":5}],"three":4})"), R"({"two":1,"three":4})");
  EXPECT_EQ(five(R"({"x":0,"two":1})"), R"({"two":1})");
}

TEST(ObjectReader, KnowsANameByItsCharacters) {
  EXPECT_EQ(five(R"({"\u006fne":1,"t\u0077o":2})"), R"({"one":1,"two":2})");
  EXPECT_EQ(five(R"({"q\u0022uo\u005cte\u000a":3})"), R"({"q\"uo\\te\n":3})");
  EXPECT_EQ(five(R"({"on":1,"one ":2,"One":3,"":4,"one\u0000":5})"), "{}");
  EXPECT_EQ(five("{ \"one\" \n:\t1 , \"two\" : 2 }"), R"({"one":1,"two":2})");
}

TEST(ObjectReader, RefusesADeclaredMemberThatIsGivenTwice) {
  EXPECT_EQ(five(R"({"one":1,"one":1})"), "/one (1:16): a member is given twice");
  EXPECT_EQ(five(R"({"one":1,"two":2,"\u006fne": 3})"), "/one (1:30): a member is given twice");
  EXPECT_EQ(five(R"({"q\"uo\\te\n":1,"x":0,"q\"uo\\te\n":2})"),
            R"(/q"uo\te\x0A (1:38): a member is given twice)");
  EXPECT_EQ(five(R"({"x":1,"x":2})"), "{}");
}

TEST(ObjectReader, SaysThatAMemberIsGivenTwiceBeforeWhatIsWrongWithIt) {
  EXPECT_EQ(five(R"({"two":"x","one":1,"one":"y"})"), "/one (1:26): a member is given twice");
}

TEST(ObjectReader, RefusesAnotherType) {
  EXPECT_EQ(five("[]"), "(1:1): expected an object, found an array [s.json#/type]");
  EXPECT_EQ(five("null"), "(1:1): expected an object, found null [s.json#/type]");
  EXPECT_EQ(five(R"({"two":{}})"),
            "/two (1:8): expected an integer, found an object [s.json#/properties/two/type]");
}

TEST(ObjectReader, RefusesAnEmptyTextAndOneOfNoAddress) {
  EXPECT_EQ(five(""), "(1:1): the text ends where a value is expected");
  const auto none =
      parse_document<&kFiveMembers, Five>(std::string_view(), {&kFiveMembers, "s.json#"}, {});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().to_string(), "(1:1): the text ends where a value is expected");
}

TEST(ObjectReader, ChecksUndeclaredMembersForBeingJson) {
  EXPECT_EQ(five(R"({"x":[1,]})"), "/x/1 (1:9): expected a value");
  EXPECT_EQ(five(R"({"x":"\q"})"),
            R"(/x (1:7): an escape must be one of \" \\ \/ \b \f \n \r \t \uXXXX)");
}

// ---- More members than one word has bits

struct Sum {
  std::int64_t sum = 0;
  std::size_t unknown = 0;
};
const char* read(Reader& in, const char* at, Sum& out) {
  ObjectReader<&kManyMembers> object(in, at);
  while (object.next()) {
    if (object.member() == object.kUnknown) {
      ++out.unknown;
      object.skip();
    } else {
      std::int64_t value = 0;
      object.read<0>(value);
      out.sum += value;
    }
  }
  return object.end();
}

TEST(ObjectReader, CountsMembersPastTheFirstWord) {
  std::string text = "{";
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < kMany; ++i) {
    text += "\"" + std::string(many_name(kMany - 1 - i)) + "\":" + std::to_string(i) + ",";
    sum += static_cast<std::int64_t>(i);
  }
  const auto read_sum = [](const std::string& payload) {
    return parse_document<&kManyMembers, Sum>(payload, {&kManyMembers, "s.json#"}, {});
  };
  const auto all = read_sum(text + "\"x\":0}");
  ASSERT_TRUE(all) << all.error().to_string();
  EXPECT_EQ(all->sum, sum);
  EXPECT_EQ(all->unknown, 1U);
  for (const std::size_t i : {std::size_t{0}, std::size_t{63}, std::size_t{64}, std::size_t{129}}) {
    const std::string name(many_name(i));
    std::string without = text + "\"x\":0}";
    without.replace(without.find(name), 4, "none");
    EXPECT_EQ(read_sum(without).error().to_string(),
              "(1:1): a member is missing: \"" + name + "\" [s.json#/required]");
    EXPECT_EQ(read_sum(text + "\"" + name + "\":0}").error().message, "a member is given twice");
  }
}

// ---- Closed, counted and kept

std::string stop(std::string_view text) {
  return outcome<&sample::schema::stop, sample::Stop>(text);
}
std::string size(std::string_view text) {
  return outcome<&sample::schema::size, sample::Size>(text);
}
std::string details(std::string_view text) {
  return outcome<&sample::schema::details, sample::Details>(text);
}

TEST(ClosedObject, RefusesMembersThatAreNotDeclared) {
  EXPECT_EQ(stop(R"({"city":"a","dock":1})"), R"({"city":"a","dock":1})");
  EXPECT_EQ(stop(R"({"city":"a","Dock":1})"),
            "/Dock (1:13): this member is not declared, and no others are allowed "
            "[s.json#/additionalProperties]");
  EXPECT_EQ(stop(R"({"x":[{}],"city":"a"})"),
            "/x (1:2): this member is not declared, and no others are allowed "
            "[s.json#/additionalProperties]");
  EXPECT_EQ(stop("{}"), "(1:1): a member is missing: \"city\" [s.json#/required]");
  EXPECT_EQ(stop(R"({"dock":1})"), "(1:1): a member is missing: \"city\" [s.json#/required]");
}

constexpr std::string_view kOnlyRequired[] = {"x"};
constexpr Schema kUnsatisfiable{
    .types = kObject, .required = kOnlyRequired, .additional_properties = &schema::nothing};

struct Unsatisfiable {
  Json x;
  bool operator==(const Unsatisfiable&) const = default;
};
const char* read(Reader& in, const char* at, Unsatisfiable& out) {
  ObjectReader<&kUnsatisfiable> object(in, at);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.read<0>(out.x);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}
void write(Writer& out, const Unsatisfiable& value) {
  ObjectWriter<&kUnsatisfiable> object(out);
  object.write<0>(value.x);
  object.end();
}

TEST(ClosedObject, RefusesARequiredMemberThatIsNotDeclared) {
  const auto read_it = [](std::string_view text) {
    return outcome<&kUnsatisfiable, Unsatisfiable>(text);
  };
  EXPECT_EQ(read_it(R"({"x":1})"),
            "/x (1:2): this member is not declared, and no others are allowed "
            "[s.json#/additionalProperties]");
  EXPECT_EQ(read_it("{}"), "(1:1): a member is missing: \"x\" [s.json#/required]");
}

TEST(SeveralSchemas, RequireAndAllowWhatEachOfThemDoes) {
  EXPECT_EQ(size(R"({"height":500,"width":1})"), R"({"width":1,"height":500})");
  EXPECT_EQ(size(R"({"width":1,"depth":-3,"height":2})"), R"({"width":1,"height":2,"depth":-3})");
  EXPECT_EQ(size(R"({"width":1})"),
            "(1:1): a member is missing: \"height\" [s.json#/allOf/1/required]");
  EXPECT_EQ(size(R"({"height":1})"),
            "(1:1): a member is missing: \"width\" [s.json#/allOf/0/required]");
  EXPECT_EQ(
      size(R"({"width":0,"height":1})"),
      "/width (1:10): expected at least 1, found 0 [s.json#/allOf/0/properties/width/minimum]");
  EXPECT_EQ(size(R"({"width":1,"height":501})"),
            "/height (1:21): expected at most 500, found 501 "
            "[s.json#/allOf/1/properties/height/maximum]");
}

TEST(SeveralSchemas, RefuseWhatOneThatIsClosedDoesNotDeclare) {
  EXPECT_EQ(size(R"({"width":1,"height":2,"unit":"m"})"),
            "/unit (1:23): this member is not declared, and no others are allowed "
            "[s.json#/allOf/1/additionalProperties]");
  EXPECT_EQ(size(R"({"width":1,"height":2,"other":0})"),
            "/other (1:23): this member is not declared, and no others are allowed "
            "[s.json#/allOf/1/additionalProperties]");
  EXPECT_EQ(size(R"({"width":1,"height":2,"height":2})"),
            "/height (1:32): a member is given twice");
}

TEST(UnknownMembers, AreKeptInTheOrderOfTheirNames) {
  EXPECT_EQ(details(R"({"z": [1, 2],"code":"c","a":1.0})"), R"({"code":"c","a":1.0,"z":[1, 2]})");
  EXPECT_EQ(details(R"({"code":"c","q\"\u00e4":{}})"), "{\"code\":\"c\",\"q\\\"\xC3\xA4\":{}}");
  EXPECT_EQ(details(R"({"code":"c","x":1,"\u0078":2})"), "(1:1): a member is given twice");
}

TEST(ObjectReader, CountsAllMembers) {
  EXPECT_EQ(details(R"({"code":"c"})"),
            "(1:1): expected at least 2 members, found 1 [s.json#/minProperties]");
  EXPECT_EQ(details(R"({"code":"c","a":1,"b":2,"c":3})"),
            "(1:1): expected at most 3 members, found 4 [s.json#/maxProperties]");
  EXPECT_EQ(details("{}"), "(1:1): a member is missing: \"code\" [s.json#/required]");
}

constexpr Schema kSaysNothing{};
constexpr Schema kOpen{
    .types = kObject, .properties = kFive, .additional_properties = &kSaysNothing};

TEST(UnknownMembers, MayBeGivenTwiceWhereTheyAreNotKept) {
  // Emitted code reads additional members that may be anything like those of which nothing is said.
  const std::string_view text = R"({"x":1,"x":2,"one":1})";
  EXPECT_EQ(test::violations<&kOpen>(text), "");
  EXPECT_EQ(five(text), R"({"one":1})");
  EXPECT_EQ(test::violations<&sample::schema::labels>(R"({"x":"","x":""})"),
            "(1:1): a member is given twice\n");
}

// ---- What members alone cannot show

constexpr schema::Pattern kUpper{
    "^[A-Z]", [](std::string_view t) { return !t.empty() && t[0] >= 'A' && t[0] <= 'Z'; }};
constexpr Schema kSmall{.types = kInteger, .maximum = 9};
constexpr Property kPlainMember[] = {{"A", &schema::integer}, {"b", &schema::integer}};
constexpr schema::PatternProperty kUpperProperties[] = {{&kUpper, &kSmall}};
constexpr Schema kMixed{.types = kObject,
                        .properties = kPlainMember,
                        .pattern_properties = kUpperProperties,
                        .additional_properties = &schema::string};

struct Mixed {
  std::optional<std::int64_t> a;
  std::optional<std::int64_t> b;
  bool operator==(const Mixed&) const = default;
};
const char* read(Reader& in, const char* at, Mixed& out) {
  ObjectReader<&kMixed> object(in, at);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.read<0>(out.a);
        break;
      case 1:
        object.read<1>(out.b);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}
void write(Writer& out, const Mixed& value) {
  ObjectWriter<&kMixed> object(out);
  object.write<0>(value.a);
  object.write<1>(value.b);
  object.end();
}

TEST(PatternProperties, ApplyToDeclaredMembersToo) {
  const auto mixed = [](std::string_view text) { return outcome<&kMixed, Mixed>(text); };
  EXPECT_EQ(mixed(R"({"A":9,"b":10,"C":1,"d":"x"})"), R"({"A":9,"b":10})");
  EXPECT_EQ(mixed(R"({"A":10})"),
            "/A (1:6): expected at most 9, found 10 [s.json#/patternProperties/^[A-Z]/maximum]");
  EXPECT_EQ(mixed(R"({"C":10})"),
            "/C (1:6): expected at most 9, found 10 [s.json#/patternProperties/^[A-Z]/maximum]");
  EXPECT_EQ(mixed(R"({"d":10})"),
            "/d (1:6): expected a string, found a number [s.json#/additionalProperties/type]");
  EXPECT_EQ(mixed(R"({"A":1,"A":1})"), "/A (1:12): a member is given twice");
  EXPECT_EQ(mixed(R"({"C":1,"C":1})"), "(1:1): a member is given twice");
}

}  // namespace
}  // namespace eventc
