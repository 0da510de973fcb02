// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace eventc::bench {

/// A way of handling a payload, and the nanoseconds that it takes: the least of all rounds.
struct Way {
  std::string name;
  std::function<void()> run;
  double least = 0;
};

/// Round by round: what disturbs the machine disturbs all ways alike.
void measure(std::vector<Way>& ways, std::size_t rounds, std::size_t runs);

}  // namespace eventc::bench
