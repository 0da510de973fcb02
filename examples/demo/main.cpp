// SPDX-License-Identifier: Apache-2.0

// Events through a router: each payload reaches the handler of its type, and a broken one says what
// is wrong with it.

#include <algorithm>
#include <cstdio>
#include <eventc/replay.hpp>
#include <eventc/router.hpp>
#include <events/api_gateway_v2_http_response.hpp>
#include <events/bundle.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::string_view text_or(std::optional<std::string_view> text, std::string_view otherwise) {
  return text.value_or(otherwise);
}

void print_kinesis(const events::KinesisEvent& event) {
  for (const auto& record : event.records) {
    std::cout << "  record " << record.kinesis.sequence_number << " of "
              << text_or(record.event_source_arn, "an unnamed stream") << "\n    key \""
              << record.kinesis.partition_key << "\", " << record.kinesis.data.size()
              << " bytes: " << record.kinesis.data.text() << "\n";
  }
}

void print_kafka(const events::KafkaEvent& event) {
  for (const auto& [partition, records] : event.records) {
    std::cout << "  " << partition << " has " << records.size() << " records\n";
    for (const auto& record : records) {
      std::cout << "    offset " << record.offset << " of topic " << record.topic << ": "
                << (record.value ? record.value->text() : "a tombstone") << "\n";
    }
  }
}

events::ApiGatewayV2HttpResponse answer_request(const events::ApiGatewayV2HttpRequest& request) {
  const auto& http = request.request_context.http;
  std::cout << "  " << http.method << " " << request.raw_path << "\n";
  if (request.headers) {
    // Names of headers are looked up without regard to case.
    const auto agent = request.headers->find("User-Agent");
    if (agent != request.headers->end()) std::cout << "  asked by " << agent->second << "\n";
  }
  events::ApiGatewayV2HttpResponse response;
  response.status_code = 200;
  response.body = "{\"message\":\"counted\"}";
  return response;
}

void print_order(const events::OrderCreated& order) {
  std::cout << "  order " << order.order_id << " over " << order.total.amount << " "
            << order.total.currency << " (minor units)\n";
  for (const auto& line : order.lines)
    std::cout << "    " << line.quantity << " × " << line.sku << "\n";
  if (order.channel) {
    const bool from_app = order.channel == events::order_created::Channel::App;
    std::cout << "    "
              << (from_app                    ? "from the app"
                  : order.channel->is_known() ? "from elsewhere"
                                              : "from a channel that is new to us")
              << "\n";
  }
}

/// What outlives the call of a handler. Events of the catalog are views, which do not.
struct Memory {
  std::optional<eventc::Owned<events::kinesis_event::Record>> last_record;
};

eventc::Router<events::Bundle> make_router(Memory& memory) {
  eventc::Router<events::Bundle> router;
  router.on<events::KinesisEvent>([&memory](const events::KinesisEvent& event) {
    print_kinesis(event);
    if (!event.records.empty()) memory.last_record = eventc::to_owned(event.records.back());
  });
  router.on<events::KafkaEvent>(print_kafka);
  router.on<events::ApiGatewayV2HttpRequest>(answer_request);
  router.on<events::OrderCreated>(print_order);
  router.otherwise([](const eventc::Unhandled& event) {
    std::cout << "  unhandled: " << event.reason() << "\n";
  });
  return router;
}

std::vector<std::filesystem::path> payloads_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

void print_outcome(const eventc::Replayed& replayed, const std::string& name) {
  const eventc::Outcome& outcome = replayed.outcome;
  if (!outcome.event.empty())
    std::cout << (outcome ? "  handled as " : "  recognised as ") << outcome.event << "\n";
  if (outcome.error) std::cout << outcome.error->to_string(replayed.document.text, name);
  if (outcome.response) std::cout << "  answered " << *outcome.response << "\n";
}

/// Brings what a file holds to its handlers.
eventc::ReplaySummary replay(const eventc::Router<events::Bundle>& router,
                             const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  std::cout << "\n" << name << "\n";
  std::ifstream payloads(path);
  return eventc::replay(router, payloads, {.after_each = [&](const eventc::Replayed& replayed) {
                          print_outcome(replayed, name);
                        }});
}

}  // namespace

int main() {
  const std::filesystem::path folder = DEMO_PAYLOADS;
  Memory memory;
  const eventc::Router<events::Bundle> router = make_router(memory);
  bool as_expected = true;
  std::cout << "Events, each to the handler of its type\n";
  for (const auto& path : payloads_in(folder))
    as_expected = replay(router, path).ok() && as_expected;
  std::cout << "\nPayloads that are broken, or no event of the bundle\n";
  for (const auto& path : payloads_in(folder / "broken"))
    as_expected = replay(router, path).handled == 0 && as_expected;
  if (memory.last_record)
    std::cout << "\nThe last Kinesis record is " << memory.last_record->kinesis.sequence_number
              << "\n";
  return as_expected ? 0 : 1;
}
