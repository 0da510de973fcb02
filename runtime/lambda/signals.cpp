// SPDX-License-Identifier: Apache-2.0
#include "signals.hpp"

#include <atomic>

namespace eventc::lambda {
namespace {

/// A handler is given nothing but the signal's number.
std::atomic<Stop*> stop_of_signals = nullptr;

extern "C" void request_stop(int) {
  if (Stop* const stop = stop_of_signals.load()) stop->request();
}

}  // namespace

TerminationSignals::TerminationSignals(Stop& stop) {
  stop_of_signals = &stop;
  struct sigaction action {};
  action.sa_handler = request_stop;
  action.sa_flags = SA_RESTART;  // what handlers of events do is not to fail for it
  sigemptyset(&action.sa_mask);
  sigaction(SIGTERM, &action, &on_terminate_);
  sigaction(SIGINT, &action, &on_interrupt_);
}

TerminationSignals::~TerminationSignals() {
  sigaction(SIGTERM, &on_terminate_, nullptr);
  sigaction(SIGINT, &on_interrupt_, nullptr);
  stop_of_signals = nullptr;
}

}  // namespace eventc::lambda
