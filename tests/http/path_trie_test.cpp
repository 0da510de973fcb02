// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/path_trie.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace eventc::http {
namespace {

using Capture = PathTrie::Capture;
using Segments = std::vector<std::string_view>;

bool any(PathTrie::Leaf) { return true; }

class PathTrieTest : public testing::Test {
 protected:
  PathTrie::Leaf add(std::string_view path) { return trie.add(PathTemplate(path)); }
  /// The leaf, or -1.
  int find(const Segments& segments) const {
    const auto match = trie.find(segments, any);
    return match ? static_cast<int>(match->leaf) : -1;
  }

  PathTrie trie;
};

TEST_F(PathTrieTest, FindsTheRootAndNothingWhereNothingIs) {
  EXPECT_EQ(find({}), -1);
  EXPECT_EQ(add("/"), 0U);
  EXPECT_EQ(find({}), 0);
  EXPECT_EQ(find({"a"}), -1);
}

TEST_F(PathTrieTest, PrefersALiteralToAParameterAndThatToAGreedyOne) {
  EXPECT_EQ(add("/users/{rest+}"), 0U);
  EXPECT_EQ(add("/users/{id}"), 1U);
  EXPECT_EQ(add("/users/me"), 2U);
  EXPECT_EQ(find({"users", "me"}), 2);
  EXPECT_EQ(find({"users", "7"}), 1);
  EXPECT_EQ(find({"users", "7", "friends"}), 0);
  EXPECT_EQ(find({"users"}), -1);
}

TEST_F(PathTrieTest, GoesBackWhereALiteralLedNowhere) {
  add("/users/me/settings");
  add("/users/{id}/friends");
  add("/{all+}");
  EXPECT_EQ(find({"users", "me", "friends"}), 1);
  EXPECT_EQ(find({"users", "me", "settings"}), 0);
  EXPECT_EQ(find({"users", "me", "other"}), 2);
}

TEST_F(PathTrieTest, TellsWhichSegmentsParametersTook) {
  add("/users/{id}/files/{path+}");
  const Segments segments{"users", "7", "files", "a", "b"};
  const auto match = trie.find(segments, any);
  ASSERT_TRUE(match);
  EXPECT_THAT(match->captures, testing::ElementsAre(Capture{1, 1}, Capture{3, 2}));
}

TEST_F(PathTrieTest, ForgetsWhatAWayThatLedNowhereTook) {
  add("/{a}/{b}/x");
  add("/{all+}");
  const Segments segments{"1", "2", "y"};
  const auto match = trie.find(segments, any);
  ASSERT_TRUE(match);
  EXPECT_THAT(match->captures, testing::ElementsAre(Capture{0, 3}));
}

TEST_F(PathTrieTest, SharesALeafBetweenTemplatesOfDifferentNames) {
  EXPECT_EQ(add("/users/{id}"), add("/users/{name}"));
  EXPECT_EQ(add("/files/{a+}"), add("/files/{b+}"));
  EXPECT_EQ(trie.size(), 2U);
}

TEST_F(PathTrieTest, LooksFurtherWhereTheMostSpecificIsNotAccepted) {
  const PathTrie::Leaf literal = add("/users/me");
  const PathTrie::Leaf parameter = add("/users/{id}");
  const Segments segments{"users", "me"};
  const auto match = trie.find(segments, [&](PathTrie::Leaf leaf) { return leaf != literal; });
  ASSERT_TRUE(match);
  EXPECT_EQ(match->leaf, parameter);
  EXPECT_THAT(match->captures, testing::ElementsAre(Capture{1, 1}));
}

TEST_F(PathTrieTest, GivesNoParameterAnEmptySegment) {
  add("/users/{id}/friends");
  add("/files/{path+}");
  EXPECT_EQ(find({"users", "", "friends"}), -1);
  EXPECT_EQ(find({"files", ""}), -1);
}

}  // namespace
}  // namespace eventc::http
