// SPDX-License-Identifier: Apache-2.0
#include "pipeline.hpp"

#include <signal.h>

#include <algorithm>
#include <chrono>
#include <system_error>
#include <utility>

namespace eventc::checker {
namespace {

/// More of them in flight for each thread keep nobody busier.
constexpr std::size_t kBatchesPerJob = 4;
constexpr std::size_t kMostBytes = std::size_t{64} << 20;
constexpr std::chrono::milliseconds kTick{50};

}  // namespace

Pipeline::Pipeline(std::size_t jobs, Hooks hooks) : jobs_(jobs), hooks_(std::move(hooks)) {}

Pipeline::~Pipeline() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  is_work_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void Pipeline::submit(Batch batch) {
  while (is_full(batch.bytes)) finish_oldest();
  if (threads_.size() < jobs_ && jobs_ > 1) start_thread();
  bytes_ += batch.bytes;
  auto task = std::make_unique<Task>();
  task->batch = std::move(batch);
  {
    const std::lock_guard lock(mutex_);
    tasks_.push_back(std::move(task));
  }
  is_work_.notify_one();
  if (threads_.empty()) finish_oldest();
}

void Pipeline::drain() {
  while (!tasks_.empty()) finish_oldest();
}

// The deque's shape is changed by the submitting thread alone, which may so look at it unlocked.
bool Pipeline::is_full(std::size_t more_bytes) const {
  if (tasks_.empty()) return false;
  return tasks_.size() >= jobs_ * kBatchesPerJob || bytes_ + more_bytes > kMostBytes;
}

void Pipeline::start_thread() {
  // Signals are the submitting thread's: no other is to write to the terminal meanwhile.
  sigset_t all;
  sigset_t before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  try {
    threads_.emplace_back([this] { work(); });
  } catch (const std::system_error&) {
    jobs_ = std::max<std::size_t>(threads_.size(), 1);  // those that run will do
  }
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

void Pipeline::work() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    const auto next = std::find_if(tasks_.begin(), tasks_.end(),
                                   [](const auto& task) { return !task->is_taken; });
    if (next == tasks_.end()) {
      is_work_.wait(lock);
      continue;
    }
    Task& task = **next;
    task.is_taken = true;
    lock.unlock();
    run(task);
    lock.lock();
    task.is_done = true;
    is_done_.notify_one();
  }
}

void Pipeline::run(Task& task) const {
  try {
    hooks_.check(task.batch);
  } catch (...) {
    task.failure = std::current_exception();
  }
}

void Pipeline::finish_oldest() {
  Task& oldest = *tasks_.front();
  if (threads_.empty()) {
    run(oldest);
  } else {
    std::unique_lock lock(mutex_);
    while (!oldest.is_done) {
      if (is_done_.wait_for(lock, kTick) == std::cv_status::no_timeout) continue;
      lock.unlock();
      hooks_.tick();
      lock.lock();
    }
  }
  const std::unique_ptr<Task> done = [this] {
    const std::lock_guard lock(mutex_);
    std::unique_ptr<Task> front = std::move(tasks_.front());
    tasks_.pop_front();
    return front;
  }();
  bytes_ -= done->batch.bytes;
  if (done->failure) std::rethrow_exception(done->failure);
  hooks_.finish(done->batch);
}

}  // namespace eventc::checker
