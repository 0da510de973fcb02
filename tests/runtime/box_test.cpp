// SPDX-License-Identifier: Apache-2.0
#include "eventc/box.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace eventc {
namespace {

struct Tree {
  std::string name;
  std::optional<Box<Tree>> left;
  std::optional<Box<Tree>> right;
  bool operator==(const Tree&) const = default;
};

/// No finite value but the default one.
struct Endless {
  int depth = 0;
  Box<Endless> next;
  bool operator==(const Endless&) const = default;
};

static_assert(std::is_nothrow_move_constructible_v<Tree>);
static_assert(std::is_nothrow_default_constructible_v<Box<Tree>>);

Tree make_tree() {
  Tree tree{"root", {}, {}};
  tree.left = Tree{"left", Tree{"left left", {}, {}}, Tree{"left right", {}, {}}};
  tree.right = Tree{"right", {}, {}};
  return tree;
}

TEST(Box, HoldsADefaultValueFromTheStart) {
  const Box<Tree> box;
  EXPECT_EQ(*box, Tree());
  EXPECT_EQ(box, Box<Tree>(Tree()));
  EXPECT_EQ(Box<Tree>(Tree()), box);
}

TEST(Box, CopiesDeeply) {
  const Tree original = make_tree();
  Tree copy = original;
  EXPECT_EQ(copy, original);
  (*copy.left)->left->operator*().name = "other";
  EXPECT_NE(copy, original);
  EXPECT_EQ(original, make_tree());
}

TEST(Box, IsUsableAfterItWasMovedFrom) {
  Box<Tree> from(make_tree());
  const Box<Tree> to = std::move(from);
  EXPECT_EQ(*to, make_tree());
  EXPECT_EQ(*std::as_const(from), Tree());
  from->name = "again";
  EXPECT_EQ(from->name, "again");
  EXPECT_EQ(*Box<Tree>(), Tree());
}

TEST(Box, MovesWithoutCopyingTheValue) {
  Box<Tree> from(make_tree());
  const Tree* const value = &*from;
  Box<Tree> to(Tree{"old", {}, {}});
  to = std::move(from);
  EXPECT_EQ(&*to, value);
}

TEST(Box, TakesAPartOfItself) {
  Tree copied = make_tree();
  copied.left = (*copied.left)->left;
  EXPECT_EQ(*copied.left, Box<Tree>(Tree{"left left", {}, {}}));

  Tree moved = make_tree();
  moved.left = std::move((*moved.left)->right);
  EXPECT_EQ(*moved.left, Box<Tree>(Tree{"left right", {}, {}}));
}

TEST(Box, AssignsToItself) {
  Box<Tree> box(make_tree());
  Box<Tree>& same = box;
  box = same;
  EXPECT_EQ(*box, make_tree());
  box = std::move(same);
  EXPECT_EQ(*box, make_tree());
}

TEST(Box, SurvivesTheGrowthOfAVector) {
  std::vector<Box<Tree>> boxes;
  for (int i = 0; i < 100; ++i) boxes.emplace_back(Tree{std::to_string(i), {}, {}});
  for (int i = 0; i < 100; ++i)
    EXPECT_EQ(boxes[static_cast<std::size_t>(i)]->name, std::to_string(i));
}

TEST(Box, EndsWhereATypeHoldsItselfWithoutAnOptional) {
  Endless a;
  const Endless b;
  EXPECT_EQ(a, b);
  EXPECT_EQ(b.next->next->next->depth, 0);
  a.next->next->depth = 2;
  EXPECT_NE(a, b);
  EXPECT_EQ(Endless(a), a);
}

}  // namespace
}  // namespace eventc
