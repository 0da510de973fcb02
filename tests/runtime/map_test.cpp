// SPDX-License-Identifier: Apache-2.0
#include "eventc/map.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <type_traits>

#include "refusal.hpp"

namespace eventc {
namespace {

struct Node {
  Map<Node> children;
  bool operator==(const Node&) const = default;
};

static_assert(std::is_nothrow_move_constructible_v<Map<int>>);
static_assert(std::is_copy_constructible_v<Map<Node>>);

template <class M>
std::string keys(const M& map) {
  std::string joined;
  for (const auto& [key, value] : map) joined += key + ",";
  return joined;
}

TEST(Map, IsEmptyByDefault) {
  Map<int> map;
  EXPECT_TRUE(map.empty());
  EXPECT_EQ(map.size(), 0U);
  EXPECT_EQ(map.begin(), map.end());
  EXPECT_EQ(map.find("a"), map.end());
  EXPECT_EQ(map.finish(), nullptr);
}

TEST(Map, SortsByUnsignedBytes) {
  const Map<int> map = {{"b", 1}, {"\xC3\xBC", 2}, {"", 3}, {"B", 4}, {"ba", 5}};
  EXPECT_EQ(keys(map), ",B,b,ba,\xC3\xBC,");
  EXPECT_EQ(map.at("ba"), 5);
}

TEST(Map, TakesTheFirstOfEqualKeysInAList) {
  const Map<int> map = {{"a", 1}, {"a", 2}};
  EXPECT_EQ(map, (Map<int>{{"a", 1}}));
}

TEST(Map, FindsByAView) {
  Map<int> map = {{"one", 1}, {"two", 2}};
  const Map<int>& constant = map;
  const std::string_view text = "xtwox";
  EXPECT_EQ(map.find(text.substr(1, 3))->second, 2);
  EXPECT_EQ(constant.find(text.substr(1, 3))->second, 2);
  EXPECT_EQ(constant.find("tw"), constant.end());
  EXPECT_TRUE(map.contains("one"));
  EXPECT_FALSE(map.contains("One"));
  map.at("one") = 11;
  EXPECT_EQ(constant.at("one"), 11);
}

TEST(Map, ThrowsWhereAMemberIsMissing) {
  Map<int> map = {{"a", 1}};
  const Map<int>& constant = map;
  EXPECT_EQ(test::refusal<std::out_of_range>([&] { (void)map.at("b\n"); }), "no member \"b\\x0A\"");
  EXPECT_EQ(test::refusal<std::out_of_range>([&] { (void)constant.at(""); }), "no member \"\"");
}

TEST(Map, InsertsWhereTheKeyBelongs) {
  Map<int> map;
  map["m"] = 1;
  EXPECT_EQ(map["a"], 0);
  map["z"] = 3;
  map["m"] = 4;
  EXPECT_EQ(map, (Map<int>{{"a", 0}, {"m", 4}, {"z", 3}}));
}

TEST(Map, AssignsOrKeepsAsAsked) {
  Map<std::string> map;
  EXPECT_TRUE(map.insert_or_assign("a", "1").second);
  EXPECT_FALSE(map.insert_or_assign("a", "2").second);
  EXPECT_FALSE(map.emplace("a", "3").second);
  const auto [at, inserted] = map.emplace("b", 3U, 'x');
  EXPECT_TRUE(inserted);
  EXPECT_EQ(at->second, "xxx");
  EXPECT_EQ(map, (Map<std::string>{{"a", "2"}, {"b", "xxx"}}));
}

TEST(Map, ErasesByKey) {
  Map<int> map = {{"a", 1}, {"b", 2}, {"c", 3}};
  EXPECT_EQ(map.erase("b"), 1U);
  EXPECT_EQ(map.erase("b"), 0U);
  EXPECT_EQ(keys(map), "a,c,");
  map.clear();
  EXPECT_TRUE(map.empty());
}

TEST(Map, ComparesKeysAndValues) {
  EXPECT_EQ((Map<int>{{"a", 1}, {"b", 2}}), (Map<int>{{"b", 2}, {"a", 1}}));
  EXPECT_NE((Map<int>{{"a", 1}}), (Map<int>{{"a", 2}}));
  EXPECT_NE((Map<int>{{"a", 1}}), (Map<int>{{"b", 1}}));
  EXPECT_NE((Map<int>{{"a", 1}}), (Map<int>{}));
}

TEST(Map, HoldsTheTypeThatHoldsIt) {
  Node root;
  root.children["a"].children["b"];
  Node copy = root;
  EXPECT_EQ(copy, root);
  copy.children.at("a").children.clear();
  EXPECT_NE(copy, root);
  EXPECT_TRUE(root.children.at("a").children.contains("b"));
}

TEST(Map, SortsWhatWasAppended) {
  Map<int> map;
  map.reserve(3);
  map.append("c") = 3;
  map.append("a") = 1;
  map.append("b") = 2;
  EXPECT_EQ(map.finish(), nullptr);
  EXPECT_EQ(map, (Map<int>{{"a", 1}, {"b", 2}, {"c", 3}}));
}

TEST(Map, DoesNotMoveWhatIsSortedAlready) {
  Map<int> map;
  map.append("a") = 1;
  map.append("b") = 2;
  const int* const first = &map.begin()->second;
  EXPECT_EQ(map.finish(), nullptr);
  EXPECT_EQ(&map.begin()->second, first);
}

TEST(Map, NamesAKeyThatWasAppendedTwice) {
  Map<int> map;
  for (const char* key : {"b", "a", "c", "a"}) map.append(key);
  const std::string* const twice = map.finish();
  ASSERT_NE(twice, nullptr);
  EXPECT_EQ(*twice, "a");

  Map<int> neighbours;
  neighbours.append("x");
  neighbours.append("x");
  ASSERT_NE(neighbours.finish(), nullptr);
  EXPECT_EQ(*neighbours.finish(), "x");
}

TEST(Map, SortsManyHostileKeys) {
  constexpr int kCount = 20'000;
  Map<int> map;
  const std::string prefix(100, 'p');
  for (int i = 0; i < kCount; ++i) map.append(prefix + std::to_string(i * 7919 % kCount)) = i;
  EXPECT_EQ(map.finish(), nullptr);
  ASSERT_EQ(map.size(), std::size_t{kCount});
  for (int i = 0; i < kCount; ++i) {
    ASSERT_EQ(map.at(prefix + std::to_string(i * 7919 % kCount)), i);
  }
}

TEST(HeaderMap, FindsAnySpelling) {
  HeaderMap<int> headers = {{"Content-Type", 1}, {"accept", 2}};
  EXPECT_EQ(headers.at("content-type"), 1);
  EXPECT_EQ(headers.at("ACCEPT"), 2);
  EXPECT_FALSE(headers.contains("content-typ"));
  headers["CONTENT-TYPE"] = 3;
  EXPECT_FALSE(headers.insert_or_assign("Accept", 4).second);
  EXPECT_FALSE(headers.emplace("aCCept", 5).second);
  EXPECT_EQ(headers, (HeaderMap<int>{{"accept", 4}, {"Content-Type", 3}}));
}

TEST(HeaderMap, FoldsAsciiLettersAlone) {
  const HeaderMap<int> headers = {{"[", 1}, {"\xC3\x84", 2}};
  EXPECT_FALSE(headers.contains("{"));
  EXPECT_FALSE(headers.contains("\xC3\xA4"));
  EXPECT_TRUE(headers.contains("\xC3\x84"));
}

TEST(HeaderMap, KeepsTwoSpellingsOfAPayload) {
  HeaderMap<int> headers;
  headers.append("b") = 1;
  headers.append("Host") = 2;
  headers.append("HOST") = 3;
  headers.append("A") = 4;
  EXPECT_EQ(headers.finish(), nullptr);
  EXPECT_EQ(keys(headers), "A,b,HOST,Host,");
  EXPECT_EQ(headers.find("hOST")->second, 3);
  EXPECT_EQ(headers.erase("host"), 2U);
  EXPECT_EQ(keys(headers), "A,b,");
}

TEST(HeaderMap, RefusesTheSameSpellingTwice) {
  HeaderMap<int> headers;
  for (const char* key : {"Host", "HOST", "host", "Host"}) headers.append(key);
  const std::string* const twice = headers.finish();
  ASSERT_NE(twice, nullptr);
  EXPECT_EQ(*twice, "Host");
}

TEST(HeaderMap, ComparesSpellingsExactly) {
  EXPECT_NE((HeaderMap<int>{{"a", 1}}), (HeaderMap<int>{{"A", 1}}));
}

}  // namespace
}  // namespace eventc
