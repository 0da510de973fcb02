// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eventc/box_view.hpp"
#include "eventc/emitted/map_builder.hpp"
#include "eventc/enum_map_view.hpp"
#include "eventc/list_view.hpp"
#include "eventc/map_view.hpp"
#include "eventc/to_owned.hpp"

// The types that views are made of, without a payload.

namespace eventc {
namespace {

template <class View>
using Entries = std::vector<std::pair<typename View::key_type, typename View::mapped_type>>;

/// As a reader builds one; nothing where a key is given twice.
template <class View>
std::optional<View> build(Arena& arena, const Entries<View>& entries) {
  Reader in("", 1);
  in.set_arena(&arena);
  View view;
  MapBuilder builder(in, view);
  for (const auto& [key, value] : entries) builder.append(key) = value;
  return builder.finish() ? std::optional(view) : std::nullopt;
}

TEST(ListView, ComparesByItsItems) {
  const std::vector<std::string_view> one{"a", "b"};
  const std::vector<std::string_view> same{std::string_view("ab").substr(0, 1), "b"};
  const ListView<std::string_view> first(one.data(), 2);
  EXPECT_EQ(first, ListView<std::string_view>(same.data(), 2));
  EXPECT_NE(first, ListView<std::string_view>(one.data(), 1));
  EXPECT_EQ(ListView<std::string_view>(), ListView<std::string_view>(one.data(), 0));
}

TEST(ListView, IsUsedAsARange) {
  const std::vector<int> items{1, 2, 3};
  const ListView<int> list(items.data(), items.size());
  EXPECT_EQ(std::vector<int>(list.begin(), list.end()), items);
  EXPECT_EQ(list.front(), 1);
  EXPECT_EQ(list.back(), 3);
  EXPECT_EQ(list[1], 2);
  EXPECT_EQ(list.span().size(), 3U);
  EXPECT_TRUE(ListView<int>().empty());
}

TEST(MapView, FindsEntriesInWhateverOrderTheyCame) {
  Arena arena;
  const auto map = build<MapView<int>>(arena, {{"m", 1}, {"a", 2}, {"z", 3}});
  ASSERT_TRUE(map);
  EXPECT_EQ(map->at("a"), 2);
  EXPECT_EQ(map->find("m")->second, 1);
  EXPECT_FALSE(map->contains("b"));
  EXPECT_EQ(map->begin()->first, "a");
  EXPECT_THROW(static_cast<void>(map->at("b")), std::out_of_range);
}

TEST(MapView, TakesAKeyOnce) {
  Arena arena;
  EXPECT_FALSE(build<MapView<int>>(arena, {{"a", 1}, {"b", 2}, {"a", 3}}));
  EXPECT_TRUE(build<MapView<int>>(arena, {{"a", 1}, {"A", 2}}));
}

TEST(HeaderMapView, FindsAnySpelling) {
  Arena arena;
  const auto map = build<HeaderMapView<int>>(arena, {{"host", 1}, {"Accept", 2}, {"accept", 3}});
  ASSERT_TRUE(map);
  EXPECT_EQ(map->at("HOST"), 1);
  EXPECT_EQ(map->find("ACCEPT")->second, 2) << "the first in order";
  EXPECT_EQ(map->size(), 3U);
}

enum class Size { Small, Large };

TEST(EnumMapView, KeepsTheEnumeratorsOrder) {
  Arena arena;
  using Prices = EnumMapView<Size, int>;
  const auto map = build<Prices>(arena, {{Size::Large, 2}, {Size::Small, 1}});
  ASSERT_TRUE(map);
  EXPECT_EQ(map->begin()->first, Size::Small);
  EXPECT_EQ(map->at(Size::Large), 2);
  EXPECT_FALSE(build<Prices>(arena, {{Size::Large, 2}, {Size::Large, 1}}));
  EXPECT_THROW(static_cast<void>(Prices().at(Size::Small)), std::out_of_range);
}

TEST(BoxView, ReadsAsADefaultValueWhereItIsEmpty) {
  const std::string_view text = "text";
  EXPECT_EQ(*BoxView<std::string_view>(), "");
  EXPECT_EQ(*BoxView<std::string_view>(&text), "text");
  EXPECT_EQ(BoxView<std::string_view>(), BoxView<std::string_view>());
  EXPECT_NE(BoxView<std::string_view>(), BoxView<std::string_view>(&text));
}

TEST(ToOwned, CopiesEveryKindOfPart) {
  Arena arena;
  EXPECT_EQ(to_owned(std::string_view("text")), "text");
  EXPECT_EQ(to_owned(BytesView(std::string_view("\0\1", 2))).size(), 2U);
  EXPECT_EQ(to_owned(JsonView(std::string_view("[1]"))), Json("[1]"));
  EXPECT_EQ(to_owned(OpenEnumView<Size>(Size::Large)), Size::Large);
  EXPECT_EQ(to_owned(OpenEnumView<Size>(std::string_view("huge"))).text(), "huge");
  const std::vector<std::string_view> items{"a", "b"};
  EXPECT_EQ(to_owned(ListView<std::string_view>(items.data(), 2)),
            (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(to_owned(RestView<std::string_view>{{items.data(), 1}}).items,
            std::vector<std::string>{"a"});
  EXPECT_EQ(to_owned(*build<MapView<int>>(arena, {{"b", 1}, {"a", 2}})),
            (Map<int>{{"a", 2}, {"b", 1}}));
  EXPECT_EQ(to_owned(*build<EnumMapView<Size, int>>(arena, {{Size::Large, 1}})),
            (EnumMap<Size, int>{{Size::Large, 1}}));
  EXPECT_EQ(*to_owned(BoxView<std::string_view>(items.data())), "a");
  EXPECT_EQ(to_owned(std::optional<std::string_view>("x")), std::optional<std::string>("x"));
  EXPECT_EQ(to_owned(std::optional<std::string_view>()), std::nullopt);
  EXPECT_TRUE(to_owned(Nullable<std::string_view>::null()).is_null());
  EXPECT_TRUE(to_owned(Nullable<std::string_view>()).is_absent());
  EXPECT_EQ(to_owned(Nullable<std::string_view>("x")), Nullable<std::string>("x"));
  EXPECT_EQ(to_owned(std::tuple<std::string_view, int>("x", 1)),
            (std::tuple<std::string, int>("x", 1)));
}

TEST(ToOwned, KeepsWhichOfTwoEqualAlternativesItIs) {
  using View = std::variant<std::string_view, std::string_view>;
  const auto copy = to_owned(View(std::in_place_index<1>, "x"));
  EXPECT_EQ(copy.index(), 1U);
  EXPECT_EQ(std::get<1>(copy), "x");
}

}  // namespace
}  // namespace eventc
