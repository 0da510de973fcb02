// SPDX-License-Identifier: Apache-2.0

// Runs a function against the stub of Lambda's API, gives it one event, and tells what it did:
//
//     eventc_lambda_probe PAYLOAD-FILE ROOT COMMAND...
//
// ROOT is the folder that is "/" for the command. Exits with 0 when the event was answered and the
// command ended with 0 upon SIGTERM.

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "runtime_api_stub.hpp"

namespace {

using eventc::lambda::testing::RuntimeApiStub;
using Clock = std::chrono::steady_clock;

/// The process, or not at all.
pid_t start(const char* root, char** command) {
  const pid_t child = fork();
  if (child == 0) {
    if (chroot(root) == 0 && chdir("/") == 0) execv(command[0], command);
    _exit(127);
  }
  return child;
}

/// "VmHWM" in kB, as /proc/PID/status has it.
std::string memory(pid_t process, const std::string& what) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(what + ":")) return line.substr(line.find_first_not_of(" \t", 6));
  }
  return "unknown";
}

int end(pid_t process) {
  kill(process, SIGTERM);
  int status = 0;
  waitpid(process, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

bool probe(const std::string& payload, const char* root, char** command) {
  RuntimeApiStub api;
  setenv("AWS_LAMBDA_RUNTIME_API", api.authority().c_str(), 1);
  const Clock::time_point begin = Clock::now();
  const pid_t process = start(root, command);
  bool is_answered = false;
  try {
    api.wait_for_idle();
    const std::chrono::duration<double, std::milli> time = Clock::now() - begin;
    std::cout << "start to first event asked for: " << time.count() << " ms\n";
    const auto answer = api.wait_for_answer(api.offer(payload));
    is_answered = answer.resource == RuntimeApiStub::Resource::Response;
    std::cout << (is_answered ? "answered: " : "reported: ") << answer.request.body << "\n";
    api.wait_for_idle();
    std::cout << "resident: " << memory(process, "VmRSS") << ", at the most "
              << memory(process, "VmHWM") << "\n";
  } catch (const std::exception& exception) {
    std::cout << exception.what() << "\n";
  }
  const int exit_code = end(process);
  std::cout << "exit code: " << exit_code << "\n";
  return is_answered && exit_code == 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: eventc_lambda_probe PAYLOAD-FILE ROOT COMMAND...\n";
    return 2;
  }
  std::ostringstream payload;
  payload << std::ifstream(argv[1]).rdbuf();
  return probe(payload.str(), argv[2], argv + 3) ? 0 : 1;
}
