// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/percent.hpp"

#include <gtest/gtest.h>

namespace eventc::http {
namespace {

TEST(PercentDecode, LeavesTextAloneThatNeedsNoDecoding) {
  Arena arena;
  const std::string_view text = "a+b c";
  EXPECT_EQ(percent_decode(text, arena).data(), text.data());
  EXPECT_EQ(arena.used(), 0U);
}

TEST(PercentDecode, DecodesOnce) {
  Arena arena;
  EXPECT_EQ(percent_decode("caf%C3%a9%2F%2541", arena), "caf\xC3\xA9/%41");
  EXPECT_EQ(percent_decode("%00", arena), std::string_view("\0", 1));
}

TEST(PercentDecode, LeavesWhatIsNoEscape) {
  Arena arena;
  EXPECT_EQ(percent_decode("100%", arena), "100%");
  EXPECT_EQ(percent_decode("%4", arena), "%4");
  EXPECT_EQ(percent_decode("%zz%4g%", arena), "%zz%4g%");
  EXPECT_EQ(percent_decode("%%41", arena), "%A");
}

TEST(FormDecode, TakesAPlusForASpace) {
  Arena arena;
  EXPECT_EQ(form_decode("a+b%2Bc", arena), "a b+c");
  EXPECT_EQ(form_decode("", arena), "");
}

}  // namespace
}  // namespace eventc::http
