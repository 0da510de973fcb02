// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Programs that a test starts, on POSIX systems.
namespace verdicts {

/// A program and its arguments. The program is looked for in PATH.
using Command = std::vector<std::string>;

/// A program that has run to its end.
struct Finished {
  /// As a shell has it: 128 and the signal's number for one that a signal ended; 127 where there is
  /// no such program, 124 where it took too long.
  int exit_code = 0;
  double wall_seconds = 0;
  /// User and system time, its children's included (getrusage(2)): what other processes do at the
  /// same time changes it little.
  double cpu_seconds = 0;
  /// The largest resident set. It is no smaller than that of the process that started it.
  std::size_t peak_bytes = 0;
  /// What it wrote to its standard output and standard error.
  std::string output;
};

/// A program that takes longer than the limit is killed.
[[nodiscard]] Finished run(const Command& command,
                           std::chrono::seconds limit = std::chrono::seconds(600));

/// What an exit code says in words: "exit code 1", "Segmentation fault".
[[nodiscard]] std::string describe_exit(int exit_code);

/// A running program that is asked and answers, by its standard input and output. It is killed when
/// this goes.
class Dialogue {
 public:
  /// Standard error goes to a file.
  Dialogue(const Command& command, const std::string& error_file);
  ~Dialogue();
  Dialogue(const Dialogue&) = delete;
  Dialogue& operator=(const Dialogue&) = delete;

  /// False: the program reads no more.
  [[nodiscard]] bool send(std::string_view text);
  /// What it writes up to the next line feed, which is left out. Nothing where it ends or takes
  /// longer than the limit.
  [[nodiscard]] std::optional<std::string> receive_line(std::chrono::seconds limit);
  /// So many bytes of what it writes.
  [[nodiscard]] std::optional<std::string> receive(std::size_t bytes, std::chrono::seconds limit);
  /// Why nothing was received: how the program ended, or that it took too long. Ends the program.
  [[nodiscard]] std::string why_silent();

 private:
  /// Reads on; false at the end of the output or of the time.
  bool read_more(std::chrono::steady_clock::time_point deadline);

  pid_t process_ = -1;
  int to_program_ = -1;
  int from_program_ = -1;
  std::string received_;
  bool timed_out_ = false;
};

}  // namespace verdicts
