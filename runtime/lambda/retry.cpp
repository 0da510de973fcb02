// SPDX-License-Identifier: Apache-2.0
#include "retry.hpp"

#include <poll.h>

#include <thread>

namespace eventc::lambda {

bool RetryPolicy::wait(int attempt, const Stop* stop) const {
  if (attempt + 1 >= attempts) return false;
  const std::chrono::milliseconds pause = first_pause * (1 << attempt);
  if (stop == nullptr) {
    std::this_thread::sleep_for(pause);
  } else {
    pollfd wake{stop->descriptor(), POLLIN, 0};
    poll(&wake, 1, static_cast<int>(pause.count()));
  }
  return true;
}

}  // namespace eventc::lambda
