// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <limits>
#include <optional>
#include <utility>

#include "generator/compile_helper.hpp"

namespace eventc::compiler::testing {
namespace {

TEST(NormalizeStrings, ReadsLengthsAndPattern) {
  const Compiled compiled =
      run_normalize(schema(R"({"minLength": 2, "maxLength": 4.0, "pattern": "^[a-z]+$"})"));
  EXPECT_EQ(compiled.printed(), "");
  EXPECT_EQ(compiled.node().min_length, 2u);
  EXPECT_EQ(compiled.node().max_length, 4u);
  ASSERT_TRUE(compiled.node().pattern.has_value());
  EXPECT_EQ(compiled.node().pattern->source, "^[a-z]+$");
}

TEST(NormalizeStrings, TakesLengthsOfAnySizeAndSpelling) {
  const auto lengths = [](const std::string& least, const std::string& most) {
    const Compiled compiled =
        run_normalize(schema(R"({"minLength": )" + least + R"(, "maxLength": )" + most + "}"));
    EXPECT_EQ(compiled.printed(), "");
    return std::make_pair(compiled.node().min_length, compiled.node().max_length);
  };
  using Lengths = std::pair<std::uint64_t, std::optional<std::uint64_t>>;
  EXPECT_EQ(lengths("2.0", "1e2"), (Lengths{2, 100}));
  EXPECT_EQ(lengths("-0", "-0.0"), (Lengths{0, 0}));
  EXPECT_EQ(lengths("1e15", "18446744073709551614"),
            (Lengths{1'000'000'000'000'000, 18446744073709551614u}));
  constexpr std::uint64_t kLargest = std::numeric_limits<std::uint64_t>::max();
  EXPECT_EQ(lengths("18446744073709551615", "18446744073709551615"),
            (Lengths{kLargest, std::nullopt}));
  EXPECT_EQ(lengths("18446744073709551616", "18446744073709551616"),
            (Lengths{kLargest, std::nullopt}));
  EXPECT_EQ(lengths("1e30", "1e400"), (Lengths{kLargest, std::nullopt}));
}

TEST(NormalizeStrings, HasNoLimitsByDefault) {
  const Compiled compiled = run_normalize(schema("{}"));
  EXPECT_EQ(compiled.node().min_length, 0u);
  EXPECT_EQ(compiled.node().max_length, std::nullopt);
  EXPECT_EQ(compiled.node().pattern, std::nullopt);
}

TEST(NormalizeStrings, ShowsAPatternThatCannotBeCompiled) {
  EXPECT_EQ(
      run_normalize(schema("{\n  \"pattern\": \"^(a**)$\"\n}\n")).printed(),
      R"(a.json:2:14: error: "pattern" cannot be compiled: "*" has nothing to repeat (at character 4)
    "pattern": "^(a**)$"
               ^~~~~~~~~
  at /pattern
)");
}

TEST(NormalizeStrings, WarnsOfAPatternThatWasMeantOtherwise) {
  const Compiled compiled = run_normalize(schema("{\n  \"pattern\": \"^a{,5}$\"\n}\n"));
  EXPECT_EQ(
      compiled.printed(),
      R"(a.json:2:14: warning: "pattern": "{,5}" stands for itself: a count from none is written "{0,5}" (at character 2)
    "pattern": "^a{,5}$"
               ^~~~~~~~~
  at /pattern
)");
  EXPECT_EQ(compiled.node().pattern->source, "^a{,5}$");
}

TEST(NormalizeStrings, ReportsEachPattern) {
  const Compiled compiled = run_normalize(schema(
      R"j({"properties": {"a": {"pattern": "("}, "b": {"pattern": "(?x)"},
         "c": {"pattern": "^x$"}}})j"));
  EXPECT_EQ(compiled.diagnostics.error_count(), 2u);
}

}  // namespace
}  // namespace eventc::compiler::testing
