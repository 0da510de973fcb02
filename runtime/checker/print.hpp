// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "command_line.hpp"
#include "eventc/input/splitter.hpp"
#include "sources.hpp"
#include "verdict.hpp"

namespace eventc::checker {

/// How verdicts are told.
struct Style {
  Command command = Command::Check;
  Format format = Format::Human;
  bool colour = false;
  /// Valid documents are left out.
  bool quiet = false;
  /// Every document is to be refused: one that is not is what is wrong.
  bool expect_invalid = false;
};

/// How many documents there are of each Verdict::Kind.
struct Tally {
  std::size_t valid = 0;
  std::size_t invalid = 0;
  std::size_t unknown = 0;
  std::size_t undecided = 0;

  void add(Verdict::Kind kind);
  void add(const Tally& other);
  [[nodiscard]] std::size_t total() const { return valid + invalid + unknown + undecided; }
};

/// All that is said of a document, in whole lines; what comes from outside is escaped.
[[nodiscard]] std::string print(const Source& source, const input::Document& document,
                                const Verdict& verdict, const Style& style);

/// The last line of a report, "3 documents: 1 valid, 1 invalid, 1 unknown"; nothing where programs
/// read, or where each document has a line. "1 undecided" only where there are such.
[[nodiscard]] std::string print_summary(const Tally& tally, const Style& style);

/// What print() chooses from.
[[nodiscard]] std::string print_human(const Source& source, const input::Document& document,
                                      const Verdict& verdict, const Style& style);
[[nodiscard]] std::string print_github(const Source& source, const input::Document& document,
                                       const Verdict& verdict, const Style& style);
[[nodiscard]] std::string print_json(const Source& source, const input::Document& document,
                                     const Verdict& verdict, const Style& style);

}  // namespace eventc::checker
