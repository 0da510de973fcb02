// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>

#include "eventc/arena.hpp"
#include "events/event_kinds.hpp"

// What reading views takes from the heap.

namespace {

std::atomic<std::size_t> allocations = 0;

void* allocate(std::size_t size) noexcept {
  ++allocations;
  return std::malloc(size == 0 ? 1 : size);
}

void* allocate_or_throw(std::size_t size) {
  void* const memory = allocate(size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

// Every form but the aligned ones, which come with their own delete: a sanitizer has the others in
// its library, where they do not call each other.
void* operator new(std::size_t size) { return allocate_or_throw(size); }
void* operator new[](std::size_t size) { return allocate_or_throw(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return allocate(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return allocate(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

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
