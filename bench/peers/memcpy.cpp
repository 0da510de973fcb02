// SPDX-License-Identifier: Apache-2.0

#include <benchmark/benchmark.h>

#include <cstring>

#include "../contender.hpp"

namespace eventc::bench {
namespace {

std::vector<Contender> contenders(const Payload& payload) {
  return {{Step::Ceiling, "memcpy", "the text is copied, nothing else", false,
           [text = payload.text, copy = std::string(payload.text.size(), '\0')]() mutable {
             std::memcpy(copy.data(), text.data(), text.size());
             benchmark::DoNotOptimize(copy.data());
             benchmark::ClobberMemory();
             return true;
           },
           payload.text.size()}};
}

const bool kRegistered = register_peer({"memcpy", "", contenders});

}  // namespace
}  // namespace eventc::bench
