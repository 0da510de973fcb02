// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "measurement.hpp"

namespace eventc::bench {

/// How long each contender runs: `repetitions` times `seconds` of processor time, at least.
struct Effort {
  int repetitions = 5;
  double seconds = 0.05;
};

/// Runs each contender on each payload that it is for once, and on broken ones where it checks
/// payloads. Throws std::runtime_error when one refuses what is valid, or accepts what is not:
/// then it does other work than it says, and its time means nothing.
void rehearse(const std::vector<Payload>& corpus);

/// Measures what matches `filter`, a regular expression that is searched for in
/// "step/payload/form/contender"; repetitions of all contenders are interleaved at random, so that
/// what disturbs the machine disturbs all of them alike. Tells its progress on a terminal.
[[nodiscard]] std::vector<Measurement> measure(const std::vector<Payload>& corpus,
                                               const std::string& filter, const Effort& effort);

}  // namespace eventc::bench
