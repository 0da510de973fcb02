// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "wild/catalog.hpp"

/// What is measured, and what came of it.
namespace wild {

/// A schema and a payload of it.
struct Case {
  const Entry* entry = nullptr;
  std::string payload;  ///< the path of its file
  std::size_t bytes = 0;
  bool valid = true;
};

/// Every payload of every schema. The cases point at the entries. Payloads that are invalid where
/// formats assert are valid here: no contender looks at formats.
[[nodiscard]] std::vector<Case> make_cases(const std::vector<Entry>& entries);

/// Writes the cases for the peers: a list of {"schema", "dialect", "references", "payload"}, the
/// second what a schema means that says no "$schema"; all others are paths.
void write_cases(const std::vector<Case>& cases, const std::string& path);

/// What a contender took for one case.
struct Time {
  double seconds = 0;  ///< for one run; 0 where there is none
  bool accepted = false;
  std::string refusal;  ///< Why there is none
};

struct Times {
  std::string contender;  ///< "ajv 8.17.1, node 20.20.2"
  std::string what;       ///< what is timed, and what is left out
  std::vector<Time> times;
};

/// Reads what a contender has written: its name, a line that says what it does, and a line for each
/// case, "valid SECONDS", "invalid SECONDS" or "refused WHY". A verdict that is not the manifest's
/// is a refusal too. Throws std::runtime_error where there are not as many as cases.
[[nodiscard]] Times read_times(const std::string& path, const std::vector<Case>& cases);

}  // namespace wild
