// SPDX-License-Identifier: Apache-2.0
#include "base/diagnostic.hpp"

#include <gtest/gtest.h>

namespace eventc::compiler {
namespace {

TEST(Diagnostics, IsEmptyAtFirst) {
  const Diagnostics diagnostics;
  EXPECT_FALSE(diagnostics.has_errors());
  EXPECT_EQ(diagnostics.error_count(), 0u);
  EXPECT_TRUE(diagnostics.all().empty());
}

TEST(Diagnostics, CountsErrorsButNotWarnings) {
  Diagnostics diagnostics;
  diagnostics.warning({}, "odd");
  EXPECT_FALSE(diagnostics.has_errors());
  diagnostics.error({}, "wrong");
  diagnostics.error({}, "wrong too");
  EXPECT_TRUE(diagnostics.has_errors());
  EXPECT_EQ(diagnostics.error_count(), 2u);
}

TEST(Diagnostics, KeepsTheOrderOfReportsWithTheirNotes) {
  Diagnostics diagnostics;
  diagnostics.error({.file = "b"}, "first").notes.push_back({"there", {.file = "a"}});
  diagnostics.warning({.file = "a"}, "second");
  ASSERT_EQ(diagnostics.all().size(), 2u);
  const Diagnostic& first = diagnostics.all()[0];
  EXPECT_EQ(first.severity, Severity::Error);
  EXPECT_EQ(first.location.file, "b");
  EXPECT_EQ(first.message, "first");
  ASSERT_EQ(first.notes.size(), 1u);
  EXPECT_EQ(first.notes[0].message, "there");
  EXPECT_EQ(first.notes[0].location.file, "a");
  EXPECT_EQ(diagnostics.all()[1].severity, Severity::Warning);
  EXPECT_EQ(diagnostics.all()[1].message, "second");
}

}  // namespace
}  // namespace eventc::compiler
