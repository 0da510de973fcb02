// SPDX-License-Identifier: Apache-2.0
#include "way.hpp"

#include <chrono>

namespace eventc::bench {
namespace {

void measure(Way& way, std::size_t runs) {
  const auto begin = std::chrono::steady_clock::now();
  for (std::size_t i = 0; i < runs; ++i) way.run();
  const std::chrono::duration<double, std::nano> spent = std::chrono::steady_clock::now() - begin;
  const double each = spent.count() / static_cast<double>(runs);
  if (way.least == 0 || each < way.least) way.least = each;
}

}  // namespace

void measure(std::vector<Way>& ways, std::size_t rounds, std::size_t runs) {
  for (std::size_t round = 0; round < rounds; ++round) {
    for (Way& way : ways) measure(way, runs);
  }
}

}  // namespace eventc::bench
