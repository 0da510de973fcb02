// SPDX-License-Identifier: Apache-2.0

// How the time for a payload grows with its size: nanoseconds for each byte, which stay the same
// where time is linear.

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <eventc/view.hpp>
#include <events/bundle.hpp>
#include <functional>
#include <string>
#include <string_view>

#include "../payloads.hpp"

namespace eventc::bench {
namespace {

using events::KinesisEvent;

constexpr std::size_t kSmallest = 1'000;
constexpr std::size_t kLargest = 64'000'000;
constexpr std::size_t kStep = 4;

/// What is enough for one round, in bytes: small payloads run many times.
constexpr std::size_t kBytesOfARound = 16'000'000;

/// A bar of this many characters is a nanosecond for each byte.
constexpr double kBar = 12;

std::size_t records_of(std::size_t bytes) {
  const std::size_t two = kinesis_payload(2).size();
  const std::size_t one = kinesis_payload(1).size();
  return 1 + (std::max(bytes, one) - one) / (two - one);
}

/// Nanoseconds for each byte, the least of all rounds.
double measure(const std::string& text, int rounds, const std::function<bool()>& work) {
  const std::size_t runs = std::max<std::size_t>(1, kBytesOfARound / text.size());
  double least = 0;
  for (int round = 0; round < rounds; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < runs; ++i) {
      if (!work()) {
        fmt::print(stderr, "scaling: a payload of {} bytes was refused\n", text.size());
        std::exit(EXIT_FAILURE);
      }
    }
    const std::chrono::duration<double, std::nano> spent = std::chrono::steady_clock::now() - begin;
    const double each = spent.count() / static_cast<double>(runs * text.size());
    if (round == 0 || each < least) least = each;
  }
  return least;
}

void print_row(std::size_t records, int rounds) {
  const std::string text = kinesis_payload(records);
  Arena arena;
  const double validated = measure(text, rounds, [&] { return validate<KinesisEvent>(text).ok(); });
  const double viewed = measure(text, rounds, [&] {
    arena.reset();
    return parse<KinesisEvent>(text, arena).has_value();
  });
  const double owned =
      measure(text, rounds, [&] { return parse<Owned<KinesisEvent>>(text).has_value(); });
  const auto bar = static_cast<std::size_t>(std::min(validated * kBar, 40.0));
  fmt::print("| {:>9} | {:>8} | {:>9.3f} | {:>9.3f} | {:>9.3f} | {:<40} |\n", text.size(), records,
             validated, viewed, owned, std::string(bar, '#'));
}

}  // namespace
}  // namespace eventc::bench

int main(int argc, char** argv) {
  namespace bench = eventc::bench;
  const int rounds = argc > 1 && std::string_view(argv[1]) == "--quick" ? 2 : 7;
  fmt::print("| {:>9} | {:>8} | {:>9} | {:>9} | {:>9} | {:<40} |\n", "bytes", "records", "validate",
             "parse", "owned", "validate");
  fmt::print("|--:|--:|--:|--:|--:|---|\n");
  for (std::size_t bytes = bench::kSmallest; bytes < bench::kLargest; bytes *= bench::kStep)
    bench::print_row(bench::records_of(bytes), rounds);
  bench::print_row(bench::records_of(bench::kLargest), rounds);
  return 0;
}
