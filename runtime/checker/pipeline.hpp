// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "eventc/input/splitter.hpp"
#include "print.hpp"
#include "sources.hpp"

namespace eventc::checker {

/// Documents that are checked in one go, and what came of it.
struct Batch {
  struct Item {
    const Source* source = nullptr;
    input::Document document = {};
  };

  std::vector<Item> items;
  /// Of the documents.
  std::size_t bytes = 0;

  std::string report;
  Tally tally;
};

/// Has batches checked by several threads and gives them back in the order in which they came.
/// Memory is bounded: past a number of batches, or of bytes in them, submit() waits for the oldest.
class Pipeline {
 public:
  struct Hooks {
    /// Called by any thread, for several batches at once.
    std::function<void(Batch&)> check;
    /// Called by the thread that submits.
    std::function<void(const Batch&)> finish;
    /// Called by that thread every now and then while it waits.
    std::function<void()> tick;
  };

  /// `jobs` threads at the most, started as they are needed; of one, or where none can be started,
  /// the submitting thread does the work.
  Pipeline(std::size_t jobs, Hooks hooks);
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;
  /// Waits for batches that are being checked, and drops those that are not yet.
  ~Pipeline();

  void submit(Batch batch);
  /// Until all that was submitted is finished. What `check` throws is thrown here or by submit().
  void drain();

 private:
  struct Task {
    Batch batch;
    bool is_taken = false;
    bool is_done = false;
    std::exception_ptr failure = nullptr;
  };

  void start_thread();
  void work();
  void run(Task& task) const;
  void finish_oldest();
  [[nodiscard]] bool is_full(std::size_t more_bytes) const;

  std::size_t jobs_;
  Hooks hooks_;
  std::vector<std::thread> threads_;
  std::size_t bytes_ = 0;  ///< Of the submitting thread alone.

  std::mutex mutex_;
  std::condition_variable is_work_;
  std::condition_variable is_done_;
  /// In the order of submission. Addresses stay while tasks come and go at the ends.
  std::deque<std::unique_ptr<Task>> tasks_;
  bool stopping_ = false;
};

}  // namespace eventc::checker
