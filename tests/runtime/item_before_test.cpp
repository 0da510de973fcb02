// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/item_before.hpp"

#include <gtest/gtest.h>

#include <array>

namespace eventc {
namespace {

struct Part {
  int value = 0;
};
struct Item {
  Part part;
};

TEST(ItemBefore, IsKnownOfTheObjectThatWasAnnouncedAndOnlyOnce) {
  const std::array<Item, 2> items{};
  ItemBefore before;
  EXPECT_EQ(before.take_distance(items[1]), 0) << "nothing was announced";
  before.announce(items[1], sizeof(Item));
  EXPECT_EQ(before.take_distance(items[1]), static_cast<std::ptrdiff_t>(sizeof(Item)));
  EXPECT_EQ(before.take_distance(items[1]), 0) << "it has been taken";
}

TEST(ItemBefore, IsNotKnownOfAnotherObject) {
  const std::array<Item, 2> items{};
  ItemBefore before;
  before.announce(items[1], sizeof(Item));
  EXPECT_EQ(before.take_distance(items[0]), 0);
  EXPECT_EQ(before.take_distance(items[1]), 0) << "what is read next was not announced";
}

TEST(ItemBefore, TellsAPartFromTheObjectWhoseAddressItHas) {
  const std::array<Item, 2> items{};
  ItemBefore before;
  before.announce(items[1], sizeof(Item));
  EXPECT_EQ(before.take_distance(items[1].part), 0);
}

TEST(ItemBefore, ForgetsWhatMayBeGone) {
  const std::array<Item, 2> items{};
  ItemBefore before;
  before.announce(items[1], sizeof(Item));
  before.forget();
  EXPECT_EQ(before.take_distance(items[1]), 0);
}

}  // namespace
}  // namespace eventc
