// SPDX-License-Identifier: Apache-2.0
#include "text_builder.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <string>
#include <string_view>

namespace eventc {
namespace {

/// Grows it by pieces of different sizes; gives what it must have become.
template <class Room>
std::string grow(TextBuilder<Room>& text) {
  std::string expected;
  for (int i = 0; i < 1000; ++i) {
    const std::string piece = std::to_string(i);
    if (i % 2 == 0) {
      text.append(piece);
    } else {
      char* const to = text.room(piece.size() + 40);
      std::memcpy(to, piece.data(), piece.size());
      text.take(to + piece.size());
    }
    expected += piece;
  }
  return expected;
}

TEST(TextBuilder, KeepsWhatIsThereWhenItMovesInAnArena) {
  Arena arena;
  TextBuilder text(RoomInArena(arena), "quay");
  const std::string expected = "quay" + grow(text);
  EXPECT_EQ(text.finish(), expected);
}

TEST(TextBuilder, ReplacesWhatAStringHeld) {
  for (const std::size_t size : {0, 20, 5000}) {
    std::string out(size, 'x');
    TextBuilder text(RoomInString(out), "quay");
    const std::string expected = "quay" + grow(text);
    EXPECT_EQ(text.finish(), expected);
    EXPECT_EQ(out, expected);
  }
}

TEST(TextBuilder, LeavesTheArenaAloneUntilItIsFinished) {
  Arena arena;
  const std::string_view before = [&arena] {
    TextBuilder text(RoomInArena(arena), "before");
    return text.finish();
  }();
  {
    TextBuilder dropped(RoomInArena(arena), "never finished");
    EXPECT_EQ(arena.used(), before.size());
  }
  TextBuilder text(RoomInArena(arena), "behind");
  EXPECT_EQ(text.finish(), "behind");
  EXPECT_EQ(before, "before");
  EXPECT_EQ(arena.used(), 12U);
}

}  // namespace
}  // namespace eventc
