// SPDX-License-Identifier: Apache-2.0
#include "eventc/enum_map.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

#include "refusal.hpp"

namespace eventc {
namespace {

enum class Day { Monday, Tuesday, Wednesday };

struct Node {
  EnumMap<Day, Node> children;
  bool operator==(const Node&) const = default;
};

static_assert(std::is_nothrow_move_constructible_v<EnumMap<Day, int>>);
static_assert(std::is_copy_constructible_v<EnumMap<Day, Node>>);

template <class M>
std::string keys(const M& map) {
  std::string joined;
  for (const auto& [key, value] : map) joined += std::to_string(static_cast<int>(key)) + ",";
  return joined;
}

TEST(EnumMap, IsEmptyByDefault) {
  EnumMap<Day, int> map;
  EXPECT_TRUE(map.empty());
  EXPECT_EQ(map.size(), 0U);
  EXPECT_EQ(map.begin(), map.end());
  EXPECT_EQ(map.find(Day::Monday), map.end());
  EXPECT_EQ(map.finish(), std::nullopt);
}

TEST(EnumMap, IsInTheOrderOfTheEnumerators) {
  const EnumMap<Day, int> map = {{Day::Wednesday, 3}, {Day::Monday, 1}, {Day::Tuesday, 2}};
  EXPECT_EQ(keys(map), "0,1,2,");
  EXPECT_EQ(map.at(Day::Tuesday), 2);
}

TEST(EnumMap, TakesTheFirstOfEqualKeysInAList) {
  const EnumMap<Day, int> map = {{Day::Monday, 1}, {Day::Monday, 2}};
  EXPECT_EQ(map, (EnumMap<Day, int>{{Day::Monday, 1}}));
}

TEST(EnumMap, FindsByKey) {
  EnumMap<Day, int> map = {{Day::Monday, 1}, {Day::Wednesday, 3}};
  const EnumMap<Day, int>& constant = map;
  EXPECT_EQ(map.find(Day::Wednesday)->second, 3);
  EXPECT_EQ(constant.find(Day::Wednesday)->second, 3);
  EXPECT_EQ(constant.find(Day::Tuesday), constant.end());
  EXPECT_TRUE(map.contains(Day::Monday));
  EXPECT_FALSE(map.contains(Day::Tuesday));
  map.at(Day::Monday) = 11;
  EXPECT_EQ(constant.at(Day::Monday), 11);
}

TEST(EnumMap, ThrowsWhereAnEntryIsMissing) {
  EnumMap<Day, int> map = {{Day::Monday, 1}};
  const EnumMap<Day, int>& constant = map;
  EXPECT_EQ(test::refusal<std::out_of_range>([&] { (void)map.at(Day::Wednesday); }),
            "no entry for enumerator 2");
  EXPECT_EQ(test::refusal<std::out_of_range>([&] { (void)constant.at(Day::Tuesday); }),
            "no entry for enumerator 1");
}

TEST(EnumMap, InsertsWhereTheKeyBelongs) {
  EnumMap<Day, int> map;
  map[Day::Tuesday] = 2;
  EXPECT_EQ(map[Day::Monday], 0);
  map[Day::Wednesday] = 3;
  map[Day::Tuesday] = 4;
  EXPECT_EQ(map, (EnumMap<Day, int>{{Day::Monday, 0}, {Day::Tuesday, 4}, {Day::Wednesday, 3}}));
}

TEST(EnumMap, AssignsOrKeepsAsAsked) {
  EnumMap<Day, std::string> map;
  EXPECT_TRUE(map.insert_or_assign(Day::Tuesday, "1").second);
  EXPECT_FALSE(map.insert_or_assign(Day::Tuesday, "2").second);
  EXPECT_FALSE(map.emplace(Day::Tuesday, "3").second);
  const auto [at, inserted] = map.emplace(Day::Monday, 3U, 'x');
  EXPECT_TRUE(inserted);
  EXPECT_EQ(at->second, "xxx");
  EXPECT_EQ(map, (EnumMap<Day, std::string>{{Day::Monday, "xxx"}, {Day::Tuesday, "2"}}));
}

TEST(EnumMap, ErasesByKey) {
  EnumMap<Day, int> map = {{Day::Monday, 1}, {Day::Tuesday, 2}, {Day::Wednesday, 3}};
  EXPECT_EQ(map.erase(Day::Tuesday), 1U);
  EXPECT_EQ(map.erase(Day::Tuesday), 0U);
  EXPECT_EQ(keys(map), "0,2,");
  map.clear();
  EXPECT_TRUE(map.empty());
}

TEST(EnumMap, ComparesKeysAndValues) {
  using Map = EnumMap<Day, int>;
  EXPECT_EQ((Map{{Day::Monday, 1}, {Day::Tuesday, 2}}), (Map{{Day::Tuesday, 2}, {Day::Monday, 1}}));
  EXPECT_NE((Map{{Day::Monday, 1}}), (Map{{Day::Monday, 2}}));
  EXPECT_NE((Map{{Day::Monday, 1}}), (Map{{Day::Tuesday, 1}}));
  EXPECT_NE((Map{{Day::Monday, 1}}), Map{});
}

TEST(EnumMap, HoldsTheTypeThatHoldsIt) {
  Node root;
  root.children[Day::Monday].children[Day::Tuesday];
  const Node copy = root;
  EXPECT_EQ(copy, root);
  root.children.at(Day::Monday).children.clear();
  EXPECT_NE(copy, root);
}

TEST(EnumMap, SortsWhatWasAppended) {
  EnumMap<Day, int> map;
  map.reserve(3);
  map.append(Day::Wednesday) = 3;
  map.append(Day::Monday) = 1;
  map.append(Day::Tuesday) = 2;
  EXPECT_EQ(map.finish(), std::nullopt);
  EXPECT_EQ(map, (EnumMap<Day, int>{{Day::Monday, 1}, {Day::Tuesday, 2}, {Day::Wednesday, 3}}));
}

TEST(EnumMap, NamesAKeyThatWasAppendedTwice) {
  EnumMap<Day, int> map;
  for (const Day key : {Day::Tuesday, Day::Monday, Day::Wednesday, Day::Tuesday}) map.append(key);
  EXPECT_EQ(map.finish(), Day::Tuesday);
}

}  // namespace
}  // namespace eventc
