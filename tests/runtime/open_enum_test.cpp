// SPDX-License-Identifier: Apache-2.0
#include "eventc/open_enum.hpp"

#include <gtest/gtest.h>

#include <type_traits>

namespace eventc {
namespace {

enum class Colour { Red, Green };
using OpenColour = OpenEnum<Colour>;

static_assert(std::is_convertible_v<Colour, OpenColour>);
static_assert(!std::is_convertible_v<std::string, OpenColour>);

TEST(OpenEnum, IsItsFirstEnumeratorByDefault) {
  EXPECT_EQ(OpenColour(), Colour::Red);
  EXPECT_TRUE(OpenColour().is_known());
}

TEST(OpenEnum, KnowsItsEnumerators) {
  const OpenColour colour = Colour::Green;
  EXPECT_TRUE(colour.is_known());
  EXPECT_EQ(colour.known(), Colour::Green);
  EXPECT_EQ(colour.text(), "");
}

TEST(OpenEnum, KeepsTheTextOfWhatItDoesNotKnow) {
  const OpenColour colour("ultraviolet");
  EXPECT_FALSE(colour.is_known());
  EXPECT_EQ(colour.known(), std::nullopt);
  EXPECT_EQ(colour.text(), "ultraviolet");
}

TEST(OpenEnum, TellsAnUnknownEmptyTextFromAnEnumerator) {
  const OpenColour colour("");
  EXPECT_FALSE(colour.is_known());
  EXPECT_NE(colour, OpenColour());
  EXPECT_NE(colour, Colour::Red);
}

TEST(OpenEnum, Compares) {
  EXPECT_EQ(OpenColour(Colour::Red), OpenColour(Colour::Red));
  EXPECT_EQ(Colour::Red, OpenColour(Colour::Red));
  EXPECT_NE(OpenColour(Colour::Red), Colour::Green);
  EXPECT_EQ(OpenColour("x"), OpenColour("x"));
  EXPECT_NE(OpenColour("x"), OpenColour("y"));
}

TEST(OpenEnum, ChangesFromUnknownToKnown) {
  OpenColour colour("x");
  colour = Colour::Green;
  EXPECT_EQ(colour, OpenColour(Colour::Green));
}

}  // namespace
}  // namespace eventc
