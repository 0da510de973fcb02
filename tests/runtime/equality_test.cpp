// SPDX-License-Identifier: Apache-2.0
#include "eventc/equality.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eventc/emitted/checks.hpp"
#include "runtime/distinct_values.hpp"

namespace eventc {
namespace {

using test::kDistinctValues;

/// Symmetric, as an equality must be.
bool equal(std::string_view left, std::string_view right) {
  const bool result = equal_json(left, right);
  EXPECT_EQ(equal_json(right, left), result) << left << " " << right;
  return result;
}

TEST(EqualJson, ComparesNumbersByTheirValue) {
  EXPECT_TRUE(equal("1", "1"));
  EXPECT_TRUE(equal("1", "1.0"));
  EXPECT_TRUE(equal("100", "1e2"));
  EXPECT_TRUE(equal("0.1", "1E-1"));
  EXPECT_TRUE(equal("0", "-0"));
  EXPECT_TRUE(equal("0", "0e5"));
  EXPECT_TRUE(equal("12345678901234567890123", "12345678901234567890123.0"));
  EXPECT_FALSE(equal("1", "-1"));
  EXPECT_FALSE(equal("9007199254740993", "9007199254740992"));
  EXPECT_FALSE(equal("0.1", "0.10000000000000000001"));
}

TEST(EqualJson, ComparesStringsByTheirCharacters) {
  EXPECT_TRUE(equal(R"("")", R"("")"));
  EXPECT_TRUE(equal(R"("\u00e4\/")", "\"\xC3\xA4/\""));
  EXPECT_TRUE(equal(R"("\ud83d\ude00")", "\"\xF0\x9F\x98\x80\""));
  EXPECT_FALSE(equal(R"("a")", R"("A")"));
  EXPECT_FALSE(equal(R"("\u0061\u0308")", R"("\u00e4")"));  // no normalization
  EXPECT_FALSE(equal(R"("a")", R"("a\u0000")"));
}

TEST(EqualJson, TellsTypesAndValuesApart) {
  for (const std::string_view left : kDistinctValues) {
    for (const std::string_view right : kDistinctValues) {
      EXPECT_EQ(equal(left, right), left == right) << left << " " << right;
    }
  }
}

TEST(EqualJson, ComparesArraysItemByItem) {
  EXPECT_TRUE(equal("[ ]", "[]"));
  EXPECT_TRUE(equal("[1, [2.0]]", "[1.0,[2]]"));
  EXPECT_FALSE(equal("[1,2]", "[2,1]"));
  EXPECT_FALSE(equal("[1]", "[1,1]"));
  EXPECT_FALSE(equal("[[]]", "[]"));
}

TEST(EqualJson, ComparesObjectsWhateverTheirOrder) {
  EXPECT_TRUE(equal("{}", "{ }"));
  EXPECT_TRUE(
      equal(R"({"a":1,"b":{"c":[],"d":null}})", R"({"b":{"d":null,"c":[ ]},"\u0061":1e0})"));
  EXPECT_FALSE(equal(R"({"a":1})", R"({"a":2})"));
  EXPECT_FALSE(equal(R"({"a":1})", R"({"b":1})"));
  EXPECT_FALSE(equal(R"({"a":1})", R"({"a":1,"b":1})"));
  EXPECT_FALSE(equal(R"({"a":1,"b":2})", R"({"a":2,"b":1})"));
}

// ---- find_equal()

using Pair = std::optional<std::pair<std::size_t, std::size_t>>;

TEST(FindEqual, NamesTheFirstValueThatIsThereBeforeAndTheLastOneLikeIt) {
  EXPECT_EQ(find_equal({}), std::nullopt);
  EXPECT_EQ(find_equal({"1"}), std::nullopt);
  EXPECT_EQ(find_equal({"1", "2", "3"}), std::nullopt);
  EXPECT_EQ(find_equal({"1", "2", "1"}), Pair(std::pair(2, 0)));
  EXPECT_EQ(find_equal({"1", "2", "2", "1"}), Pair(std::pair(2, 1)));
  EXPECT_EQ(find_equal({"1", "1", "1"}), Pair(std::pair(1, 0)));
  EXPECT_EQ(find_equal({"3", "1", "2", "1", "3", "1"}), Pair(std::pair(3, 1)));
}

TEST(FindEqual, TellsAllApartThatDiffer) {
  EXPECT_EQ(find_equal({std::begin(kDistinctValues), std::end(kDistinctValues)}), std::nullopt);
}

TEST(FindEqual, AgreesWithEqualJson) {
  constexpr std::string_view kMore[] = {"-0",
                                        "1.0",
                                        "10e-1",
                                        "1E1",
                                        "0.10",
                                        "[ ]",
                                        "{ }",
                                        "[1, 2.0]",
                                        R"("\u0061")",
                                        R"("\/")",
                                        R"("/")",
                                        R"({"b":1.0,"a":1})",
                                        R"({"\u0061":1})"};
  std::vector<std::string_view> all(std::begin(kDistinctValues), std::end(kDistinctValues));
  all.insert(all.end(), std::begin(kMore), std::end(kMore));
  for (const std::string_view left : all) {
    for (const std::string_view right : all)
      EXPECT_EQ(find_equal({left, right}).has_value(), equal(left, right)) << left << " " << right;
  }
}

TEST(Equals, ComparesTextWithAValueOfTheSchema) {
  using schema::Raw;
  using schema::Value;
  EXPECT_FALSE(equals("null", Value()));
  EXPECT_TRUE(equals("null", Value(nullptr)));
  EXPECT_FALSE(equals("false", Value(nullptr)));
  EXPECT_TRUE(equals("true", Value(true)));
  EXPECT_FALSE(equals("true", Value(false)));
  EXPECT_FALSE(equals("1", Value(true)));
  EXPECT_TRUE(equals("1.0", Value(1)));
  EXPECT_FALSE(equals("\"1\"", Value(1)));
  EXPECT_FALSE(equals("[]", Value(1)));
  EXPECT_TRUE(equals("-9223372036854775808", Value(INT64_MIN)));
  EXPECT_TRUE(equals(R"("a\u0062")", Value("ab")));
  EXPECT_TRUE(equals(R"("a\u0000b")", Value("a\0b")));
  EXPECT_FALSE(equals(R"("a")", Value("ab")));
  EXPECT_FALSE(equals("ab", Value("ab")));
  EXPECT_TRUE(equals("5e-1", Value(Raw{"0.5"})));
  EXPECT_TRUE(equals(R"({"b":[1],"a":2})", Value(Raw{R"({"a":2.0,"b":[1]})"})));
  EXPECT_FALSE(equals("[1]", Value(Raw{"[2]"})));
}

TEST(IsOneOf, LooksAtEveryValue) {
  static constexpr schema::Value kValues[] = {"a", 1, nullptr, schema::Raw{"[]"}};
  for (const std::string_view json : {"\"a\"", "1e0", "null", "[ ]"})
    EXPECT_TRUE(is_one_of(json, kValues)) << json;
  for (const std::string_view json : {"\"b\"", "2", "false", "[1]", "{}"})
    EXPECT_FALSE(is_one_of(json, kValues)) << json;
  EXPECT_FALSE(is_one_of("null", {}));
}

}  // namespace
}  // namespace eventc
