// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "exceptions.hpp"
#include "suite.hpp"

namespace conformance {

/// Tests of one part of a draft.
struct Score {
  std::size_t passed = 0;
  std::size_t excepted = 0;
  std::size_t total = 0;
};

struct Outcome {
  std::map<Part, Score> scores;
  /// What is not as the suite or exceptions.json has it, in words, several lines each.
  std::vector<std::string> failures;
};

/// Counts a draft's tests, and words those that fail.
class Scoring {
 public:
  Scoring(std::string draft, const std::vector<Exception>& exceptions);

  /// No test of the group has a verdict.
  void refused(const Group& group, const std::string& why);
  /// `failure` is empty where the test is passed.
  void judged(const Group& group, const Test& test, const std::string& failure);
  /// What belongs to no test.
  void failed(const std::string& failure) { outcome_.failures.push_back(draft_ + ": " + failure); }

  [[nodiscard]] Outcome take() { return std::move(outcome_); }

 private:
  [[nodiscard]] std::string place(const Group& group) const;

  std::string draft_;
  const std::vector<Exception>& exceptions_;
  Outcome outcome_;
};

}  // namespace conformance
