// SPDX-License-Identifier: Apache-2.0

// What each step costs on the catalog's events: classify, parse into a struct, validate alone,
// write back, and the router around them.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <eventc/router.hpp>
#include <events/bundle.hpp>
#include <functional>
#include <iostream>
#include <string>

#include "payloads.hpp"

namespace eventc::bench {
namespace {

void measure(benchmark::State& state, const std::string& payload,
             const std::function<bool()>& step) {
  for (auto _ : state) {
    if (!step()) return state.SkipWithError("the payload was refused");
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(payload.size()));
}

void add(const std::string& step, const std::string& name, const std::string& payload,
         std::function<bool()> run) {
  benchmark::RegisterBenchmark(
      (step + "/" + name).c_str(),
      [payload, run = std::move(run)](benchmark::State& state) { measure(state, payload, run); });
}

template <class T>
void add_event(const std::string& name, const std::string& payload) {
  const Result<T> event = parse<T>(payload);
  if (!event) {
    std::cerr << name << ": " << event.error().to_string() << "\n";
    std::exit(1);
  }
  add("classify", name, payload,
      [payload] { return classify<events::Bundle>(payload).has_value(); });
  add("parse", name, payload, [payload] {
    auto parsed = parse<T>(payload);
    benchmark::DoNotOptimize(parsed);
    return parsed.has_value();
  });
  add("validate", name, payload, [payload] { return validate<T>(payload).ok(); });
  add("to_json", name, payload, [value = *event] { return to_json(value).has_value(); });

  Router<events::Bundle> router;
  router.on<T>([](const T& value) { benchmark::DoNotOptimize(&value); });
  add("dispatch", name, payload, [payload, router] { return router.dispatch(payload).ok(); });
}

const bool kRegistered = [] {
  add_event<events::KinesisEvent>("kinesis_100_records", kinesis_payload(100));
  add_event<events::KafkaEvent>("kafka_100_records", kafka_payload(100));
  add_event<events::ApiGatewayV2HttpRequest>("http_request", http_payload());
  return true;
}();

}  // namespace
}  // namespace eventc::bench
