// SPDX-License-Identifier: Apache-2.0
#include "lifecycle.hpp"

#include <atomic>
#include <exception>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

#include "error_report.hpp"
#include "log.hpp"
#include "loop.hpp"
#include "runtime_client.hpp"

namespace eventc::lambda {
namespace {

/// What a hook throws, reported; nothing when all went well.
std::optional<ErrorReport> call(const std::function<void()>& hook, std::string_view reason) {
  try {
    if (hook) hook();
    return std::nullopt;
  } catch (...) {
    return report_thrown(reason, std::current_exception());
  }
}

}  // namespace

Lifecycle::Lifecycle(Environment environment, const RunOptions& options, RetryPolicy retry)
    : environment_(std::move(environment)), options_(options), retry_(retry) {}

RuntimeClient Lifecycle::make_client() const {
  return RuntimeClient(environment_.runtime_api.value(), retry_);
}

bool Lifecycle::initialize(const detail::Initialize& make) {
  const auto error = call(
      [this, &make] {
        loops_ = max_concurrency(environment_);
        function_ = make();
      },
      reason::kInitFailed);
  if (error) make_client().report_init(*error);
  return !error;
}

bool Lifecycle::live(Stop& stop) {
  if (environment_.takes_snapshot) {
    const std::optional<End> end = pass_snapshot(stop);
    if (end == End::Failed) return false;
    if (end == End::Stopped) return shut_down();
  }
  const bool went_well = loops_ == 1 ? answer_events(stop) : answer_events_in_threads(stop);
  return went_well && shut_down();
}

// Its connection does not outlive the snapshot: the next one is made by the loops.
std::optional<End> Lifecycle::pass_snapshot(const Stop& stop) {
  RuntimeClient client = make_client();
  if (const auto error = call(options_.before_snapshot, reason::kBeforeSnapshotFailed)) {
    client.report_init(*error);
    return End::Failed;
  }
  const std::variant<std::monostate, End> restored = client.wait_for_restore(stop);
  if (const End* const end = std::get_if<End>(&restored)) return *end;
  if (const auto error = call(options_.after_restore, reason::kAfterRestoreFailed)) {
    make_client().report_restore(*error);
    return End::Failed;
  }
  return std::nullopt;
}

bool Lifecycle::answer_events(Stop& stop) {
  RuntimeClient client = make_client();
  return lambda::answer_events(function_, client, environment_, stop, true);
}

bool Lifecycle::answer_events_in_threads(Stop& stop) {
  std::atomic<bool> went_well = true;
  const auto loop = [this, &stop, &went_well] {
    try {
      RuntimeClient client = make_client();
      if (lambda::answer_events(function_, client, environment_, stop, false)) return;
    } catch (const std::exception& exception) {
      log(exception.what());
    }
    went_well = false;
    stop.request();  // an environment that failed in part is to be replaced as a whole
  };
  std::vector<std::thread> threads;
  try {
    while (threads.size() + 1 < loops_) threads.emplace_back(loop);
  } catch (const std::system_error& error) {
    log("only " + std::to_string(threads.size() + 1) + " of " + std::to_string(loops_) +
        " loops can be started: " + error.what());
  }
  loop();
  for (std::thread& thread : threads) thread.join();
  return went_well;
}

bool Lifecycle::shut_down() {
  const auto error = call(options_.on_shutdown, "Eventc.ShutdownFailed");
  if (error) log("on_shutdown: " + error->to_string());
  return !error;
}

}  // namespace eventc::lambda
