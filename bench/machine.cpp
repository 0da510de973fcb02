// SPDX-License-Identifier: Apache-2.0
#include "machine.hpp"

#include <stdlib.h>

#include <fstream>
#include <thread>

namespace eventc::bench {
namespace {

/// As Linux tells it.
std::string model() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);) {
    const std::size_t colon = line.find(": ");
    if (line.starts_with("model name") && colon != std::string::npos) return line.substr(colon + 2);
  }
  return "a processor of unknown model";
}

}  // namespace

std::string processor() {
  const unsigned cores = std::thread::hardware_concurrency();
  return model() + ", " + std::to_string(cores) + (cores == 1 ? " core" : " cores");
}

std::string compiler() { return EVENTC_BENCH_COMPILER; }

double load() {
  double minute = -1;
  return getloadavg(&minute, 1) == 1 ? minute : -1;
}

}  // namespace eventc::bench
