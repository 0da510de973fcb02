// SPDX-License-Identifier: Apache-2.0
#include "suite.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

#include "eventc/format.hpp"

namespace eventc::format {
namespace {

/// The formats of a draft that take no tables of IDNA.
std::map<std::string, Format> formats_of(const std::string& draft) {
  std::map<std::string, Format> formats{
      {"date", is_date},
      {"date-time", is_date_time},
      {"duration", is_duration},
      {"email", is_email},
      {"idn-email", is_idn_email},
      {"ipv4", is_ipv4},
      {"ipv6", is_ipv6},
      {"iri", is_iri},
      {"iri-reference", is_iri_reference},
      {"json-pointer", is_json_pointer},
      {"regex", is_regex},
      {"relative-json-pointer", is_relative_json_pointer},
      {"time", is_time},
      {"uri", is_uri},
      {"uri-reference", is_uri_reference},
      {"uri-template", is_uri_template},
      {"uuid", is_uuid},
  };
  if (draft == "draft4" || draft == "draft6") formats["hostname"] = is_hostname_draft_04;
  if (draft == "draft7" || draft == "draft2019-09") {
    formats["relative-json-pointer"] = is_relative_json_pointer_draft_07;
  }
  return formats;
}

class FormatSuite : public testing::TestWithParam<std::string> {};

TEST_P(FormatSuite, AgreesOnEveryString) {
  const std::vector<SuiteCase> cases = suite_cases(GetParam());
  if (cases.empty()) GTEST_SKIP() << "there is no suite: set EVENTC_JSON_SCHEMA_TEST_SUITE";
  const auto formats = formats_of(GetParam());
  // "unknown" is the suite's format that nobody knows; host names are format_idn/'s.
  const std::set<std::string> others{"unknown", "hostname", "idn-hostname"};
  for (const SuiteCase& c : cases) {
    EXPECT_TRUE(formats.count(c.format) + others.count(c.format) > 0) << c.format;
  }
  for (const auto& [name, is_format] : formats) {
    EXPECT_EQ(wrong_verdicts(cases, name, is_format), std::vector<std::string>()) << name;
  }
}

INSTANTIATE_TEST_SUITE_P(Drafts, FormatSuite, testing::ValuesIn(suite_drafts()), name_of_draft);

}  // namespace
}  // namespace eventc::format
