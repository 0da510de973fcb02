// SPDX-License-Identifier: Apache-2.0

// What the layers cost: the time from a payload to its handlers through a router, a batch and a
// table of routes, against calling the parser and the handler by hand; and what it takes to tell
// which event a payload is.

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <eventc/batch/batch.hpp>
#include <eventc/http/serve.hpp>
#include <eventc/router.hpp>
#include <eventc/view.hpp>
#include <events/bundle.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "../payloads.hpp"
#include "catalog.hpp"
#include "way.hpp"

namespace eventc::bench {
namespace {

using events::ApiGatewayV2HttpRequest;
using events::KinesisEvent;
using Record = events::kinesis_event::Record;

/// What handlers do: too little to be seen, too much to be left out.
struct Sum {
  std::uint64_t total = 0;
  void add(const Record& record) { total += record.kinesis.data.size(); }
};

[[noreturn]] void stop(std::string_view what) {
  fmt::print(stderr, "layers: {}\n", what);
  std::exit(EXIT_FAILURE);
}

/// The first way is what the others are compared with.
void report(std::string_view title, std::vector<Way> ways, std::size_t rounds, std::size_t runs) {
  measure(ways, rounds, runs);
  fmt::print("\n| {:<44} | {:>9} | {:>9} |\n|---|--:|--:|\n", title, "ns", "overhead");
  for (const Way& way : ways) {
    fmt::print("| {:<44} | {:>9.0f} | {:>8.1f}% |\n", way.name, way.least,
               100 * (way.least / ways.front().least - 1));
  }
}

void check(const Outcome& outcome) {
  if (!outcome) stop(outcome.reason);
}

void measure_kinesis(std::size_t records, std::size_t rounds) {
  const std::string payload = kinesis_payload(records);
  Sum sum;
  Arena arena;
  const auto add_all = [&sum](const KinesisEvent& event) {
    for (const Record& record : event.records) sum.add(record);
  };

  Router<events::Bundle> plain;
  plain.on<KinesisEvent>(add_all);
  Router<events::Bundle> around;
  around.on<KinesisEvent>(add_all);
  around.use({.before = [](const Invocation&) {}});
  batch::Batch<KinesisEvent> batch;
  batch.on_record([&sum](const Record& record) { sum.add(record); });
  Router<events::Bundle> batches;
  batches.on<KinesisEvent>(batch);

  report(fmt::format("Kinesis, {} records, {} bytes", records, payload.size()),
         {{"parse and handler",
           [&] {
             arena.reset();
             const auto event = parse<KinesisEvent>(payload, arena);
             if (!event) stop(event.error().to_string());
             add_all(*event);
           }},
          {"router", [&] { check(plain.dispatch(payload, arena)); }},
          {"router with a middleware", [&] { check(around.dispatch(payload, arena)); }},
          {"router and batch: a call a record", [&] { check(batches.dispatch(payload, arena)); }}},
         rounds, std::max<std::size_t>(1, 20'000 / records));
}

/// Answers POST of the payload's path, beside `others` that do not match.
Router<events::Bundle> serving(std::string_view path, std::size_t others) {
  http::Routes routes;
  routes.post(path, [] { return http::text(200, "seen"); });
  for (std::size_t i = 0; i < others; ++i)
    routes.get(fmt::format("/other-{}/{{id}}/part-{}", i % 100, i), [] {});
  Router<events::Bundle> router;
  http::serve(std::move(routes), router);
  return router;
}

void measure_http(std::size_t rounds) {
  const std::string payload = http_payload();
  Arena arena;
  const auto event = parse<ApiGatewayV2HttpRequest>(payload, arena);
  if (!event) stop(event.error().to_string());
  const std::string path(event->raw_path);
  const auto few = serving(path, 0);
  const auto many = serving(path, 100);
  const auto most = serving(path, 10'000);
  const Outcome answered = few.dispatch(payload, arena);
  if (!answered.response || answered.response->find("seen") == std::string::npos)
    stop("no route answered");
  report(fmt::format("HTTP API, {} bytes", payload.size()),
         {{"parse",
           [&] {
             arena.reset();
             if (!parse<ApiGatewayV2HttpRequest>(payload, arena)) stop("refused");
           }},
          {"router and 1 route, with the response", [&] { check(few.dispatch(payload, arena)); }},
          {"… and 100 other routes", [&] { check(many.dispatch(payload, arena)); }},
          {"… and 10,000 other routes", [&] { check(most.dispatch(payload, arena)); }}},
         rounds, 5'000);
}

}  // namespace
}  // namespace eventc::bench

int main(int argc, char** argv) {
  namespace bench = eventc::bench;
  const std::size_t rounds = argc > 1 && std::string_view(argv[1]) == "--quick" ? 5 : 25;
  for (const std::size_t records : {1U, 100U, 1000U}) bench::measure_kinesis(records, rounds);
  bench::measure_http(rounds);
  bench::measure_catalog(EVENTC_BENCH_FIXTURES, rounds);
  return 0;
}
