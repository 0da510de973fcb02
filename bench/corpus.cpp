// SPDX-License-Identifier: Apache-2.0
#include "corpus.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "file.hpp"
#include "payload_forms.hpp"
#include "payloads.hpp"

namespace eventc::bench {
namespace {

std::string schema_name(Event event) {
  return with_type(event, [](auto type) {
    return std::string(EventTraits<typename decltype(type)::type>::schema);
  });
}

void expect_accepted(const Payload& payload) {
  with_type(payload.event, [&](auto type) {
    const auto event = parse<Owned<typename decltype(type)::type>>(payload.text);
    if (event) return;
    throw std::runtime_error(payload.name + ", " + payload.form + ": " +
                             event.error().to_string(payload.text, payload.name));
  });
}

/// A JSON Pointer into payloads of an event, and the JSON to put there; without, it is removed.
struct Damage {
  Event event;
  std::string_view pointer;
  std::string_view replacement;
};

constexpr Damage kDamages[] = {
    {Event::Kinesis, "/Records", ""},
    {Event::Kinesis, "/Records/99/kinesis/data", ""},
    {Event::Kinesis, "/Records/99/kinesis/partitionKey", R"("")"},
    {Event::Kinesis, "/Records/99/kinesis/sequenceNumber", R"("49a")"},
    {Event::Kinesis, "/Records/99/eventID", "1"},
    {Event::Kafka, "/records/crane-loads-0/99/topic", ""},
    {Event::Kafka, "/records/crane-loads-0/99/partition", "2147483648"},
    {Event::Kafka, "/records/crane-loads-0/99/offset", "-1"},
    {Event::Kafka, "/records/crane-loads-0/99/headers/0/trace/0", "256"},
    {Event::Http, "/version", R"("1.0")"},
    {Event::Http, "/requestContext/http/method", ""},
    {Event::Http, "/headers/host", "1"},
    {Event::Http, "/isBase64Encoded", "null"},
    {Event::Rest, "/httpMethod", ""},
    {Event::Rest, "/multiValueHeaders/Host/0", "true"},
    {Event::Rest, "/requestContext/identity/sourceIp", "{}"},
};

std::string damaged(const std::string& text, const Damage& damage) {
  nlohmann::ordered_json value = nlohmann::ordered_json::parse(text);
  const nlohmann::ordered_json::json_pointer place{std::string(damage.pointer)};
  if (damage.replacement.empty()) {
    value.at(place.parent_pointer()).erase(place.back());
  } else {
    value.at(place) = nlohmann::ordered_json::parse(damage.replacement);
  }
  return value.dump();
}

}  // namespace

std::vector<Payload> broken(const Payload& payload) {
  std::vector<Payload> all;
  for (const Damage& damage : kDamages) {
    if (damage.event != payload.event) continue;
    Payload twin = payload;
    twin.form = "broken at " + std::string(damage.pointer);
    twin.text = damaged(payload.text, damage);
    all.push_back(std::move(twin));
  }
  return all;
}

std::vector<Payload> make_corpus(const std::filesystem::path& schemas) {
  std::vector<Payload> corpus;
  const auto add = [&](const std::string& name, Event event, const std::string& text) {
    const std::string schema = read_file(schemas / schema_name(event));
    corpus.push_back({name, "compact", event, text, schema});
    corpus.push_back({name, "pretty", event, pretty_printed(text), schema});
    corpus.push_back({name, "shuffled", event, key_shuffled(text), schema});
  };
  add("kinesis-100", Event::Kinesis, kinesis_payload(100));
  add("msk-100", Event::Kafka, kafka_payload(100));
  add("http", Event::Http, http_payload());
  add("rest", Event::Rest, rest_payload());
  add("http-escapes", Event::Http, escapes_payload(100));
  add("http-unicode", Event::Http, unicode_payload(60));
  for (const Payload& payload : corpus) expect_accepted(payload);
  return corpus;
}

void write_corpus(const std::vector<Payload>& corpus, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  nlohmann::ordered_json index = nlohmann::ordered_json::array();
  const auto add = [&](const Payload& payload, bool valid) {
    const std::string file = std::to_string(index.size()) + "." + payload.name + ".json";
    const std::string schema = schema_name(payload.event);
    write_file(folder / file, payload.text);
    write_file(folder / schema, payload.schema);
    index.push_back({{"payload", payload.name},
                     {"form", payload.form},
                     {"file", file},
                     {"schema", schema},
                     {"valid", valid}});
  };
  for (const Payload& payload : corpus) {
    add(payload, true);
    if (payload.form != "compact") continue;
    for (const Payload& twin : broken(payload)) add(twin, false);
  }
  write_file(folder / "index.json", index.dump(2) + "\n");
}

}  // namespace eventc::bench
