// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "exceptions.hpp"
#include "suite.hpp"
#include "verdicts/program.hpp"

namespace conformance {

struct Settings {
  std::string eventc;
  /// The suite's folder, with tests/ and remotes/ in it.
  std::string suite;
  verdicts::Toolchain toolchain;
  std::vector<Exception> exceptions;
  /// Where schemas, emitted code and programs go.
  std::string work;
  /// Of the groups whose file contains this text, one in so many.
  std::string only;
  std::size_t every = 1;
  bool required_only = false;
  unsigned jobs = 1;
};

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

/// Takes a draft's schemas through eventc and the C++ compiler, and its payloads through the
/// program that results.
[[nodiscard]] Outcome run_draft(const std::string& draft, const Settings& settings);

}  // namespace conformance
