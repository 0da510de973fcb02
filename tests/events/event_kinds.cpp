// SPDX-License-Identifier: Apache-2.0
#include "events/event_kinds.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace eventc::test {
namespace {

template <class T>
std::string round_trip(std::string_view text) {
  const Result<T> first = parse<T>(text);
  if (!first) return "not parsed: " + first.error().to_string();
  const Result<std::string> json = to_json(*first);
  if (!json) return "not written: " + json.error().to_string();
  const Result<T> second = parse<T>(*json);
  if (!second) return "written, then not parsed: " + second.error().to_string() + " in " + *json;
  return *first == *second ? "" : "not the same after " + *json;
}

template <class T>
EventKind kind(std::string folder, events::Bundle::Event event) {
  return {std::move(folder), event,
          [](std::string_view text) {
            const Result<T> result = parse<T>(text);
            return result ? std::nullopt : std::optional(result.error());
          },
          [](std::string_view text) { return validate<T>(text); }, round_trip<T>};
}

}  // namespace

const std::vector<EventKind>& event_kinds() {
  using enum events::Bundle::Event;
  static const std::vector<EventKind> kKinds{
      kind<events::KinesisEvent>("kinesis-event", KinesisEvent),
      kind<events::KafkaEvent>("kafka-event", KafkaEvent),
      kind<events::ApiGatewayV2HttpRequest>("api-gateway-v2-http-request", ApiGatewayV2HttpRequest),
      kind<events::OrderCreated>("order-created", OrderCreated),
  };
  return kKinds;
}

std::vector<Fixture> fixtures(const std::string& folder) {
  std::vector<Fixture> found;
  for (const auto& entry :
       std::filesystem::directory_iterator(EVENTC_SOURCE_DIR "/tests/events/" + folder)) {
    if (entry.path().extension() != ".json") continue;
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    found.push_back({entry.path().string(), text.str()});
  }
  std::sort(found.begin(), found.end(),
            [](const Fixture& a, const Fixture& b) { return a.path < b.path; });
  return found;
}

std::string event_name(const std::optional<events::Bundle::Event>& event) {
  if (!event) return "none";
  return std::string(events::Bundle::routes().event_names[static_cast<std::size_t>(*event)]);
}

}  // namespace eventc::test
