// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/token.hpp"

#include <gtest/gtest.h>

#include <string>

#include "runtime/outcome.hpp"

namespace eventc {
namespace {

using test::Exact;

TEST(Unescape, CopiesRunsOfAnyLengthBetweenEscapes) {
  for (std::size_t before = 0; before < 40; ++before) {
    for (const std::size_t behind : {0U, 1U, 15U, 16U, 17U, 40U}) {
      const std::string a(before, 'a');
      const std::string b(behind, 'b');
      const Exact exact(a + R"(\n\u00e4\ud83d\ude00)" + b + R"(\")");
      std::string out;
      unescape({exact.view(), true}, out);
      ASSERT_EQ(out, a + "\n\xC3\xA4\xF0\x9F\x98\x80" + b + "\"");
    }
  }
}

TEST(Unescape, AppendsToWhatIsThere) {
  std::string out = "so: ";
  unescape({R"(a\nb)", true}, out);
  unescape({"", false}, out);
  unescape({}, out);
  unescape({R"(\ud83d\ude00)", true}, out);
  EXPECT_EQ(out, "so: a\nb\xF0\x9F\x98\x80");
}

}  // namespace
}  // namespace eventc
