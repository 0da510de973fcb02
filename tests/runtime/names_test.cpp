// SPDX-License-Identifier: Apache-2.0
#include "names.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace eventc {
namespace {

TEST(Names, KnowWhichThereAreAndWhetherOneIsThereTwice) {
  std::vector<std::string> texts;
  for (int i = 0; i < 30; ++i) texts.push_back("name " + std::to_string(i));
  for (std::size_t count = 0; count <= texts.size(); ++count) {
    Names names;
    for (std::size_t i = count; i > 0; --i) names.add({texts[i - 1], false});
    for (std::size_t i = 0; i < texts.size(); ++i) EXPECT_EQ(names.have(texts[i]), i < count);
    EXPECT_FALSE(names.have_one_twice());
    if (count == 0) continue;
    names.add({texts[count / 2], false});
    EXPECT_TRUE(names.have_one_twice()) << count;
    EXPECT_TRUE(names.have(texts[count / 2]));
  }
}

TEST(Names, AreWhatTheyStandFor) {
  Names names;
  names.add({R"(\u0061)", true});
  EXPECT_TRUE(names.have("a"));
  EXPECT_FALSE(names.have_one_twice());
  names.add({"a", false});
  EXPECT_TRUE(names.have_one_twice());
}

}  // namespace
}  // namespace eventc
