// SPDX-License-Identifier: Apache-2.0
#include "verdicts/emit.hpp"

#include <gtest/gtest.h>

namespace verdicts {
namespace {

TEST(IdentifierPart, KeepsLettersAndDigits) {
  EXPECT_EQ(identifier_part("optional/format/date-time_0"), "optional_format_date_time_0");
  EXPECT_EQ(identifier_part("(rc3--auth-0.0.3)"), "rc3_auth_0_0_3");
  EXPECT_EQ(identifier_part("größe"), "gr_e");
}

TEST(Dialect, HasTwoDigitsOrAYear) {
  EXPECT_EQ(dialect("draft4"), "04");
  EXPECT_EQ(dialect("draft2019-09"), "2019-09");
}

}  // namespace
}  // namespace verdicts
