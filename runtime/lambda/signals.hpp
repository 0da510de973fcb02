// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <signal.h>

#include "stop.hpp"

namespace eventc::lambda {

/// While it lives, SIGTERM and SIGINT request a stop; then they do what they did before. One at a
/// time.
class TerminationSignals {
 public:
  explicit TerminationSignals(Stop& stop);
  ~TerminationSignals();
  TerminationSignals(const TerminationSignals&) = delete;
  TerminationSignals& operator=(const TerminationSignals&) = delete;

 private:
  struct sigaction on_terminate_ {};
  struct sigaction on_interrupt_ {};
};

}  // namespace eventc::lambda
