// SPDX-License-Identifier: Apache-2.0
#include <eventc/batch/batch.hpp>
#include <eventc/router.hpp>
#include <events/bundle.hpp>
#include <iostream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>

int main() {
  using Record = events::kinesis_event::Record;
  namespace batch = eventc::batch;

  std::map<std::string, int> count;
  batch::Batch<events::KinesisEvent> votes;
  votes.on_record([&count](const Record& record, const batch::RecordContext& about) {
    const std::string vote(record.kinesis.data.text());
    if (vote.empty()) throw std::runtime_error("an empty vote of " + std::string(about.group));
    ++count[vote];
  });
  votes.on_failure([](const batch::Failure& failure) {
    std::cerr << failure.identifier << ": " << failure.reason << "\n";
  });
  votes.on_done([](const batch::Summary& summary) {
    std::cerr << summary.processed << " of "
              << summary.processed + summary.failed + summary.not_tried << " votes counted\n";
  });

  eventc::Router<events::Bundle> router;
  router.on<events::KinesisEvent>(votes);
  const std::string payload(std::istreambuf_iterator<char>(std::cin), {});
  const eventc::Outcome outcome = router.dispatch(payload);
  std::cout << outcome.response.value_or(outcome.reason) << "\n";
  for (const auto& [vote, times] : count) std::cout << vote << " " << times << "\n";
}
