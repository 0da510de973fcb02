// SPDX-License-Identifier: Apache-2.0
#include <eventc/batch/batch.hpp>
#include <eventc/router.hpp>
#include <events/bundle.hpp>
#include <iostream>
#include <iterator>
#include <string>

int main() {
  using Message = events::sqs_event::Message;
  namespace batch = eventc::batch;

  batch::Batch<events::SqsEvent> uploads;
  auto& inner = uploads.payload<events::Bundle>();
  inner.on<events::S3Event>(
      [](const events::S3Event& event, const Message& message, const batch::RecordContext& about) {
        std::cout << message.message_id << ", delivery " << about.attempt.value_or(1) << ": "
                  << event.records.size() << " uploads\n";
      });
  uploads.dead_letter([](const batch::DeadLetter& letter) {
    std::cerr << letter.about.identifier << " is put aside: " << letter.reason << "\n";
  });

  eventc::Router<events::Bundle> router;
  router.on<events::SqsEvent>(uploads);
  const std::string payload(std::istreambuf_iterator<char>(std::cin), {});
  const eventc::Outcome outcome = router.dispatch(payload);
  std::cout << outcome.response.value_or(outcome.reason) << "\n";
}
