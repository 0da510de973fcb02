// SPDX-License-Identifier: Apache-2.0
#include "on_demand.hpp"

#include <benchmark/benchmark.h>

#include <memory>
#include <stdexcept>

#include "../contender.hpp"

namespace eventc::bench {
namespace {

namespace od = on_demand::od;

void read_into(od::object object, Owned<events::KinesisEvent>& out) {
  out = on_demand::read_kinesis(object);
}
void read_into(od::object object, Owned<events::KafkaEvent>& out) {
  out = on_demand::read_kafka(object);
}
void read_into(od::object object, Owned<events::ApiGatewayV2HttpRequest>& out) {
  out = on_demand::read_http(object);
}
void read_into(od::object object, Owned<events::ApiGatewayProxyRequest>& out) {
  out = on_demand::read_rest(object);
}

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
    read_into(document.get_object(), *event);
    // Anything behind the object is still there to be read.
    if (document.current_location().error() != simdjson::OUT_OF_BOUNDS) return std::nullopt;
    return event;
  } catch (const simdjson::simdjson_error&) {
    return std::nullopt;
  } catch (const on_demand::Refused&) {
    return std::nullopt;
  }
}

template <class T>
Contender contender(const Payload& payload) {
  auto state = std::make_shared<State>();
  state->text = simdjson::padded_string(payload.text);
  const auto expected = parse<T>(payload.text);
  if (expected && read<T>(*state) != std::optional(*expected)) {
    throw std::runtime_error("simdjson On-Demand reads " + payload.name + ", " + payload.form +
                             ", otherwise than eventc");
  }
  return {Step::Parse,
          "simdjson On-Demand",
          "by hand into the owned structs of eventc, with the checks of the schema",
          true,
          [state] {
            auto event = read<T>(*state);
            benchmark::DoNotOptimize(event);
            return event.has_value();
          },
          payload.text.size()};
}

std::vector<Contender> contenders(const Payload& payload) {
  return {with_type(payload.event, [&](auto type) {
    return contender<Owned<typename decltype(type)::type>>(payload);
  })};
}

const bool kRegistered = register_peer({"simdjson On-Demand", "", contenders});

}  // namespace
}  // namespace eventc::bench
