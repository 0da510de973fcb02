// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "contender.hpp"

namespace eventc::bench {

/// What one contender took for one payload.
struct Measurement {
  Step step = Step::Parse;
  std::string contender;
  std::string what;  ///< as Contender::what
  std::string payload;
  std::string form;
  double seconds = 0;  ///< of processor time for one run: the median of the repetitions
  std::size_t bytes = 0;

  /// 10^9 bytes per second.
  [[nodiscard]] double gigabytes_per_second() const {
    return static_cast<double>(bytes) / seconds / 1e9;
  }
};

/// The name of a step in files and filters: "parse".
[[nodiscard]] std::string_view to_string(Step step);

/// What was measured, and with what: {"libraries": [text…], "results": [{"step", "contender",
/// "what", "payload", "form", "seconds", "bytes"}…]}. bench/ajv.mjs writes the same.
struct Results {
  std::vector<std::string> libraries;  ///< "simdjson 3.0.1"
  std::vector<Measurement> measurements;
};

/// Throw std::runtime_error, or nlohmann::json::exception for a file that is not of that form.
[[nodiscard]] Results read_results(const std::filesystem::path& path);
void write_results(const Results& results, const std::filesystem::path& path);

}  // namespace eventc::bench
