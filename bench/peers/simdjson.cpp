// SPDX-License-Identifier: Apache-2.0

// simdjson's parts that know no schema: its DOM, and its first stage alone, which finds the
// structural characters and checks UTF-8. Both take the fastest implementation for the processor.

#include <benchmark/benchmark.h>
#include <simdjson.h>

#include <memory>

#include "../contender.hpp"
#include "../structural_scan.hpp"

namespace eventc::bench {
namespace {

/// Parser and padded copy as a program that reads many payloads has them: made once, used again.
struct Dom {
  simdjson::dom::parser parser;
  simdjson::padded_string text;
};

Contender dom(const Payload& payload) {
  auto state = std::make_shared<Dom>();
  state->text = simdjson::padded_string(payload.text);
  return {Step::Parse,
          "simdjson DOM",
          "a tree of values; no schema, base64 stays text",
          false,
          [state] {
            simdjson::dom::element root;
            const bool ok = state->parser.parse(state->text).get(root) == simdjson::SUCCESS;
            benchmark::DoNotOptimize(root);
            return ok;
          },
          payload.text.size()};
}

Contender structural_scan(const Payload& payload) {
  auto scan = std::make_shared<StructuralScan>(payload.text);
  return {Step::Ceiling,
          "structural scan",
          "simdjson's first stage: where the structure is, and whether it is UTF-8",
          false,
          [scan] { return scan->run(); },
          payload.text.size()};
}

std::vector<Contender> contenders(const Payload& payload) {
  return {dom(payload), structural_scan(payload)};
}

std::string version() {
  return std::to_string(simdjson::SIMDJSON_VERSION_MAJOR) + "." +
         std::to_string(simdjson::SIMDJSON_VERSION_MINOR) + "." +
         std::to_string(simdjson::SIMDJSON_VERSION_REVISION) + " (" +
         simdjson::get_active_implementation()->name() + ")";
}

const bool kRegistered = register_peer({"simdjson", version(), contenders});

}  // namespace
}  // namespace eventc::bench
