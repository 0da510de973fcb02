// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>

namespace eventc::lambda {

/// A wish to end that wakes whoever waits. For several threads at once; it is never taken back.
class Stop {
 public:
  /// Throws std::system_error where the system has no pipe left.
  Stop();
  ~Stop();
  Stop(const Stop&) = delete;
  Stop& operator=(const Stop&) = delete;

  /// May be called by a signal handler.
  void request() noexcept;
  [[nodiscard]] bool requested() const noexcept { return requested_.load(); }
  /// Readable as soon as the end is wished for, and from then on.
  [[nodiscard]] int descriptor() const noexcept { return read_end_; }

 private:
  static_assert(std::atomic<bool>::is_always_lock_free, "signal handlers may use no other");

  std::atomic<bool> requested_ = false;
  int read_end_ = -1;
  int write_end_ = -1;
};

}  // namespace eventc::lambda
