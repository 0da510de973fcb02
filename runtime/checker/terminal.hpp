// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <signal.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace eventc::checker {

/// Colour is for people at a terminal (https://no-color.org).
[[nodiscard]] bool wants_colour(int file);

/// While there is one, a signal that ends the process (SIGINT, SIGTERM, SIGHUP) first clears the
/// progress line and ends any colour, so that the prompt comes back as it was; then the process
/// ends by that signal, as its parent expects. Signals that the parent has ignored stay ignored.
/// SIGPIPE is ignored: who writes sees the error.
class SignalGuard {
 public:
  explicit SignalGuard(bool uses_colour);
  SignalGuard(const SignalGuard&) = delete;
  SignalGuard& operator=(const SignalGuard&) = delete;
  ~SignalGuard();

 private:
  static constexpr std::array<int, 3> kEnding{SIGINT, SIGTERM, SIGHUP};

  std::array<struct sigaction, kEnding.size()> before_{};
  struct sigaction pipe_before_ {};
};

/// Writes to a file descriptor, past short writes and interruptions. After a failure it writes
/// nothing more.
class Output {
 public:
  explicit Output(int file) : file_(file) {}

  void write(std::string_view text);
  /// The number of the first error, as in errno; 0: all is well.
  [[nodiscard]] int failure() const { return failure_; }

 private:
  int file_;
  int failure_ = 0;
};

/// A line on standard error that says how far the work is; only on a terminal, and only when there
/// is much to do.
class Progress {
 public:
  Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { clear(); }

  /// The size of all input in bytes; 0 where that is not known.
  void expect(std::uint64_t total) { total_ = total; }
  void add(std::size_t documents, std::uint64_t bytes);
  /// Draws it where it is due.
  void tick();
  /// Before anything else is written to the terminal.
  void clear();

 private:
  [[nodiscard]] std::string text() const;

  using Clock = std::chrono::steady_clock;

  bool is_enabled_;
  std::uint64_t total_ = 0;
  std::uint64_t documents_ = 0;
  std::uint64_t bytes_ = 0;
  Clock::time_point next_;
};

}  // namespace eventc::checker
