// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "process.hpp"

namespace verdicts {

/// Asks a linked program what compiled code makes of payloads. A payload that ends the program, or
/// that it takes longer than 20 s over, costs one answer: the program is started again.
class Court {
 public:
  /// `error_file` takes what the program writes to its standard error.
  Court(std::string program, std::string error_file);

  /// Empty where validate() and parse() both find what they should: that a payload is valid, or
  /// that it is not. parse() may also answer that a valid payload is not representable. Otherwise
  /// in words: `validate(): valid; parse(): invalid (/a (1:6): …)`.
  [[nodiscard]] std::string disagreement(const std::string& id, std::string_view payload,
                                         bool expected_valid);

 private:
  std::string program_;
  std::string error_file_;
  std::unique_ptr<Dialogue> running_;
};

}  // namespace verdicts
