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
#include <vector>

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
constexpr double kBar = 30;

std::size_t records_of(std::size_t bytes) {
  const std::size_t two = kinesis_payload(2).size();
  const std::size_t one = kinesis_payload(1).size();
  return 1 + (std::max(bytes, one) - one) / (two - one);
}

/// A payload, and the nanoseconds for each of its bytes: the least of all rounds.
struct Row {
  std::size_t records = 0;
  std::string text;
  double validate = 0;
  double parse = 0;
  double owned = 0;
};

void measure(const std::string& text, double& least, const std::function<bool()>& work) {
  const std::size_t runs = std::max<std::size_t>(1, kBytesOfARound / text.size());
  const auto begin = std::chrono::steady_clock::now();
  for (std::size_t i = 0; i < runs; ++i) {
    if (!work()) {
      fmt::print(stderr, "scaling: a payload of {} bytes was refused\n", text.size());
      std::exit(EXIT_FAILURE);
    }
  }
  const std::chrono::duration<double, std::nano> spent = std::chrono::steady_clock::now() - begin;
  const double each = spent.count() / static_cast<double>(runs * text.size());
  if (least == 0 || each < least) least = each;
}

void measure(Row& row, Arena& arena) {
  measure(row.text, row.validate, [&] { return validate<KinesisEvent>(row.text).ok(); });
  measure(row.text, row.parse, [&] {
    arena.reset();
    return parse<KinesisEvent>(row.text, arena).has_value();
  });
  measure(row.text, row.owned, [&] { return parse<Owned<KinesisEvent>>(row.text).has_value(); });
}

std::vector<Row> make_rows() {
  std::vector<Row> rows;
  const auto add = [&](std::size_t bytes) {
    const std::size_t records = records_of(bytes);
    rows.push_back({records, kinesis_payload(records)});
  };
  for (std::size_t bytes = kSmallest; bytes < kLargest; bytes *= kStep) add(bytes);
  add(kLargest);
  return rows;
}

void print(const std::vector<Row>& rows) {
  fmt::print("| {:>9} | {:>8} | {:>9} | {:>9} | {:>9} | {:<40} |\n", "bytes", "records", "validate",
             "parse", "owned", "validate");
  fmt::print("|--:|--:|--:|--:|--:|---|\n");
  for (const Row& row : rows) {
    const auto bar = static_cast<std::size_t>(std::min(row.validate * kBar, 40.0));
    fmt::print("| {:>9} | {:>8} | {:>9.3f} | {:>9.3f} | {:>9.3f} | {:<40} |\n", row.text.size(),
               row.records, row.validate, row.parse, row.owned, std::string(bar, '#'));
  }
}

}  // namespace
}  // namespace eventc::bench

int main(int argc, char** argv) {
  namespace bench = eventc::bench;
  const int rounds = argc > 1 && std::string_view(argv[1]) == "--quick" ? 2 : 9;
  std::vector<bench::Row> rows = bench::make_rows();
  eventc::Arena arena;
  // Round by round: what disturbs the machine disturbs all sizes alike.
  for (int round = 0; round < rounds; ++round) {
    for (bench::Row& row : rows) bench::measure(row, arena);
  }
  bench::print(rows);
  return 0;
}
