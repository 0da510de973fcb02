// SPDX-License-Identifier: Apache-2.0
#include "fingerprint.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

#include "runtime/distinct_values.hpp"

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
  std::set<std::uint64_t> seen;
  for (const std::string_view value : test::kDistinctValues)
    EXPECT_TRUE(seen.insert(fingerprint(value)).second) << value;
}

}  // namespace
}  // namespace eventc
