// SPDX-License-Identifier: Apache-2.0

// Recorded events, from a pipe or a file, through the handlers that run in production.

#include <eventc/replay.hpp>
#include <eventc/router.hpp>
#include <eventc/thrown.hpp>
#include <events/bundle.hpp>
#include <iostream>

int main() {
  eventc::Router<events::Bundle> router;
  router.on<events::SqsEvent>([](const events::SqsEvent& event) {
    for (const auto& message : event.records) std::cout << message.body << "\n";
  });

  const auto tell = [](const eventc::Replayed& replayed) {
    if (replayed.ok()) return;
    std::cerr << "line " << replayed.document.line << ": "
              << (replayed.thrown ? eventc::words_of(replayed.thrown) : replayed.outcome.reason)
              << "\n";
  };
  const eventc::ReplaySummary summary = eventc::replay(router, std::cin, {.after_each = tell});
  std::cerr << summary.handled << " of " << summary.total() << " handled\n";
  return summary.ok() ? 0 : 1;
}
