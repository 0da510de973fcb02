// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "golden_event.hpp"

// seeds FOLDER: the payloads of tests/golden as inputs of the fuzzer.

namespace fs = std::filesystem;

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("usage: eventc_fuzz_seeds FOLDER\n", stderr);
    return 2;
  }
  const fs::path folder = arguments[1];
  fs::create_directories(folder);
  std::size_t written = 0;
  const std::vector<golden::Event> events = golden::events();
  for (std::size_t event = 0; event < events.size(); ++event) {
    for (const char* const kind : {"valid", "invalid"}) {
      for (const auto& file :
           fs::directory_iterator(fs::path(EVENTC_GOLDEN_DIR) / events[event].folder / kind)) {
        if (file.path().extension() != ".json") continue;
        std::ifstream in(file.path(), std::ios::binary);
        std::ofstream out(folder / std::to_string(written++), std::ios::binary);
        out << static_cast<char>(event / 256) << static_cast<char>(event % 256) << in.rdbuf();
        if (!out.flush()) {
          std::perror(folder.c_str());
          return 1;
        }
      }
    }
  }
}
