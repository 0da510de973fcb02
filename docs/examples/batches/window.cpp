// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <cstdint>
#include <eventc/batch/batch.hpp>
#include <eventc/router.hpp>
#include <events/bundle.hpp>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

/// Of a state that is a number; 0 for "{}", the state at a window's start.
std::uint64_t bytes_of(const eventc::Json& state) {
  const std::string_view text = state.text();
  std::uint64_t bytes = 0;
  std::from_chars(text.data(), text.data() + text.size(), bytes);
  return bytes;
}

int main() {
  using Record = events::kinesis_event::Record;
  namespace batch = eventc::batch;

  batch::Batch<events::KinesisEvent> traffic;
  traffic.window<eventc::Json>(
      [](eventc::Json& state, const Record& record) {
        state = eventc::Json(std::to_string(bytes_of(state) + record.kinesis.data.size()));
      },
      [](const eventc::Json& state, const batch::Window& window) {
        std::cout << bytes_of(state) << " bytes from " << window.start << " to " << window.end
                  << "\n";
      });

  eventc::Router<events::Bundle> router;
  router.on<events::KinesisEvent>(traffic);
  const std::string payload(std::istreambuf_iterator<char>(std::cin), {});
  const eventc::Outcome outcome = router.dispatch(payload);
  std::cout << outcome.response.value_or(outcome.reason) << "\n";
}
