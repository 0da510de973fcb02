// SPDX-License-Identifier: Apache-2.0
#include "catalog.hpp"

#include <fmt/core.h>

#include <events/bundle.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../file.hpp"
#include "../payload_forms.hpp"
#include "../structural_scan.hpp"
#include "way.hpp"

namespace eventc::bench {
namespace {

/// Of each event the fixture that comes closest to what its service sends.
constexpr std::string_view kFixtures[] = {
    "alb-request/valid/get-with-query.json",
    "api-gateway-proxy-request/valid/rest-with-everything.json",
    "api-gateway-request-authorizer-request/valid/rest-api.json",
    "api-gateway-token-authorizer-request/valid/bearer-token.json",
    "api-gateway-v2-authorizer-request/valid/with-everything.json",
    "api-gateway-v2-http-request/valid/get-with-query.json",
    "api-gateway-websocket-request/valid/message.json",
    "cloud-watch-logs-event/valid/log-events.json",
    "dynamo-db-event/valid/every-type-of-value.json",
    "event-bridge-event/valid/object-created.json",
    "firehose-transform-event/valid/direct-put.json",
    "kafka-event/valid/msk-record.json",
    "kinesis-event/valid/two-records.json",
    "s3-event/valid/object-created.json",
    "sns-event/valid/with-attributes.json",
    "sqs-event/valid/one-message.json",
};
constexpr unsigned kOrders = 100;
constexpr std::size_t kRuns = 5'000;

std::size_t classified(std::string_view text) {
  return route::classify(text, events::Bundle::routes());
}

/// The least that has to be read of a payload to tell its event: with less, none is told.
std::size_t bytes_to_decision(std::string_view payload) {
  std::size_t few = 0;
  std::size_t enough = payload.size();
  while (few != enough) {
    const std::size_t some = few + (enough - few) / 2;
    if (classified(payload.substr(0, some)) == route::kUnknown) {
      few = some + 1;
    } else {
      enough = some;
    }
  }
  return enough;
}

/// The worst order of the members, by how much of it has to be read.
std::string worst_order(const std::string& payload) {
  std::string worst = payload;
  std::size_t most = bytes_to_decision(payload);
  for (unsigned order = 0; order < kOrders; ++order) {
    std::string shuffled = key_shuffled(payload, order);
    const std::size_t bytes = bytes_to_decision(shuffled);
    if (bytes <= most) continue;
    most = bytes;
    worst = std::move(shuffled);
  }
  return worst;
}

void print_row(std::string_view name, std::string_view payload, std::size_t rounds) {
  const std::size_t bytes = bytes_to_decision(payload);
  StructuralScan scan(payload.substr(0, bytes));
  volatile std::size_t seen = 0;  // so that no optimizer takes them away
  std::vector<Way> ways = {{"classify", [&] { seen = classified(payload); }},
                           {"scan", [&] { seen = scan.run() ? 1 : 0; }}};
  measure(ways, rounds, kRuns);
  const double taken = ways[0].least;
  const double scanned = ways[1].least;
  fmt::print("| {:<36} | {:>5} | {:>11} | {:>5.0f} |", name, payload.size(), bytes, taken);
  if (StructuralScan::is_here()) {
    fmt::print(" {:>15.0f} | {:>5.1f} |\n", scanned, taken / scanned);
  } else {
    fmt::print(" {:>15} | {:>5} |\n", "-", "-");
  }
}

}  // namespace

void measure_catalog(const std::filesystem::path& fixtures, std::size_t rounds) {
  fmt::print("\n| {:<36} | {:>5} | {:>11} | {:>5} | {:>15} | {:>5} |\n|---|--:|--:|--:|--:|--:|\n",
             "classify", "bytes", "to decision", "ns", "structural scan", "ratio");
  for (const std::string_view fixture : kFixtures) {
    const std::string payload = nlohmann::ordered_json::parse(read_file(fixtures / fixture)).dump();
    const std::size_t event = classified(payload);
    if (event == route::kUnknown) {
      fmt::print("{}: none of the catalog's events\n", fixture);
      continue;
    }
    const std::string_view name = events::Bundle::routes().event_names[event];
    print_row(name, payload, rounds);
    print_row("  its members in the worst order", worst_order(payload), rounds);
  }
}

}  // namespace eventc::bench
