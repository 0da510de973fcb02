// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "suite.hpp"

namespace conformance {

/// A test that is not required and not passed, and why that is right.
struct Exception {
  std::vector<std::string> drafts;
  /// As Group has it.
  std::string file;
  std::string group;
  std::string test;
  std::string reason;
};

/// exceptions.json. Throws std::runtime_error where it is not of the form that the file there
/// shows, names a required file, or gives no reason.
[[nodiscard]] std::vector<Exception> read_exceptions(const std::string& path);

/// Nothing for a test of the required part, whatever the file says.
[[nodiscard]] const Exception* find_exception(const std::vector<Exception>& exceptions,
                                              std::string_view draft, const Group& group,
                                              const Test& test);

}  // namespace conformance
