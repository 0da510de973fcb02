// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "process.hpp"

namespace verdicts {

/// What compiled code makes of a payload.
struct Reply {
  /// V: valid; I: invalid; R: not representable; N: no verdict; ?: the code is not in the program.
  char validate = '?';
  char parse = '?';
  std::string validate_message;
  std::string parse_message;
  /// The report in the specification's form.
  std::string basic_output;
  /// Where there is no answer at all, how the program ended instead; else empty.
  std::string end;
};

/// Empty where validate() and parse() both found what they should: that a payload is valid, or that
/// it is not. parse() may also answer that a valid payload is not representable. Otherwise in
/// words: `validate(): valid; parse(): invalid (/a (1:6): …)`.
[[nodiscard]] std::string disagreement(const Reply& reply, bool expected_valid);

/// Asks a linked program. A payload that ends the program, or that it takes longer than 20 s over,
/// costs one answer: the program is started again.
class Court {
 public:
  /// `error_file` takes what the program writes to its standard error.
  Court(std::string program, std::string error_file);

  [[nodiscard]] Reply ask(const std::string& id, std::string_view payload);

 private:
  std::string program_;
  std::string error_file_;
  std::unique_ptr<Dialogue> running_;
};

}  // namespace verdicts
