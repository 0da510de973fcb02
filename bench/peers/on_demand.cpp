// SPDX-License-Identifier: Apache-2.0
#include "on_demand.hpp"

#include <benchmark/benchmark.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "../contender.hpp"

namespace eventc::bench {
namespace {

namespace od = on_demand::od;

struct State {
  od::parser parser;
  simdjson::padded_string text;
};

/// Nothing where the payload is refused.
template <class T>
std::optional<T> read(State& state) {
  try {
    od::document document = state.parser.iterate(state.text);
    std::optional<T> event(std::in_place);
    on_demand::read(document.get_object(), *event);
    // Anything behind the object is still there to be read.
    if (document.current_location().error() != simdjson::OUT_OF_BOUNDS) return std::nullopt;
    return event;
  } catch (const simdjson::simdjson_error&) {
    return std::nullopt;
  } catch (const on_demand::Refused&) {
    return std::nullopt;
  }
}

/// As eventc reads it.
template <class T>
std::optional<T> expected_of(const Payload& payload, Arena& arena) {
  if constexpr (ViewEvent<T>) {
    const auto event = parse<T>(payload.text, arena);
    return event ? std::optional<T>(*event) : std::nullopt;
  } else {
    const auto event = parse<T>(payload.text);
    return event ? std::optional<T>(*event) : std::nullopt;
  }
}

template <class T>
Contender contender(const Payload& payload, std::string name, std::string what) {
  auto state = std::make_shared<State>();
  state->text = simdjson::padded_string(payload.text);
  Arena arena;
  const std::optional<T> expected = expected_of<T>(payload, arena);
  on_demand::arena().reset();
  if (expected && read<T>(*state) != expected) {
    throw std::runtime_error(name + " reads " + payload.name + ", " + payload.form +
                             ", otherwise than eventc");
  }
  return {Step::Parse,
          std::move(name),
          std::move(what),
          true,
          [state] {
            on_demand::arena().reset();
            auto event = read<T>(*state);
            benchmark::DoNotOptimize(event);
            return event.has_value();
          },
          payload.text.size()};
}

std::vector<Contender> contenders(const Payload& payload) {
  return with_type(payload.event, [&](auto type) {
    using View = typename decltype(type)::type;
    const std::string how = " structs of eventc, with the checks of the schema";
    return std::vector<Contender>{
        contender<View>(payload, "simdjson On-Demand", "by hand into the" + how),
        contender<Owned<View>>(payload, "simdjson On-Demand, owned",
                               "by hand into the owned" + how)};
  });
}

const bool kRegistered = register_peer({"simdjson On-Demand", "", contenders});

}  // namespace
}  // namespace eventc::bench
