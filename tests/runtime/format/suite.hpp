// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "examples.hpp"

/// The cases of the official JSON-Schema-Test-Suite that are about formats.
namespace eventc::format {

struct SuiteCase {
  std::string format;
  std::string where;  ///< file and description
  std::string text;
  bool valid = false;
};

inline const std::vector<std::string>& suite_drafts() {
  static const std::vector<std::string> drafts{"draft4", "draft6", "draft7", "draft2019-09",
                                               "draft2020-12"};
  return drafts;
}

/// Its cases whose instance is a string. Instances of other types are valid, which is checked here.
/// No cases where there is no suite.
inline std::vector<SuiteCase> suite_cases(const std::string& draft) {
  namespace fs = std::filesystem;
  std::vector<SuiteCase> cases;
  const fs::path root(EVENTC_JSON_SCHEMA_TEST_SUITE);
  if (root.empty()) return cases;
  for (const auto& file : fs::directory_iterator(root / "tests" / draft / "optional" / "format")) {
    std::ifstream in(file.path());
    for (const auto& group : nlohmann::json::parse(in)) {
      for (const auto& test : group.at("tests")) {
        const std::string where =
            file.path().filename().string() + ": " + test.at("description").get<std::string>();
        const bool valid = test.at("valid").get<bool>();
        if (test.at("data").is_string()) {
          cases.push_back({group.at("schema").at("format").get<std::string>(), where,
                           test.at("data").get<std::string>(), valid});
        } else {
          EXPECT_TRUE(valid) << where;
        }
      }
    }
  }
  return cases;
}

/// As part of a test's name.
inline std::string name_of_draft(const testing::TestParamInfo<std::string>& draft) {
  std::string name = draft.param;
  for (char& c : name) {
    if (c == '-') c = '_';
  }
  return name;
}

/// The cases that a format is wrong on.
inline std::vector<std::string> wrong_verdicts(const std::vector<SuiteCase>& cases,
                                               const std::string& name, Format is_format) {
  std::vector<std::string> wrong;
  for (const SuiteCase& c : cases) {
    if (c.format == name && is_format(c.text) != c.valid) wrong.push_back(c.where + ": " + c.text);
  }
  return wrong;
}

}  // namespace eventc::format
