// SPDX-License-Identifier: Apache-2.0
#include "measure.hpp"

#include <fmt/format.h>

namespace wild {
namespace {

constexpr double kMegabyte = 1e6;

/// What each byte of a schema, and of those that it refers to, may cost above the base. A few times
/// what the schemas of a usual size take: a cost that grows faster than the schema goes past it.
/// Compiling is counted in what compiling the base takes: no machine is like another.
constexpr double kGeneratorSecondsPerMegabyte = 1;
constexpr double kGeneratorBytesPerByte = 150;
constexpr double kEmittedBytesPerByte = 12;
constexpr double kBasesToCompilePerByte = 0.00065;
constexpr double kObjectBytesPerByte = 300;

/// What a schema may cost whatever its size.
constexpr double kGeneratorSeconds = 0.05;
constexpr double kGeneratorBytes = 8 * kMegabyte;
constexpr double kEmittedBytes = 8'000;
constexpr double kBasesToCompile = 1;
constexpr double kObjectBytes = 200'000;

double above(double cost, double base) { return cost > base ? cost - base : 0; }

}  // namespace

std::vector<std::string> broken_bounds(const Cost& cost, const Cost& base) {
  std::vector<std::string> broken;
  const auto check = [&](const char* what, double found, double most) {
    if (found > most)
      broken.push_back(fmt::format("{}: {:.3f}, at most {:.3f}", what, found, most));
  };
  const auto bytes = static_cast<double>(cost.schema_bytes);
  check("seconds of eventc", above(cost.generator_seconds, base.generator_seconds),
        kGeneratorSeconds + kGeneratorSecondsPerMegabyte * bytes / kMegabyte);
  check(
      "MB of eventc's memory",
      above(static_cast<double>(cost.generator_bytes), static_cast<double>(base.generator_bytes)) /
          kMegabyte,
      (kGeneratorBytes + kGeneratorBytesPerByte * bytes) / kMegabyte);
  check("bytes of C++", static_cast<double>(cost.emitted_bytes),
        kEmittedBytes + kEmittedBytesPerByte * bytes);
  check("seconds of the C++ compiler", above(cost.compile_seconds, base.compile_seconds),
        base.compile_seconds * (kBasesToCompile + kBasesToCompilePerByte * bytes));
  check("bytes of the object file",
        above(static_cast<double>(cost.object_bytes), static_cast<double>(base.object_bytes)),
        kObjectBytes + kObjectBytesPerByte * bytes);
  return broken;
}

std::string table_head() {
  return fmt::format("{:<38}{:>9}{:>7}{:>9}{:>8}{:>9}{:>10}{:>9}{:>10}  {}\n", "schema", "bytes",
                     "sub-", "eventc", "", "C++ per", "compiler", "ms per", "object B",
                     "verdicts") +
         fmt::format("{:<38}{:>9}{:>7}{:>9}{:>8}{:>9}{:>10}{:>9}{:>10}\n", "", "", "schemas", "ms",
                     "MB", "byte", "s", "subschema", "per sub.");
}

std::string table_row(const std::string& name, const Cost& cost, const Cost& base) {
  const double subschemas = cost.subschemas == 0 ? 1 : static_cast<double>(cost.subschemas);
  const double bytes = cost.schema_bytes == 0 ? 1 : static_cast<double>(cost.schema_bytes);
  const double compile = above(cost.compile_seconds, base.compile_seconds);
  const double object =
      above(static_cast<double>(cost.object_bytes), static_cast<double>(base.object_bytes));
  return fmt::format("{:<38}{:>9}{:>7}{:>9.1f}{:>8.1f}{:>9.1f}{:>10.2f}{:>9.1f}{:>10.0f}", name,
                     cost.schema_bytes, cost.subschemas, cost.generator_seconds * 1000,
                     static_cast<double>(cost.generator_bytes) / kMegabyte,
                     static_cast<double>(cost.emitted_bytes) / bytes, cost.compile_seconds,
                     compile * 1000 / subschemas, object / subschemas);
}

}  // namespace wild
