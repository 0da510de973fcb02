// SPDX-License-Identifier: Apache-2.0
#include "process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <system_error>

namespace verdicts {
namespace {

struct Pipe {
  int read_end = -1;
  int write_end = -1;
};

/// Neither end is handed to programs by accident.
Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0)
    throw std::system_error(errno, std::generic_category(), "pipe2");
  return {ends[0], ends[1]};
}

/// The descriptors that a program gets.
class Redirections {
 public:
  Redirections() { posix_spawn_file_actions_init(&actions_); }
  ~Redirections() { posix_spawn_file_actions_destroy(&actions_); }
  Redirections(const Redirections&) = delete;
  Redirections& operator=(const Redirections&) = delete;

  void from_file(int descriptor, const std::string& path, int flags) {
    posix_spawn_file_actions_addopen(&actions_, descriptor, path.c_str(), flags, 0644);
  }
  void from_descriptor(int descriptor, int source) {
    posix_spawn_file_actions_adddup2(&actions_, source, descriptor);
  }
  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

/// -1 where the program cannot be started.
pid_t start(const Command& command, const Redirections& redirections) {
  std::vector<char*> arguments;
  for (const std::string& argument : command)
    arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  pid_t process = -1;
  const int error = posix_spawnp(&process, arguments.front(), redirections.get(), nullptr,
                                 arguments.data(), environ);
  return error == 0 ? process : -1;
}

constexpr int kNotFound = 127;
constexpr int kTimedOut = 124;
constexpr int kSignalled = 128;

int exit_code_of(int status) {
  return WIFSIGNALED(status) ? kSignalled + WTERMSIG(status) : WEXITSTATUS(status);
}

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

/// Appends what can be read; false at the end.
bool read_some(int descriptor, std::string& text) {
  std::array<char, 65536> buffer{};
  ssize_t count = -1;
  do {
    count = read(descriptor, buffer.data(), buffer.size());
  } while (count < 0 && errno == EINTR);
  if (count <= 0) return false;
  text.append(buffer.data(), static_cast<std::size_t>(count));
  return true;
}

using Clock = std::chrono::steady_clock;

/// False where there is nothing to read before the time is over.
bool wait_for(int descriptor, Clock::time_point deadline) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
  pollfd one{descriptor, POLLIN, 0};
  return left.count() > 0 && poll(&one, 1, static_cast<int>(left.count())) != 0;
}

}  // namespace

Finished run(const Command& command, std::chrono::seconds limit) {
  Finished result;
  const Pipe output = make_pipe();
  Redirections redirections;
  redirections.from_file(STDIN_FILENO, "/dev/null", O_RDONLY);
  redirections.from_descriptor(STDOUT_FILENO, output.write_end);
  redirections.from_descriptor(STDERR_FILENO, output.write_end);

  const auto begin = Clock::now();
  const pid_t process = start(command, redirections);
  close(output.write_end);
  if (process == -1) {
    close(output.read_end);
    result.exit_code = kNotFound;
    return result;
  }
  bool in_time = true;
  do {
    in_time = wait_for(output.read_end, begin + limit);
  } while (in_time && read_some(output.read_end, result.output));
  close(output.read_end);
  if (!in_time) kill(process, SIGKILL);
  int status = 0;
  rusage usage{};
  wait4(process, &status, 0, &usage);
  const std::chrono::duration<double> wall = Clock::now() - begin;
  result.exit_code = in_time ? exit_code_of(status) : kTimedOut;
  result.wall_seconds = wall.count();
  result.cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  result.peak_bytes = static_cast<std::size_t>(usage.ru_maxrss) * 1024;
  return result;
}

std::string describe_exit(int exit_code) {
  if (exit_code == kNotFound) return "cannot be started";
  if (exit_code == kTimedOut) return "takes too long";
  if (exit_code > kSignalled) return strsignal(exit_code - kSignalled);
  return "exit code " + std::to_string(exit_code);
}

Dialogue::Dialogue(const Command& command, const std::string& error_file) {
  signal(SIGPIPE, SIG_IGN);  // a program that has ended is noticed where it is written to
  const Pipe input = make_pipe();
  const Pipe output = make_pipe();
  Redirections redirections;
  redirections.from_descriptor(STDIN_FILENO, input.read_end);
  redirections.from_descriptor(STDOUT_FILENO, output.write_end);
  redirections.from_file(STDERR_FILENO, error_file, O_WRONLY | O_CREAT | O_TRUNC);
  process_ = start(command, redirections);
  close(input.read_end);
  close(output.write_end);
  to_program_ = input.write_end;
  from_program_ = output.read_end;
  if (process_ == -1) throw std::runtime_error(command.front() + " cannot be started");
}

Dialogue::~Dialogue() {
  close(to_program_);
  close(from_program_);
  if (process_ == -1) return;
  kill(process_, SIGKILL);
  waitpid(process_, nullptr, 0);
}

bool Dialogue::send(std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = write(to_program_, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

bool Dialogue::read_more(Clock::time_point deadline) {
  timed_out_ = !wait_for(from_program_, deadline);
  return !timed_out_ && read_some(from_program_, received_);
}

std::optional<std::string> Dialogue::receive_line(std::chrono::seconds limit) {
  const auto deadline = Clock::now() + limit;
  std::size_t end = received_.find('\n');
  while (end == std::string::npos) {
    if (!read_more(deadline)) return std::nullopt;
    end = received_.find('\n');
  }
  std::string line = received_.substr(0, end);
  received_.erase(0, end + 1);
  return line;
}

std::optional<std::string> Dialogue::receive(std::size_t bytes, std::chrono::seconds limit) {
  const auto deadline = Clock::now() + limit;
  while (received_.size() < bytes) {
    if (!read_more(deadline)) return std::nullopt;
  }
  std::string text = received_.substr(0, bytes);
  received_.erase(0, bytes);
  return text;
}

std::string Dialogue::why_silent() {
  if (process_ == -1) return "it has ended";
  if (timed_out_) kill(process_, SIGKILL);
  int status = 0;
  waitpid(process_, &status, 0);
  process_ = -1;
  return timed_out_ ? "no answer in time" : describe_exit(exit_code_of(status));
}

}  // namespace verdicts
