// SPDX-License-Identifier: Apache-2.0
#include "outcome.hpp"

#include <vector>

#include "golden_event.hpp"

// Compiled twice, as the runtime is: with vectors into the program, without them into the library
// eventc_fuzz_plain.

namespace golden {

std::string outcome_of(std::size_t event, std::string_view payload) {
  static const std::vector<Event> all = events();
  bool is_accepted = false;
  std::string text = all[event].compare(payload, is_accepted);
  const Outcome outcome = is_accepted ? all[event].accept(payload) : all[event].refuse(payload);
  return text + '\n' + outcome.text + outcome.contradiction;
}

}  // namespace golden
