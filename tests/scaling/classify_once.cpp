// SPDX-License-Identifier: Apache-2.0
#include <events/bundle.hpp>
#include <fstream>
#include <iostream>
#include <sstream>

/// What classify_cost.sh counts the instructions of.
extern "C" [[gnu::noinline]] std::size_t classify_once(const std::string& payload) {
  return eventc::route::classify(payload, events::Bundle::routes());
}

/// Prints the name of the event that a file's payload is.
int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ostringstream payload;
  payload << std::ifstream(argv[1]).rdbuf();
  const std::size_t event = classify_once(payload.str());
  std::cout << (event == eventc::route::kUnknown ? "unknown"
                                                 : events::Bundle::routes().event_names[event])
            << '\n';
}
