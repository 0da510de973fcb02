// SPDX-License-Identifier: Apache-2.0

// The nanoseconds that it takes to classify the payloads of files: classify_time FILE...

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <events/bundle.hpp>
#include <fstream>
#include <sstream>
#include <string>

int main(int argc, char** argv) {
  constexpr int kRounds = 50;
  constexpr int kRuns = 20'000;
  const eventc::route::Table& routes = events::Bundle::routes();
  for (int i = 1; i < argc; ++i) {
    std::ostringstream text;
    text << std::ifstream(argv[i]).rdbuf();
    const std::string payload = text.str();
    double least = 0;
    std::size_t sum = 0;
    for (int round = 0; round < kRounds; ++round) {
      const auto begin = std::chrono::steady_clock::now();
      for (int run = 0; run < kRuns; ++run) sum += eventc::route::classify(payload, routes);
      const std::chrono::duration<double, std::nano> spent =
          std::chrono::steady_clock::now() - begin;
      if (least == 0 || spent.count() < least) least = spent.count();
    }
    std::printf(" %.0f", least / kRuns + (sum == 1 ? 1e-9 : 0));
  }
  std::printf("\n");
}
