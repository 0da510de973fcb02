// SPDX-License-Identifier: Apache-2.0
#include "thrown.hpp"

#include <gtest/gtest.h>

#include <exception>
#include <stdexcept>
#include <string>

namespace eventc::batch::detail {
namespace {

template <class Throw>
Thrown describe(Throw&& what) {
  try {
    what();
  } catch (...) {
    return describe_thrown();
  }
  return {.reason = "nothing thrown", .type = {}};
}

TEST(Thrown, IsToldByItsWordsAndItsType) {
  const Thrown thrown = describe([] { throw std::out_of_range("no such order"); });
  EXPECT_EQ(thrown.reason, "no such order");
  EXPECT_EQ(thrown.type, "std::out_of_range");
}

TEST(Thrown, TellsItsCauses) {
  const Thrown thrown = describe([] {
    try {
      try {
        throw std::runtime_error("connection reset");
      } catch (...) {
        std::throw_with_nested(std::logic_error("no answer"));
      }
    } catch (...) {
      std::throw_with_nested(std::out_of_range("no such order"));
    }
  });
  EXPECT_EQ(thrown.reason, "no such order: no answer: connection reset");
  EXPECT_EQ(thrown.type, "std::out_of_range");
}

TEST(Thrown, TellsACauseThatIsNoException) {
  const Thrown thrown = describe([] {
    try {
      throw 7;
    } catch (...) {
      std::throw_with_nested(std::runtime_error("no such order"));
    }
  });
  EXPECT_EQ(thrown.reason, "no such order: an exception of type int");
}

TEST(Thrown, MayBeOfAnyType) {
  EXPECT_EQ(describe([] { throw 7; }).reason, "an exception of type int");
  EXPECT_EQ(describe([] { throw 7; }).type, "int");
  EXPECT_EQ(describe([] { throw "text"; }).type, "char const*");
}

}  // namespace
}  // namespace eventc::batch::detail
