// SPDX-License-Identifier: Apache-2.0
#include "lifecycle.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "running_function.hpp"
#include "runtime_api_stub.hpp"

namespace eventc::lambda::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Resource = RuntimeApiStub::Resource;

Environment with_snapshot(const RuntimeApiStub& api) {
  Environment environment = RunningFunction::on(api);
  environment.takes_snapshot = true;
  return environment;
}

Dispatch make_echo() { return echo; }

TEST(Lifecycle, EndsWellWhenItIsToldToWhileItWaits) {
  RuntimeApiStub api;
  RunningFunction function(api, echo);
  api.wait_for_idle();
  EXPECT_TRUE(function.stop());
}

TEST(Lifecycle, ReportsWhatInitializationThrows) {
  RuntimeApiStub api;
  RunningFunction function([]() -> Dispatch { throw std::runtime_error("no table \"orders\""); },
                           RunningFunction::on(api));
  EXPECT_FALSE(function.wait());
  const Request report = api.wait_for(Resource::InitError);
  EXPECT_EQ(report.headers.at("lambda-runtime-function-error-type"), "Eventc.InitFailed");
  EXPECT_EQ(report.body, R"({"errorMessage":"no table \"orders\"",)"
                         R"("errorType":"std::runtime_error","stackTrace":[]})");
  EXPECT_EQ(api.requests(Resource::Next), 0U);
}

TEST(Lifecycle, ReportsAConcurrencyThatIsNoNumber) {
  RuntimeApiStub api;
  Environment environment = RunningFunction::on(api);
  environment.concurrency = "many";
  RunningFunction function(make_echo, environment);
  EXPECT_FALSE(function.wait());
  EXPECT_THAT(api.wait_for(Resource::InitError).body,
              HasSubstr("AWS_LAMBDA_MAX_CONCURRENCY is \\\"many\\\", not a number"));
}

TEST(Lifecycle, CallsHooksAroundTheSnapshotAndAtTheEnd) {
  RuntimeApiStub api;
  std::vector<std::string> calls;
  RunningFunction function(
      [&calls] {
        calls.push_back("initialize");
        return make_echo();
      },
      with_snapshot(api),
      {.before_snapshot = [&calls] { calls.push_back("before"); },
       .after_restore = [&calls] { calls.push_back("after"); },
       .on_shutdown = [&calls] { calls.push_back("shutdown"); }});
  api.wait_for_idle();
  EXPECT_EQ(api.requests(Resource::RestoreNext), 1U);
  EXPECT_THAT(calls, ElementsAre("initialize", "before"));
  api.restore();
  EXPECT_EQ(api.wait_for_answer(api.offer("1")).request.body, "1");
  EXPECT_THAT(calls, ElementsAre("initialize", "before", "after"));
  EXPECT_TRUE(function.stop());
  EXPECT_THAT(calls, ElementsAre("initialize", "before", "after", "shutdown"));
}

TEST(Lifecycle, CallsNoHooksOfSnapshotsWhereNoneIsTaken) {
  RuntimeApiStub api;
  bool is_called = false;
  RunningFunction function(make_echo, RunningFunction::on(api),
                           {.before_snapshot = [&is_called] { is_called = true; },
                            .after_restore = [&is_called] { is_called = true; }});
  EXPECT_EQ(api.wait_for_answer(api.offer("1")).request.body, "1");
  EXPECT_TRUE(function.stop());
  EXPECT_FALSE(is_called);
  EXPECT_EQ(api.requests(Resource::RestoreNext), 0U);
}

TEST(Lifecycle, ReportsAHookThatFailsBeforeTheSnapshot) {
  RuntimeApiStub api;
  RunningFunction function(make_echo, with_snapshot(api),
                           {.before_snapshot = [] { throw std::runtime_error("cannot close"); }});
  EXPECT_FALSE(function.wait());
  EXPECT_EQ(api.wait_for(Resource::InitError).headers.at("lambda-runtime-function-error-type"),
            "Eventc.BeforeSnapshotFailed");
  EXPECT_EQ(api.requests(Resource::RestoreNext), 0U);
}

TEST(Lifecycle, ReportsAHookThatFailsAfterTheRestore) {
  RuntimeApiStub api;
  RunningFunction function(make_echo, with_snapshot(api),
                           {.after_restore = [] { throw std::runtime_error("cannot connect"); }});
  api.restore();
  EXPECT_FALSE(function.wait());
  const Request report = api.wait_for(Resource::RestoreError);
  EXPECT_EQ(report.headers.at("lambda-runtime-function-error-type"), "Eventc.AfterRestoreFailed");
  EXPECT_THAT(report.body, HasSubstr("cannot connect"));
  EXPECT_EQ(api.requests(Resource::Next), 0U);
}

TEST(Lifecycle, EndsWellWhenItIsToldToWhileItWaitsForTheRestore) {
  RuntimeApiStub api;
  bool is_shut_down = false;
  RunningFunction function(make_echo, with_snapshot(api),
                           {.on_shutdown = [&is_shut_down] { is_shut_down = true; }});
  api.wait_for_idle();
  EXPECT_TRUE(function.stop());
  EXPECT_TRUE(is_shut_down);
}

TEST(Lifecycle, EndsBadlyWhereTheLastHookFails) {
  RuntimeApiStub api;
  RunningFunction function(make_echo, RunningFunction::on(api),
                           {.on_shutdown = [] { throw std::runtime_error("cannot flush"); }});
  EXPECT_FALSE(function.stop());
}

TEST(Lifecycle, HandlesAsManyEventsAtATimeAsLambdaSays) {
  constexpr std::size_t kLoops = 4;
  RuntimeApiStub api(kLoops);
  Environment environment = RunningFunction::on(api);
  environment.concurrency = std::to_string(kLoops);

  // Each event is held until all are under way.
  std::mutex mutex;
  std::condition_variable all_here;
  std::set<std::thread::id> threads;
  std::set<const Arena*> arenas;
  RunningFunction function(
      [&] {
        return [&](std::string_view payload, Arena& arena, const Context& context) {
          std::unique_lock lock(mutex);
          threads.insert(std::this_thread::get_id());
          arenas.insert(&arena);
          all_here.notify_all();
          all_here.wait(lock, [&] { return threads.size() == kLoops; });
          return Outcome{.response = std::string(payload) + context.request_id.substr(24)};
        };
      },
      environment);
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < kLoops; ++i) ids.push_back(api.offer("1"));
  for (std::size_t i = 0; i < kLoops; ++i)
    EXPECT_EQ(api.wait_for_answer(ids[i]).request.body, "1" + std::to_string(i + 1));
  EXPECT_EQ(arenas.size(), kLoops);
  EXPECT_EQ(api.connections(), kLoops);
  EXPECT_TRUE(function.stop());
}

TEST(Lifecycle, AnswersTheEventUnderWayBeforeItEnds) {
  RuntimeApiStub api;
  std::promise<void> is_under_way;
  std::promise<void> go_on;
  RunningFunction function(api, [&](std::string_view, Arena&, const Context&) {
    is_under_way.set_value();
    go_on.get_future().wait();
    return Outcome{.response = "\"done\""};
  });
  const std::string id = api.offer("1");
  is_under_way.get_future().wait();
  auto ended = std::async(std::launch::async, [&function] { return function.stop(); });
  go_on.set_value();
  EXPECT_EQ(api.wait_for_answer(id).request.body, "\"done\"");
  EXPECT_TRUE(ended.get());
}

}  // namespace
}  // namespace eventc::lambda::testing
