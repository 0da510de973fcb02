// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "eventc/emitted/emitted.hpp"
#include "runtime/outcome.hpp"

namespace eventc {
namespace {

using schema::Conditions;
using schema::kArray;
using schema::kInteger;
using schema::Schema;
using test::outcome;
using test::violations;

constexpr Schema kFive{.minimum = 5};

/// A list of integers, under these limits on those that are 5 or more.
template <std::uint32_t kMin, std::uint32_t kMax = schema::kUnlimited>
struct Limits {
  static constexpr Conditions kConditions{
      .contains = &kFive, .min_contains = kMin, .max_contains = kMax};
  static constexpr Schema kList{
      .types = kArray, .items = &schema::integer, .conditions = &kConditions};

  static std::string read(std::string_view text) {
    return outcome<&kList, std::vector<std::int64_t>>(text);
  }
};

TEST(Contains, AsksForOneItemUnlessItIsToldOtherwise) {
  EXPECT_EQ(Limits<1>::read("[1,5,2]"), "[1,5,2]");
  EXPECT_EQ(Limits<1>::read("[5,6,7]"), "[5,6,7]");
  EXPECT_EQ(Limits<1>::read("[1,2]"),
            "(1:1): expected at least 1 item like that in \"contains\", found 0 "
            "[s.json#/contains]");
  EXPECT_EQ(Limits<1>::read("[]"),
            "(1:1): expected at least 1 item like that in \"contains\", found 0 "
            "[s.json#/contains]");
}

TEST(Contains, CountsFromMinContains) {
  EXPECT_EQ(Limits<2>::read("[5,1,6]"), "[5,1,6]");
  EXPECT_EQ(Limits<2>::read("[5,1]"),
            "(1:1): expected at least 2 items like that in \"contains\", found 1 "
            "[s.json#/minContains]");
  EXPECT_EQ(Limits<0>::read("[]"), "[]");
  EXPECT_EQ(Limits<0>::read("[1]"), "[1]");
}

TEST(Contains, CountsToMaxContains) {
  EXPECT_EQ((Limits<0, 1>::read("[5,1]")), "[5,1]");
  EXPECT_EQ((Limits<0, 1>::read("[5,1,6]")),
            "(1:1): expected at most 1 item like that in \"contains\", found 2 "
            "[s.json#/maxContains]");
  EXPECT_EQ((Limits<0, 0>::read("[1]")), "[1]");
  EXPECT_EQ((Limits<0, 0>::read("[5]")),
            "(1:1): expected at most 0 items like that in \"contains\", found 1 "
            "[s.json#/maxContains]");
  EXPECT_EQ((Limits<2, 1>::read("[5]")),
            "(1:1): expected at least 2 items like that in \"contains\", found 1 "
            "[s.json#/minContains]");
}

TEST(Contains, IsToldBesideWhatIsWrongWithTheItems) {
  EXPECT_EQ(violations<&Limits<2>::kList>(R"(["a", 5.5, 5])"),
            "/0 (1:2): expected an integer, found a string [s.json#/items/type]\n"
            "/1 (1:7): expected an integer, found a number with a fraction [s.json#/items/type]\n");
  EXPECT_EQ(violations<&Limits<1>::kList>("[null]"),
            "/0 (1:2): expected an integer, found null [s.json#/items/type]\n");
}

TEST(Contains, SaysNothingOfOtherThanArrays) {
  static constexpr Schema kAnything{.conditions = &Limits<1>::kConditions};
  for (const char* const text : {"1", "{}", "\"a\"", "null"})
    EXPECT_EQ(violations<&kAnything>(text), "") << text;
  EXPECT_EQ(violations<&kAnything>("[[5]]"), "");
  EXPECT_EQ(violations<&kAnything>("[4]"),
            "(1:1): expected at least 1 item like that in \"contains\", found 0 "
            "[s.json#/contains]\n");
}

constexpr Conditions kOfStrings{.contains = &schema::string};
constexpr Schema kWithString{.types = kArray, .conditions = &kOfStrings};
constexpr Conditions kOfLists{.contains = &kWithString};
constexpr Schema kListOfLists{.types = kArray, .conditions = &kOfLists};

TEST(Contains, LooksIntoItemsThatAreArrays) {
  EXPECT_EQ((outcome<&kListOfLists, Json>(R"([[1],["a"]])")), R"([[1],["a"]])");
  EXPECT_EQ((outcome<&kListOfLists, Json>(R"([[1],"a",[[]]])")),
            "(1:1): expected at least 1 item like that in \"contains\", found 0 "
            "[s.json#/contains]");
}

constexpr Conditions kWithNothing{.contains = &schema::nothing};
constexpr Schema kNoItemWillDo{.types = kArray, .conditions = &kWithNothing};

TEST(Contains, IsFalseForEveryListWhereNoItemWillDo) {
  for (const char* const text : {"[]", "[1,[]]"})
    EXPECT_EQ(violations<&kNoItemWillDo>(text),
              "(1:1): expected at least 1 item like that in \"contains\", found 0 "
              "[s.json#/contains]\n");
}

}  // namespace
}  // namespace eventc
