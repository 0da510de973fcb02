// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/key_index.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace eventc {
namespace {

/// The candidates that a search passes, where none of them fits.
template <std::size_t Size>
std::vector<std::size_t> candidates(const KeyIndex<Size>& index, std::string_view name) {
  std::vector<std::size_t> all;
  EXPECT_EQ(index.slots().find(name,
                               [&all](std::size_t candidate) {
                                 all.push_back(candidate);
                                 return false;
                               }),
            Size);
  return all;
}

constexpr std::array<KeyText, 5> kKeys{KeyText("id"), KeyText("a\"b"), KeyText(""),
                                       KeyText("eventSourceARN"),
                                       KeyText("a name that is too long to have a text")};
constexpr KeyIndex kIndex{kKeys};

TEST(KeyIndex, FindsEachMemberThatHasATextWithCharacters) {
  for (const std::size_t member : {0U, 3U}) {
    const std::string_view name = kKeys[member].name();
    EXPECT_EQ(kIndex.slots().find(name, [&](std::size_t i) { return kKeys[i].name() == name; }),
              member);
  }
}

TEST(KeyIndex, NeverFindsMembersWithoutAText) {
  for (const std::string_view name :
       {"a\"b", "a name that is too long to have a text", "id", "other", "", "eventSourceARN"}) {
    for (const std::size_t candidate : candidates(kIndex, name))
      EXPECT_NE(kKeys[candidate].size, 0U);
  }
}

TEST(KeyIndex, FindsNamesThatDifferInNothingItLooksAt) {
  std::array<KeyText, 26> keys;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    names.push_back(std::string("x") + static_cast<char>('a' + i) + "xx" + "xxx");
    keys[i] = KeyText(names.back());
  }
  const KeyIndex index{keys};
  for (std::size_t i = 0; i < keys.size(); ++i)
    EXPECT_EQ(
        index.slots().find(names[i], [&](std::size_t at) { return keys[at].name() == names[i]; }),
        i);
}

TEST(KeyIndex, OfNoMembersFindsNone) {
  constexpr std::array<KeyText, 0> kNone{};
  EXPECT_TRUE(candidates(KeyIndex{kNone}, "name").empty());
}

}  // namespace
}  // namespace eventc
