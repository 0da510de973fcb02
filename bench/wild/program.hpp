// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "verdicts/program.hpp"
#include "wild/catalog.hpp"

namespace wild {

struct Build {
  std::string eventc;
  verdicts::Toolchain toolchain;
  /// Where emitted code and the program go.
  std::string work;
  unsigned jobs = 1;
};

/// Takes each entry through eventc and the C++ compiler, and links the results into one program
/// (stopwatch_main.cpp) that knows each by its namespace. What is refused is said on standard
/// error, and is not in the program. Returns the program's path. Throws std::runtime_error where it
/// can't be linked.
[[nodiscard]] std::string build_program(const std::vector<Entry>& entries, const Build& build);

}  // namespace wild
