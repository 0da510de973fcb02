// SPDX-License-Identifier: Apache-2.0
#include "base/suggest.hpp"

#include <gtest/gtest.h>

#include <string>

namespace eventc::compiler {
namespace {

TEST(Suggest, FindsTheClosestWord) {
  EXPECT_EQ(suggest("minLenght", {"minimum", "maxLength", "minLength"}), "minLength");
  EXPECT_EQ(suggest("strin", {"integer", "string"}), "string");
  EXPECT_EQ(suggest("Mony", {"Money", "Moon"}), "Money");
}

TEST(Suggest, TakesTheFirstOfEquals) {
  EXPECT_EQ(suggest("maxItem", {"minItems", "maxItems", "maxItemz"}), "maxItems");
}

TEST(Suggest, FindsNothingThatIsFar) {
  EXPECT_EQ(suggest("currency", {"type", "const", "contains"}), "");
  EXPECT_EQ(suggest("id", {"$ref", "type"}), "");
  EXPECT_EQ(suggest("word", {}), "");
}

TEST(Suggest, LooksAtAThirdOfTheWord) {
  EXPECT_EQ(suggest("abcdef", {"abcdxy"}), "abcdxy");
  EXPECT_EQ(suggest("abcdef", {"abcxyz"}), "");
}

TEST(Suggest, LeavesWordsAloneThatNobodyTypes) {
  const std::string word(100000, 'a');
  EXPECT_EQ(suggest(word, {word}), "");
  EXPECT_EQ(suggest("aaa", {word}), "");
}

}  // namespace
}  // namespace eventc::compiler
