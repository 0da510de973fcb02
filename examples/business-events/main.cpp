// SPDX-License-Identifier: Apache-2.0

// A batch of a Kinesis stream whose records hold a business's events: each event reaches the
// handler of its type, what is broken is put aside, and what failed is to be delivered again.

#include <algorithm>
#include <business/bundle.hpp>
#include <cstdint>
#include <eventc/batch/batch.hpp>
#include <eventc/router.hpp>
#include <events/bundle.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace batch = eventc::batch;
using Record = events::kinesis_event::Record;
using Stream = batch::Batch<events::KinesisEvent>;

/// The orders that this function knows of, by their names.
using Orders = std::map<std::string, std::uint64_t, std::less<>>;

void handle_orders(batch::Payload<business::Bundle, Record>& business, Orders& orders) {
  business.on<business::OrderCreated>([&orders](const business::OrderCreated& order) {
    const auto& [amount, currency] = order.data.total;
    std::cout << "  order " << order.entity_id << " of " << order.data.lines.size()
              << " lines over " << amount << " " << currency << " (minor units)\n";
    orders.emplace(order.entity_id, order.version);
  });
  business.on<business::OrderUpdated>([&orders](const business::OrderUpdated& order) {
    const auto known = orders.find(order.entity_id);
    if (known == orders.end())
      return batch::Verdict::failed("no order " + std::string(order.entity_id));
    known->second = order.version;
    std::cout << "  order " << order.entity_id << " is at version " << order.version << "\n";
    return batch::Verdict::ok();
  });
}

void handle_the_rest(batch::Payload<business::Bundle, Record>& business) {
  business.on<business::UserCreated>([](const business::UserCreated& user) {
    std::cout << "  welcome, " << user.data.name << "\n";
  });
  business.on<business::PaymentProcessed>([](const business::PaymentProcessed& payment) {
    std::cout << "  order " << payment.data.order_id << " is paid\n";
  });
  business.on<business::PerformanceMetrics>(
      [](const business::PerformanceMetrics& metrics, const Record& record) {
        for (const auto& metric : metrics.metrics) {
          std::cout << "  " << metrics.service << " says " << metric.name << " is " << metric.value
                    << ", under the key " << record.kinesis.partition_key << "\n";
        }
      });
  business.otherwise([](const eventc::Unhandled& event, const batch::RecordContext& about) {
    std::cout << "  record " << about.index << " is left alone: " << event.reason() << "\n";
  });
}

void watch(Stream& stream) {
  stream.dead_letter([](const batch::DeadLetter& letter) {
    std::cout << "  record " << letter.about.index << " is put aside: " << letter.reason << "\n";
  });
  stream.on_failure([](const batch::Failure& failure) {
    std::cout << "  record " << failure.index << " failed: " << failure.reason << "\n";
  });
  stream.on_done([](const batch::Summary& summary) {
    std::cout << "\n"
              << summary.processed << " processed (" << summary.dead_letters << " put aside), "
              << summary.failed << " failed, " << summary.not_tried << " not tried\n";
  });
}

std::string read(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

/// A Kinesis event as Lambda would send it, with a record for each file of the folder.
std::string kinesis_event(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths(std::filesystem::directory_iterator(folder), {});
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> numbers;
  std::vector<std::string> payloads;
  for (const auto& path : paths) {
    numbers.push_back("4959033827149025660855969253836157109592157598913658" +
                      std::to_string(1000 + numbers.size()));
    payloads.push_back(read(path));
  }
  std::vector<Record> records(paths.size());
  for (std::size_t i = 0; i < records.size(); ++i) {
    records[i].event_source = events::kinesis_event::EventSource::AwsKinesis;
    records[i].kinesis.partition_key = "shop";
    records[i].kinesis.sequence_number = numbers[i];
    records[i].kinesis.data = eventc::BytesView(payloads[i]);
  }
  events::KinesisEvent event;
  event.records = {records.data(), records.size()};
  return *eventc::to_json(event);
}

}  // namespace

int main() {
  Orders orders;
  Stream stream;
  auto& business = stream.payload<business::Bundle>();
  handle_orders(business, orders);
  handle_the_rest(business);
  watch(stream);

  eventc::Router<events::Bundle> router;
  router.on<events::KinesisEvent>(stream);
  std::cout << "A batch of a Kinesis stream\n";
  const eventc::Outcome outcome = router.dispatch(kinesis_event(BUSINESS_RECORDS));
  if (!outcome) std::cout << outcome.reason << "\n";
  std::cout << "answered " << outcome.response.value_or("nothing") << "\n";
  return outcome ? 0 : 1;
}
