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
using schema::Schema;
using test::outcome;
using test::violations;

constexpr Conditions kUnique{.unique_items = true};
constexpr Schema kTexts{.types = kArray, .items = &schema::string, .conditions = &kUnique};
constexpr Schema kAnything{.conditions = &kUnique};

TEST(UniqueItems, RefusesTheFirstItemThatIsThereTwice) {
  const auto read = [](std::string_view text) {
    return outcome<&kTexts, std::vector<std::string>>(text);
  };
  EXPECT_EQ(read(R"(["a","b"])"), R"(["a","b"])");
  EXPECT_EQ(read("[]"), "[]");
  EXPECT_EQ(read(R"(["a","b","c","b","a"])"),
            "(1:14): expected items that differ: items 1 and 3 are equal "
            "[s.json#/uniqueItems]");
  EXPECT_EQ(read(R"(["a","a","a"])"),
            "(1:6): expected items that differ: items 0 and 1 are equal "
            "[s.json#/uniqueItems]");
}

TEST(UniqueItems, ComparesValuesNotTexts) {
  for (const char* const text :
       {R"(["a","\u0061"])", "[1,1.0]", "[100, 1e2]", "[0,-0]", "[[1],[1.0]]", "[[ ],[]]",
        R"([{"a":1,"b":[2]},{"b":[2e0],"a":1.0}])", "[null,null]", "[true,true]",
        "[9007199254740993,9007199254740993.0]"}) {
    EXPECT_NE(violations<&kAnything>(text), "") << text;
  }
  for (const char* const text :
       {R"([1,"1"])", "[0,false]", "[1,true]", "[null,0,[],{},\"\",false]", "[[1],[[1]]]",
        R"([{"a":1},{"b":1}])", R"([{"a":1},{"a":"1"}])", R"(["a","A"])", "[[1,2],[2,1]]",
        "[9007199254740992,9007199254740993]", R"(["null",null])", "[1e400,1e401]"}) {
    EXPECT_EQ(violations<&kAnything>(text), "") << text;
  }
}

TEST(UniqueItems, SaysNothingOfOtherThanArrays) {
  for (const char* const text : {"1", "\"aa\"", "{\"a\":1,\"b\":1}", "null"})
    EXPECT_EQ(violations<&kAnything>(text), "") << text;
}

TEST(UniqueItems, IsToldBesideWhatIsWrongWithTheItems) {
  EXPECT_EQ(violations<&kTexts>(R"([1,"a",
 1])"),
            "/0 (1:2): expected a string, found a number [s.json#/items/type]\n"
            "/2 (2:2): expected a string, found a number [s.json#/items/type]\n"
            "(2:2): expected items that differ: items 0 and 2 are equal "
            "[s.json#/uniqueItems]\n");
}

constexpr Schema kInner{.types = kArray, .conditions = &kUnique};
constexpr Schema kOuter{.types = kArray, .items = &kInner};

TEST(UniqueItems, IsOfOneArrayAlone) {
  EXPECT_EQ((outcome<&kOuter, std::vector<Json>>("[[1,2],[1,2]]")), "[[1,2],[1,2]]");
  EXPECT_EQ((outcome<&kOuter, std::vector<Json>>("[[1],[2,2]]")),
            "/1 (1:9): expected items that differ: items 0 and 1 are equal "
            "[s.json#/items/uniqueItems]");
}

TEST(UniqueItems, TakesNoLongerThanSortingForAHundredThousandItems) {
  std::string text = "[";
  for (int i = 0; i < 100'000; ++i) text += "\"" + std::to_string(i * 7919) + "\",";
  EXPECT_EQ(violations<&kTexts>(text + "\"-\"]"), "");
  EXPECT_NE(violations<&kTexts>(text + "\"0\"]"), "");
}

}  // namespace
}  // namespace eventc
