// SPDX-License-Identifier: Apache-2.0
#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace eventc::compiler {
namespace {

/// Hands out the calls in order, and remembers the first that threw.
class Calls {
 public:
  Calls(std::size_t count, const std::function<void(std::size_t)>& work)
      : count_(count), work_(work) {}

  /// What each thread does.
  void run() {
    for (std::size_t i = next_++; i < count_; i = next_++) {
      try {
        work_(i);
      } catch (...) {
        remember(i, std::current_exception());
      }
    }
  }

  void rethrow() const {
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  // All calls before this one have been handed out, so that one of them which throws is heard of.
  void remember(std::size_t call, std::exception_ptr thrown) {
    next_ = count_;
    const std::lock_guard lock(mutex_);
    if (thrown_ && call > call_that_threw_) return;
    call_that_threw_ = call;
    thrown_ = std::move(thrown);
  }

  const std::size_t count_;
  const std::function<void(std::size_t)>& work_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;
  std::size_t call_that_threw_ = 0;
  std::exception_ptr thrown_;
};

}  // namespace

void for_each_in_parallel(std::size_t count, std::size_t least_of_thread,
                          const std::function<void(std::size_t)>& work) {
  const std::size_t threads =
      std::min<std::size_t>(std::thread::hardware_concurrency(), count / least_of_thread);
  Calls calls(count, work);
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < threads; ++i) {
    try {
      others.emplace_back([&calls] { calls.run(); });
    } catch (const std::system_error&) {
      break;  // The system has no thread left: those that run do the work.
    }
  }
  calls.run();
  others.clear();
  calls.rethrow();
}

}  // namespace eventc::compiler
