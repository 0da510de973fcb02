// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

/// What a schema costs, and what it may cost.
namespace wild {

struct Cost {
  std::size_t schema_bytes = 0;
  std::size_t subschemas = 0;
  /// Of `eventc generate`: processor time, and the largest resident set.
  double generator_seconds = 0;
  std::size_t generator_bytes = 0;
  /// Of the three emitted files.
  std::size_t emitted_bytes = 0;
  /// Of the C++ compiler, at -O1.
  double compile_seconds = 0;
  std::size_t object_bytes = 0;
};

/// Which bounds a schema's cost goes past, in words. `base` is the cost of a schema that says
/// nothing: starting programs and reading headers.
[[nodiscard]] std::vector<std::string> broken_bounds(const Cost& cost, const Cost& base);

/// The table's columns, and a schema's row in it. Compile time and object size are those above the
/// base.
[[nodiscard]] std::string table_head();
[[nodiscard]] std::string table_row(const std::string& name, const Cost& cost, const Cost& base);

}  // namespace wild
