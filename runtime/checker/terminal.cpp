// SPDX-License-Identifier: Apache-2.0
#include "terminal.hpp"

#include <poll.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>

#include "text.hpp"

namespace eventc::checker {
namespace {

constexpr std::chrono::milliseconds kPatience{500};
constexpr std::chrono::milliseconds kInterval{100};
constexpr std::string_view kClearLine = "\r\x1b[K";
constexpr std::string_view kEndColour = "\x1b[0m";

// What a signal handler has to know. Handlers have no other way to learn it.
std::atomic<bool> is_line_drawn{false};
std::atomic<bool> is_coloured{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a handler must not wait");

bool is_set(const char* variable) {
  const char* const value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

/// One that acts upon escape sequences.
bool is_terminal(int file) {
  const char* const kind = std::getenv("TERM");
  return isatty(file) != 0 && (kind == nullptr || std::string_view(kind) != "dumb");
}

/// For a handler: whatever becomes of it.
void write_once(int file, std::string_view text) {
  [[maybe_unused]] const ssize_t count = ::write(file, text.data(), text.size());
}

/// SA_RESETHAND has put the default action back: the process ends when this returns.
void clean_up(int signal) {
  if (is_line_drawn) write_once(STDERR_FILENO, kClearLine);
  if (is_coloured) write_once(STDOUT_FILENO, kEndColour);
  ::raise(signal);
}

}  // namespace

bool wants_colour(int file) { return is_terminal(file) && !is_set("NO_COLOR"); }

SignalGuard::SignalGuard(bool uses_colour) {
  is_coloured = uses_colour;
  struct sigaction action {};
  sigemptyset(&action.sa_mask);
  action.sa_handler = clean_up;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  for (std::size_t i = 0; i < kEnding.size(); ++i) {
    ::sigaction(kEnding[i], nullptr, &before_[i]);
    if (before_[i].sa_handler != SIG_IGN) ::sigaction(kEnding[i], &action, nullptr);
  }
  struct sigaction ignore {};
  sigemptyset(&ignore.sa_mask);
  ignore.sa_handler = SIG_IGN;
  ::sigaction(SIGPIPE, &ignore, &pipe_before_);
}

SignalGuard::~SignalGuard() {
  for (std::size_t i = 0; i < kEnding.size(); ++i) ::sigaction(kEnding[i], &before_[i], nullptr);
  ::sigaction(SIGPIPE, &pipe_before_, nullptr);
  is_coloured = false;
}

void Output::write(std::string_view text) {
  while (!text.empty() && failure_ == 0) {
    const ssize_t count = ::write(file_, text.data(), text.size());
    if (count >= 0) {
      text.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno == EAGAIN) {
      pollfd output{file_, POLLOUT, 0};
      ::poll(&output, 1, -1);
    } else if (errno != EINTR) {
      failure_ = errno;
    }
  }
}

Progress::Progress() : is_enabled_(is_terminal(STDERR_FILENO)), next_(Clock::now() + kPatience) {}

void Progress::add(std::size_t documents, std::uint64_t bytes) {
  documents_ += documents;
  bytes_ += bytes;
}

void Progress::tick() {
  if (!is_enabled_) return;
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + kInterval;
  is_line_drawn = true;  // first: a handler may rather clear too much
  Output(STDERR_FILENO).write(std::string(kClearLine) + text());
}

void Progress::clear() {
  if (is_line_drawn.exchange(false)) Output(STDERR_FILENO).write(kClearLine);
}

std::string Progress::text() const {
  constexpr std::uint64_t kMebibyte = std::uint64_t{1} << 20;
  std::string text = counted(documents_, "document") + ", " + std::to_string(bytes_ / kMebibyte);
  if (total_ != 0) text += " of " + std::to_string(total_ / kMebibyte);
  return text + " MiB";
}

}  // namespace eventc::checker
