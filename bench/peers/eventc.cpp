// SPDX-License-Identifier: Apache-2.0

#include <benchmark/benchmark.h>

#include <eventc/router.hpp>
#include <memory>
#include <utility>

#include "../contender.hpp"

namespace eventc::bench {
namespace {

template <class T>
std::vector<Contender> contenders_of(const Payload& payload) {
  const std::string& text = payload.text;
  const std::size_t size = text.size();
  std::vector<Contender> all;
  all.push_back({Step::Parse, "eventc",
                 "parse<T> into an arena that is used again: views, every check of the schema",
                 true,
                 [text, arena = std::make_shared<Arena>()] {
                   arena->reset();
                   auto event = parse<T>(text, *arena);
                   benchmark::DoNotOptimize(event);
                   return event.has_value();
                 },
                 size});
  all.push_back({Step::Parse, "eventc, owned",
                 "parse<Owned<T>>: owned structs, every check of the schema", true,
                 [text] {
                   auto event = parse<Owned<T>>(text);
                   benchmark::DoNotOptimize(event);
                   return event.has_value();
                 },
                 size});
  all.push_back({Step::Check, "eventc", "validate<T>: every check of the schema, base64 included",
                 true, [text] { return validate<T>(text).ok(); }, size});
  all.push_back(
      {Step::Classify, "eventc",
       "classify: which of the catalog's events it is; it reads no further than it has to", false,
       [text] { return classify<events::Bundle>(text).has_value(); }, size});

  Router<events::Bundle> router;
  router.on<T>([](const T& event) { benchmark::DoNotOptimize(&event); });
  all.push_back({Step::Classify, "eventc Router",
                 "dispatch: classify, parse<T> and the call of a handler", false,
                 [text, router = std::move(router), arena = std::make_shared<Arena>()] {
                   return router.dispatch(text, *arena).ok();
                 },
                 size});

  auto event = parse<Owned<T>>(text);
  if (event && payload.form == "compact") {
    const std::size_t written = to_json(*event)->size();
    all.push_back({Step::Write, "eventc", "to_json: a new std::string each time", false,
                   [event = *std::move(event)] {
                     auto json = to_json(event);
                     benchmark::DoNotOptimize(json);
                     return json.has_value();
                   },
                   written});
  }
  return all;
}

std::vector<Contender> contenders(const Payload& payload) {
  return with_type(payload.event, [&](auto type) {
    return contenders_of<typename decltype(type)::type>(payload);
  });
}

const bool kRegistered = register_peer({"eventc", "", contenders});

}  // namespace
}  // namespace eventc::bench
