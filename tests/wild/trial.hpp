// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "measure.hpp"
#include "verdicts/program.hpp"

namespace wild {

struct Settings {
  std::string eventc;
  verdicts::Toolchain toolchain;
  /// Where emitted code and the program go.
  std::string work;
  unsigned jobs = 1;
};

/// What became of one schema.
struct Result {
  std::string name;
  Cost cost;
  std::size_t right_verdicts = 0;
  std::size_t verdicts = 0;
  /// In words, several lines each.
  std::vector<std::string> failures;
};

/// Takes each entry through eventc and the C++ compiler, and its payloads through the program that
/// results. The first result is that of a schema that says nothing; the others are the entries'.
[[nodiscard]] std::vector<Result> try_all(const std::vector<Entry>& entries,
                                          const Settings& settings);

}  // namespace wild
