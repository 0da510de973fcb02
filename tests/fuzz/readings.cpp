// SPDX-License-Identifier: Apache-2.0
#include "readings.hpp"

#include <vector>

#include "golden_event.hpp"

// Compiled twice, as the runtime is: with vectors into the program, without them into the library
// eventc_fuzz_plain.

namespace golden {

Readings read_as(std::size_t event, std::string_view payload) {
  static const std::vector<Event> all = events();
  bool is_accepted = false;
  Readings readings{all[event].compare(payload, is_accepted), {}};
  const Outcome outcome = is_accepted ? all[event].accept(payload) : all[event].refuse(payload);
  readings.outcome = outcome.text + outcome.contradiction;
  return readings;
}

}  // namespace golden
