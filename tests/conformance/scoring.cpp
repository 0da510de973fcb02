// SPDX-License-Identifier: Apache-2.0
#include "scoring.hpp"

#include <utility>

namespace conformance {
namespace {

std::string shortened(const std::string& payload) {
  constexpr std::size_t kMost = 200;
  return payload.size() > kMost ? payload.substr(0, kMost) + "…" : payload;
}

}  // namespace

Scoring::Scoring(std::string draft, const std::vector<Exception>& exceptions)
    : draft_(std::move(draft)), exceptions_(exceptions) {}

void Scoring::refused(const Group& group, const std::string& why) {
  Score& score = outcome_.scores[group.part];
  std::size_t failed = 0;
  for (const Test& test : group.tests) {
    if (find_exception(exceptions_, draft_, group, test) != nullptr)
      ++score.excepted;
    else
      ++failed;
  }
  score.total += group.tests.size();
  if (failed == 0) return;
  outcome_.failures.push_back(place(group) + " (tests: " + std::to_string(failed) + "): " + why);
}

void Scoring::judged(const Group& group, const Test& test, const std::string& failure) {
  Score& score = outcome_.scores[group.part];
  ++score.total;
  const bool passed = failure.empty();
  const bool excepted = find_exception(exceptions_, draft_, group, test) != nullptr;
  if (passed && !excepted) ++score.passed;
  if (!passed && excepted) ++score.excepted;
  if (passed != excepted) return;
  const std::string where = place(group) + ": \"" + test.description + "\": ";
  outcome_.failures.push_back(where + (passed ? "passed, though exceptions.json names it"
                                              : failure + "\n    of " + shortened(test.payload)));
}

std::string Scoring::place(const Group& group) const {
  return draft_ + "/" + group.file + ".json, " + std::to_string(group.index) + ": \"" +
         group.description + "\"";
}

}  // namespace conformance
