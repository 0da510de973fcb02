// SPDX-License-Identifier: Apache-2.0
#include "eventc/thrown.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace eventc {
namespace {

template <class Throw>
std::exception_ptr thrown_by(Throw&& run) {
  try {
    run();
  } catch (...) {
    return std::current_exception();
  }
  return nullptr;
}

/// `depth` exceptions around one.
void nest(int depth) {
  if (depth == 0) throw std::runtime_error("no such address");
  try {
    nest(depth - 1);
  } catch (...) {
    std::throw_with_nested(std::logic_error("cannot ship"));
  }
}

TEST(Thrown, TellsAnExceptionByItsTypeAndWords) {
  const auto thrown = thrown_by([] { throw std::out_of_range("no such order"); });
  EXPECT_THAT(chain_of(thrown), testing::ElementsAre(Thrown{"std::out_of_range", "no such order"}));
  EXPECT_EQ(words_of(thrown), "no such order");
}

TEST(Thrown, TellsTheCausesThatAreNestedInIt) {
  const auto thrown = thrown_by([] { nest(1); });
  EXPECT_THAT(chain_of(thrown),
              testing::ElementsAre(Thrown{"std::logic_error", "cannot ship"},
                                   Thrown{"std::runtime_error", "no such address"}));
  EXPECT_EQ(words_of(thrown), "cannot ship: no such address");
}

TEST(Thrown, EndsAChainThatIsTooLong) {
  EXPECT_EQ(chain_of(thrown_by([] { nest(100); })).size(), 16U);
}

TEST(Thrown, TellsWhatIsNoException) {
  EXPECT_EQ(words_of(thrown_by([] { throw 7; })), "a value of type int was thrown");
  EXPECT_EQ(words_of(thrown_by([] { throw "text"; })), "text");
  EXPECT_EQ(words_of(thrown_by([] { throw std::string("text"); })), "text");
  EXPECT_EQ(words_of(thrown_by([] { throw static_cast<const char*>(nullptr); })), "");
}

TEST(Thrown, IsNothingForNothing) {
  EXPECT_TRUE(chain_of(nullptr).empty());
  EXPECT_EQ(words_of(nullptr), "");
}

}  // namespace
}  // namespace eventc
