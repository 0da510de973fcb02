// SPDX-License-Identifier: Apache-2.0
#include "text_builder.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <string>
#include <string_view>

namespace eventc {
namespace {

TEST(TextBuilder, KeepsWhatIsThereWhenItMoves) {
  Arena arena;
  TextBuilder text(arena, "quay");
  std::string expected = "quay";
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
  EXPECT_EQ(text.finish(), expected);
}

TEST(TextBuilder, LeavesTheArenaAloneUntilItIsFinished) {
  Arena arena;
  const std::string_view before = [&arena] {
    TextBuilder text(arena, "before");
    return text.finish();
  }();
  {
    TextBuilder dropped(arena, "never finished");
    EXPECT_EQ(arena.used(), before.size());
  }
  TextBuilder text(arena, "behind");
  EXPECT_EQ(text.finish(), "behind");
  EXPECT_EQ(before, "before");
  EXPECT_EQ(arena.used(), 12U);
}

}  // namespace
}  // namespace eventc
