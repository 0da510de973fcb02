// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstddef>

#include "count_allocations.hpp"
#include "eventc/arena.hpp"
#include "events/event_kinds.hpp"

// What reading views takes from the heap.

namespace eventc::test {
namespace {

class Views : public testing::TestWithParam<EventKind> {};

std::vector<EventKind> views() {
  std::vector<EventKind> all;
  for (const EventKind& kind : event_kinds()) {
    if (kind.parse_into) all.push_back(kind);
  }
  return all;
}

TEST_P(Views, AreReadIntoAnArenaThatHasSeenThemWithoutTheHeap) {
  Arena arena;
  for (const Fixture& fixture : fixtures(GetParam().folder + "/valid")) {
    for (int round = 0; round < 2; ++round) {
      arena.reset();
      ASSERT_TRUE(GetParam().parse_into(fixture.text, arena)) << fixture.path;
    }
    arena.reset();
    const std::size_t before = allocations;
    GetParam().parse_into(fixture.text, arena);
    EXPECT_EQ(allocations - before, 0U) << fixture.path;
  }
}

TEST_P(Views, TakeAtMostTwiceTheMemoryTheyNeed) {
  constexpr std::size_t kLittle = 4096;  // a region for each depth of lists has so much at least
  for (const Fixture& fixture : fixtures(GetParam().folder + "/valid")) {
    Arena arena;
    for (int round = 0; round < 3; ++round) {
      arena.reset();
      ASSERT_TRUE(GetParam().parse_into(fixture.text, arena)) << fixture.path;
      EXPECT_LE(arena.capacity(), std::max(2 * arena.used(), kLittle)) << fixture.path;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Events, Views, testing::ValuesIn(views()),
                         [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace eventc::test
