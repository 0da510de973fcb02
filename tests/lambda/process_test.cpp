// SPDX-License-Identifier: Apache-2.0

// run() in a process of its own: signals, exit codes, what it says.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <optional>
#include <string>

#include "runtime_api_stub.hpp"

namespace eventc::lambda::testing {
namespace {

using ::testing::HasSubstr;
using Resource = RuntimeApiStub::Resource;

/// The program child.cpp. Its output and errors are kept.
class Child {
 public:
  Child(const char* what, const std::optional<std::string>& runtime_api) {
    std::array<int, 2> pipe_ends{};
    EXPECT_EQ(pipe(pipe_ends.data()), 0);
    const std::string variable = "AWS_LAMBDA_RUNTIME_API=" + runtime_api.value_or("");
    const char* const arguments[] = {EVENTC_LAMBDA_CHILD, what, nullptr};
    const char* const variables[] = {runtime_api ? variable.c_str() : nullptr, nullptr};
    process_ = fork();
    if (process_ == 0) {
      dup2(pipe_ends[1], STDOUT_FILENO);
      dup2(pipe_ends[1], STDERR_FILENO);
      close(pipe_ends[0]);
      close(pipe_ends[1]);
      execve(EVENTC_LAMBDA_CHILD, const_cast<char* const*>(arguments),
             const_cast<char* const*>(variables));
      _exit(127);
    }
    close(pipe_ends[1]);
    output_end_ = pipe_ends[0];
  }
  ~Child() {
    if (process_ > 0) {
      kill(process_, SIGKILL);
      waitpid(process_, nullptr, 0);
    }
    close(output_end_);
  }

  void send(int signal) const { kill(process_, signal); }
  /// What it says within ten seconds, or nothing.
  std::string read_some() {
    pollfd readable{output_end_, POLLIN, 0};
    std::array<char, 4096> buffer{};
    if (poll(&readable, 1, 10'000) <= 0) return "";
    const ssize_t size = read(output_end_, buffer.data(), buffer.size());
    return {buffer.data(), static_cast<std::size_t>(size < 0 ? 0 : size)};
  }
  /// Waits for its end; 128 and the signal's number where one ended it.
  int wait() {
    std::array<char, 4096> buffer{};
    ssize_t size = 0;
    while ((size = read(output_end_, buffer.data(), buffer.size())) > 0)
      output_.append(buffer.data(), static_cast<std::size_t>(size));
    int status = 0;
    waitpid(process_, &status, 0);
    process_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  [[nodiscard]] const std::string& output() const { return output_; }

 private:
  pid_t process_ = -1;
  int output_end_ = -1;
  std::string output_;
};

TEST(Process, CleansUpAndEndsWellUponSignals) {
  for (const int signal : {SIGTERM, SIGINT}) {
    RuntimeApiStub api;
    Child child("echo", api.authority());
    EXPECT_EQ(api.wait_for_answer(api.offer("[1]")).request.body, "[1]");
    api.wait_for_idle();
    child.send(signal);
    EXPECT_EQ(child.wait(), 0) << child.output();
    EXPECT_EQ(child.output(), "got [1]\ncleaned up\n");
  }
}

TEST(Process, KeepsNothingBackOfWhatHandlersPrint) {
  RuntimeApiStub api;
  Child child("echo", api.authority());
  (void)api.wait_for_answer(api.offer("[1]"));
  EXPECT_EQ(child.read_some(), "got [1]\n");
}

TEST(Process, KeepsWhatInitializationMakes) {
  RuntimeApiStub api;
  Child child("make", api.authority());
  for (const char* const event : {"[1]", "[2]"}) {
    EXPECT_EQ(api.wait_for_answer(api.offer(event)).request.body, event);
    EXPECT_EQ(child.read_some(), std::string("made to get ") + event + "\n");
  }
}

TEST(Process, EndsWithOneWhereInitializationFails) {
  RuntimeApiStub api;
  Child child("throw", api.authority());
  EXPECT_EQ(child.wait(), 1);
  EXPECT_EQ(child.output(),
            "eventc::lambda: initialization: std::runtime_error: no configuration\n");
  EXPECT_THAT(api.wait_for(Resource::InitError).body, HasSubstr("no configuration"));
}

TEST(Process, EndsWithOneWhereTheContainerFails) {
  RuntimeApiStub api;
  api.fail(Resource::Next, RuntimeApiStub::Fault::Status500);
  Child child("echo", api.authority());
  EXPECT_EQ(child.wait(), 1);
  EXPECT_THAT(child.output(), HasSubstr("invocation/next: status 500"));
}

TEST(Process, SaysWhereItIsMeantToRun) {
  Child child("echo", std::nullopt);
  EXPECT_EQ(child.wait(), 2);
  EXPECT_THAT(child.output(), HasSubstr("This program is a function for AWS Lambda"));
  EXPECT_THAT(child.output(), HasSubstr("AWS_LAMBDA_RUNTIME_API"));
  EXPECT_THAT(child.output(), HasSubstr("router.dispatch(payload)"));
}

}  // namespace
}  // namespace eventc::lambda::testing
