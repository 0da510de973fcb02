// SPDX-License-Identifier: Apache-2.0
//
// stopwatch CASES ROUNDS SECONDS: how long compiled code takes over payloads. CASES is a file of
// lines "ID PATH"; for each of them a line "valid SECONDS" or "invalid SECONDS" is written: the
// least of all rounds, each of which takes SECONDS for a case.
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "verdicts/runner.hpp"

namespace verdicts {
namespace {

using Accepts = bool (*)(std::string_view);

/// Within a function, because registrations may come before this file's own variables.
std::map<std::string, Accepts, std::less<>>& known() {
  static std::map<std::string, Accepts, std::less<>> all;
  return all;
}

struct Case {
  Accepts accepts = nullptr;
  std::string text;
  std::size_t runs = 1;
  double least = 0;  ///< seconds; 0 before the first round
};

double once(const Case& measured, std::size_t runs) {
  const auto begin = std::chrono::steady_clock::now();
  for (std::size_t i = 0; i < runs; ++i) {
    const bool accepted = measured.accepts(measured.text);
    asm volatile("" : : "r"(accepted) : "memory");
  }
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
  return spent.count();
}

void measure(Case& measured, double seconds) {
  while (measured.least == 0 && once(measured, measured.runs) < seconds) measured.runs *= 2;
  const double taken = once(measured, measured.runs) / static_cast<double>(measured.runs);
  if (measured.least == 0 || taken < measured.least) measured.least = taken;
}

std::string read_all(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Case> read_cases(const std::string& path) {
  std::vector<Case> cases;
  std::ifstream file(path);
  std::string id;
  std::string payload;
  while (file >> id && std::getline(file >> std::ws, payload)) {
    const auto found = known().find(id);
    cases.push_back({found == known().end() ? nullptr : found->second, read_all(payload)});
  }
  return cases;
}

}  // namespace

Registration::Registration(std::initializer_list<Judge> some) {
  for (const Judge& judge : some) known().emplace(judge.id, judge.accepts);
}

}  // namespace verdicts

int main(int argc, char** argv) {
  using namespace verdicts;
  if (argc != 4) return EXIT_FAILURE;
  std::vector<Case> cases = read_cases(argv[1]);
  for (int left = std::atoi(argv[2]); left > 0; --left) {
    for (Case& measured : cases) {
      if (measured.accepts != nullptr) measure(measured, std::atof(argv[3]));
    }
  }
  std::cout << std::setprecision(6);
  for (const Case& measured : cases) {
    if (measured.accepts == nullptr) {
      std::cout << "refused not compiled\n";
    } else {
      std::cout << (measured.accepts(measured.text) ? "valid " : "invalid ") << measured.least
                << '\n';
    }
  }
  return EXIT_SUCCESS;
}
