// SPDX-License-Identifier: Apache-2.0
#include "runtime/format/suite.hpp"

#include <string>
#include <vector>

#include "eventc/format_idn.hpp"

namespace eventc::format {
namespace {

class FormatIdnSuite : public testing::TestWithParam<std::string> {};

TEST_P(FormatIdnSuite, AgreesOnEveryString) {
  const std::vector<SuiteCase> cases = suite_cases(GetParam());
  if (cases.empty()) GTEST_SKIP() << "there is no suite: set EVENTC_JSON_SCHEMA_TEST_SUITE";
  const std::vector<std::string> none;
  EXPECT_EQ(wrong_verdicts(cases, "hostname", is_hostname), none);
  EXPECT_EQ(wrong_verdicts(cases, "idn-hostname", is_idn_hostname), none);
  EXPECT_EQ(wrong_verdicts(cases, "idn-email", is_idn_email_checked), none);
}

INSTANTIATE_TEST_SUITE_P(Drafts, FormatIdnSuite,
                         testing::Values("draft7", "draft2019-09", "draft2020-12"), name_of_draft);

}  // namespace
}  // namespace eventc::format
