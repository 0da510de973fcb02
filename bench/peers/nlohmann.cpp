// SPDX-License-Identifier: Apache-2.0

#include <benchmark/benchmark.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "../contender.hpp"

namespace eventc::bench {
namespace {

using nlohmann::json;

std::vector<Contender> contenders(const Payload& payload) {
  std::vector<Contender> all{{Step::Parse, "nlohmann::json", "a tree of values; no schema", false,
                              [text = payload.text] {
                                json value = json::parse(text, nullptr, false);
                                benchmark::DoNotOptimize(value);
                                return !value.is_discarded();
                              },
                              payload.text.size()}};
  json value = json::parse(payload.text, nullptr, false);
  if (value.is_discarded() || payload.form != "compact") return all;
  const std::size_t written = value.dump().size();
  all.push_back({Step::Write, "nlohmann::json", "dump() of its tree of values", false,
                 [value = std::move(value)] {
                   std::string text = value.dump();
                   benchmark::DoNotOptimize(text);
                   return true;
                 },
                 written});
  return all;
}

std::string version() {
  return std::to_string(NLOHMANN_JSON_VERSION_MAJOR) + "." +
         std::to_string(NLOHMANN_JSON_VERSION_MINOR) + "." +
         std::to_string(NLOHMANN_JSON_VERSION_PATCH);
}

const bool kRegistered = register_peer({"nlohmann::json", version(), contenders});

}  // namespace
}  // namespace eventc::bench
