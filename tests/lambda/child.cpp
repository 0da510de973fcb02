// SPDX-License-Identifier: Apache-2.0

// A function as a process of its own, for process_test.cpp. Its argument says what it does.

#include <cstdio>
#include <stdexcept>
#include <string>
#include <string_view>

#include "eventc/lambda/run.hpp"

namespace {

struct Echo {
  [[nodiscard]] eventc::Outcome dispatch(std::string_view payload, eventc::Arena&,
                                         const eventc::Context&) const {
    const std::string text(payload);
    std::fputs((before + text + "\n").c_str(), stdout);
    return {.response = text};
  }

  std::string before = "got ";
};

}  // namespace

int main(int, char** argv) {
  const std::string what = argv[1];
  if (what == "throw") {
    return eventc::lambda::run([]() -> Echo { throw std::runtime_error("no configuration"); });
  }
  if (what == "make") return eventc::lambda::run([] { return Echo{"made to get "}; });
  return eventc::lambda::run(Echo(), {.on_shutdown = [] { std::fputs("cleaned up\n", stdout); }});
}
