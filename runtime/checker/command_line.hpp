// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "eventc/checker.hpp"

namespace eventc::checker {

enum class ExitCode : std::uint8_t {
  AllWell = 0,
  SomeNot = 1,  ///< Some document is not what it should be.
  Fault = 2,    ///< Wrong usage, or something cannot be read or written.
};

enum class Command : std::uint8_t { Check, Classify };

enum class Format : std::uint8_t { Human, Github, Json };

/// What the user asks for.
struct CommandLine {
  Command command = Command::Check;
  std::vector<std::string> inputs;
  /// The type that every document is to be; null: the one that it is routed to.
  const EventType* as = nullptr;
  Format format = Format::Human;
  std::size_t jobs = 1;
  bool quiet = false;
  /// Every document is to be refused.
  bool expect_invalid = false;
};

/// What there is to say instead: help, the version, or what is wrong with the command line.
struct Answer {
  ExitCode exit_code = ExitCode::AllWell;
  std::string text;
};

[[nodiscard]] std::variant<CommandLine, Answer> parse_command_line(int argc,
                                                                   const char* const* argv,
                                                                   std::string_view program,
                                                                   const CheckedBundle& bundle);

}  // namespace eventc::checker
