// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "compiler.hpp"

/// For tests of `eventc explain`: schemas as texts in, what is printed out.
namespace eventc::compiler::testing {

struct ExplainOptions {
  ExplainFormat format = ExplainFormat::Human;
  Draft dialect = Draft::Draft202012;
  bool format_assertion = false;
  /// Files that references may find.
  std::vector<std::pair<std::string, std::string>> others = {};
};

/// Of the files, by name and text. What eventc says of them, where they have errors.
[[nodiscard]] std::string explain(const std::vector<std::pair<std::string, std::string>>& given,
                                  const ExplainOptions& options = {});
/// Of one schema, in the file "a.json".
[[nodiscard]] std::string explain(const std::string& schema, const ExplainOptions& options = {});

/// Of the text, the lines of the location ("" for the root), its own first.
[[nodiscard]] std::string explain_at(const std::string& pointer, const std::string& schema,
                                     const ExplainOptions& options = {});
/// Of the text, what is read a second time, from that headline on.
[[nodiscard]] std::string explain_rereadings(const std::string& schema);

}  // namespace eventc::compiler::testing
