// SPDX-License-Identifier: Apache-2.0
#include "fingerprint.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

namespace eventc {
namespace {

TEST(Fingerprint, IsTheSameForEqualValues) {
  EXPECT_EQ(fingerprint("1"), fingerprint("1.0"));
  EXPECT_EQ(fingerprint("100"), fingerprint("1e2"));
  EXPECT_EQ(fingerprint("0"), fingerprint("-0.0e5"));
  EXPECT_EQ(fingerprint(R"("\u00e4\/")"), fingerprint("\"\xC3\xA4/\""));
  EXPECT_EQ(fingerprint("[1, [2.0]]"), fingerprint("[1.0,[2]]"));
  EXPECT_EQ(fingerprint(R"({"a":1,"b":{"c":[],"d":null}})"),
            fingerprint(R"({ "b":{"d":null,"c":[ ]}, "\u0061":1e0 })"));
}

TEST(Fingerprint, TellsOthersApart) {
  constexpr std::string_view kValues[] = {"null",
                                          "true",
                                          "false",
                                          "0",
                                          "1",
                                          "-1",
                                          "10",
                                          "0.1",
                                          R"("")",
                                          R"("0")",
                                          R"("null")",
                                          R"("12345678")",
                                          R"("1234567")",
                                          "[]",
                                          "{}",
                                          "[[]]",
                                          "[1,2]",
                                          "[2,1]",
                                          R"({"a":1})",
                                          R"({"a":2})",
                                          R"({"b":1})",
                                          R"({"a":1,"b":2})",
                                          R"({"a":2,"b":1})",
                                          R"({"a":{"b":1}})",
                                          R"({"b":{"a":1}})"};
  std::set<std::uint64_t> seen;
  for (const std::string_view value : kValues)
    EXPECT_TRUE(seen.insert(fingerprint(value)).second) << value;
}

}  // namespace
}  // namespace eventc
