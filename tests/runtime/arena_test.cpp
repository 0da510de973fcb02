// SPDX-License-Identifier: Apache-2.0
#include "eventc/arena.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string_view>

#include "eventc/emitted/list_builder.hpp"

namespace eventc {
namespace {

void keep(Arena& arena, std::string_view text) {
  char* const to = arena.room(text.size());
  arena.take(std::copy(text.begin(), text.end(), to));
}

/// As a reader builds one: of numbers, with what is kept on the way between them.
ListView<std::uint64_t> build_list(Arena& arena, std::size_t size, std::string_view between = "") {
  Reader in("", 1);
  in.set_arena(&arena);
  ListView<std::uint64_t> list;
  ListBuilder items(in, in.begin(), list);
  for (std::size_t i = 0; i < size; ++i) {
    items.append(i);
    keep(arena, between);
  }
  items.finish();
  return list;
}

TEST(Arena, HoldsNothingAtFirst) {
  const Arena arena;
  EXPECT_EQ(arena.used(), 0U);
  EXPECT_EQ(arena.capacity(), 0U);
}

TEST(Arena, KeepsWhatItHoldsWhileItGrows) {
  Arena arena;
  std::vector<std::pair<const char*, std::string>> kept;
  for (std::size_t size = 0; size < 500; ++size) {
    const std::string text(size, static_cast<char>('a' + size % 26));
    kept.emplace_back(arena.room(size), text);
    keep(arena, text);
  }
  for (const auto& [begin, text] : kept) EXPECT_EQ(std::string_view(begin, text.size()), text);
}

TEST(Arena, TakesNoMoreThanIsUsed) {
  Arena arena;
  char* const to = arena.room(100);
  arena.take(to + 3);
  EXPECT_EQ(arena.room(10), to + 3);
  EXPECT_EQ(arena.used(), 3U);
}

TEST(Arena, HoldsAtMostTwiceWhatIsUsed) {
  Arena arena;
  for (int i = 0; i < 20000; ++i) {
    keep(arena, "a string of thirty-two bytes, or so");
    if (arena.used() > 4096) {
      ASSERT_LE(arena.capacity(), 2 * arena.used()) << i;
    }
  }
}

TEST(Arena, AllocatesNothingForWhatItHasSeenBefore) {
  Arena arena;
  std::mt19937 random(1);
  const auto fill = [&](unsigned seed) {
    random.seed(seed);
    for (int i = 0; i < 50; ++i) {
      build_list(arena, random() % 200, "between");
      keep(arena, std::string(random() % 300, 'x'));
      static_cast<void>(arena.make<std::uint64_t>());
    }
  };
  for (int round = 0; round < 3; ++round) {
    arena.reset();
    fill(7);
  }
  const std::size_t capacity = arena.capacity();
  EXPECT_LE(capacity, 2 * arena.used());
  for (int round = 0; round < 3; ++round) {
    arena.reset();
    EXPECT_EQ(arena.used(), 0U);
    EXPECT_EQ(arena.capacity(), capacity);
    fill(7);
    EXPECT_EQ(arena.capacity(), capacity);
  }
}

TEST(Arena, SettlesWhereLessOfTheRoomIsUsed) {
  Arena arena;
  const auto fill = [&arena] {
    arena.reset();
    for (int i = 0; i < 10; ++i) {
      char* const to = arena.room(1000);
      arena.take(to + 10);
    }
  };
  fill();
  fill();
  fill();
  const std::size_t capacity = arena.capacity();
  EXPECT_GE(capacity, 1090U) << "100 used, and 990 more at the last";
  EXPECT_LE(capacity, 2000U);
  fill();
  EXPECT_EQ(arena.capacity(), capacity);
}

TEST(ListBuilder, LeavesItemsWhereTheyAreReadOnceThereIsRoom) {
  Arena arena;
  build_list(arena, 100);
  arena.reset();
  const ListView<std::uint64_t> first = build_list(arena, 40, "text");
  const ListView<std::uint64_t> second = build_list(arena, 60, "text");
  EXPECT_EQ(first.end(), second.begin());
  for (std::size_t i = 0; i < second.size(); ++i) EXPECT_EQ(second[i], i);
}

TEST(ListBuilder, KeepsListsInsideOfListsApart) {
  Arena arena;
  Reader in("", 1);
  in.set_arena(&arena);
  ListView<ListView<std::uint64_t>> outer;
  ListBuilder lists(in, in.begin(), outer);
  for (std::size_t i = 0; i < 300; ++i) lists.append() = build_list(arena, i % 7);
  lists.finish();
  ASSERT_EQ(outer.size(), 300U);
  for (std::size_t i = 0; i < 300; ++i) {
    ASSERT_EQ(outer[i].size(), i % 7);
    for (std::size_t j = 0; j < outer[i].size(); ++j) EXPECT_EQ(outer[i][j], j);
  }
}

TEST(ListBuilder, AlignsItems) {
  Arena arena;
  Reader in("", 1);
  in.set_arena(&arena);
  ListView<char> characters;
  ListBuilder bytes(in, in.begin(), characters);
  bytes.append('a');
  bytes.finish();
  const ListView<std::uint64_t> numbers = build_list(arena, 3);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(numbers.data()) % alignof(std::uint64_t), 0U);
  EXPECT_EQ(characters.front(), 'a');
}

}  // namespace
}  // namespace eventc
