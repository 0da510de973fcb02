// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/files.hpp"
#include "base/print.hpp"
#include "dialect.hpp"
#include "emit.hpp"
#include "explain/print_explanation.hpp"
#include "plan_storage.hpp"

namespace eventc::compiler {

/// What to compile.
struct Request {
  std::vector<std::string> schemas;
  /// Folders, and URI=FOLDER.
  std::vector<std::string> import_folders;
  /// Of schemas that name none.
  Draft dialect = Draft::Draft202012;
  /// "format" is checked, and not only said.
  bool format_assertion = false;
  /// Of schemas that do not say themselves how their types hold strings and lists.
  DocumentStorage storage;
  /// The type that stands for all events, as it was asked for.
  std::optional<std::string> bundle;
  std::string name_space = "events";
  /// A folder of templates that replace the built-in ones of the same name.
  std::optional<std::string> templates;
  /// False: types and validators alone, no routing table.
  bool routes = true;
  /// How events are told apart is explained, or drawn.
  bool explain_routes = false;
  bool draw_routes = false;
  /// What became of each keyword is explained, and no C++ written.
  std::optional<ExplainFormat> explain_schemas;
  /// Unknown keywords are errors.
  bool strict = false;

  /// None: no bundle is made.
  [[nodiscard]] std::optional<std::string> bundle_name() const;
};

struct Compilation {
  Diagnostics diagnostics;
  /// The texts of all files that were read, for printing diagnostics and for depfiles.
  Sources sources;
  /// Files that could not be read, each with the reason.
  std::vector<std::string> unreadable;
  /// What templates did wrong; empty when all is well.
  std::string template_error;
  /// What the request asks to be told of the schemas, or of the routes.
  std::string explanation;
  /// Empty when there is an error.
  std::vector<OutputFile> outputs;
};

/// Runs the passes in their order: the only place that knows it. Reads through `files` and writes
/// nothing.
[[nodiscard]] Compilation compile(const Request& request, Files& files);

}  // namespace eventc::compiler
