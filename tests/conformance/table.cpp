// SPDX-License-Identifier: Apache-2.0
#include "table.hpp"

#include <fmt/format.h>

namespace conformance {

std::string table_head() {
  return fmt::format("{:<14}{:<16}{:>9}{:>8}\n", "draft", "part", "passed", "total");
}

std::string table_rows(const std::string& draft, const std::map<Part, Score>& scores) {
  std::string rows;
  for (const auto& [part, score] : scores) {
    rows +=
        fmt::format("{:<14}{:<16}{:>9}{:>8}", draft, part_name(part), score.passed, score.total);
    if (score.excepted != 0) rows += fmt::format("   {} excepted", score.excepted);
    rows += '\n';
  }
  return rows;
}

}  // namespace conformance
