// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "base/print.hpp"
#include "compiler.hpp"

namespace eventc::compiler {

/// eventc's exit codes.
enum class ExitCode {
  Done = 0,
  Diagnostics = 1,  ///< schemas with errors; outputs that --check found stale
  Usage = 2,        ///< wrong usage, or a file that cannot be read or written
};

struct CommandLine {
  Request request;
  /// None: nothing is written, and the request asks for an explanation.
  std::optional<std::string> output_folder;
  std::optional<std::string> depfile;
  std::optional<std::string> depfile_target;
  bool check = false;
  ErrorFormat error_format = ErrorFormat::Human;
};

/// What is to be printed instead of running: help or the version (exit code Done), or what is wrong
/// with the arguments.
struct Answer {
  ExitCode exit_code = ExitCode::Done;
  std::string text;
};

[[nodiscard]] std::variant<CommandLine, Answer> parse_command_line(int argc,
                                                                   const char* const* argv);

}  // namespace eventc::compiler
