// SPDX-License-Identifier: Apache-2.0
#include "runner.hpp"

#include <benchmark/benchmark.h>
#include <fmt/core.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <map>
#include <regex>
#include <stdexcept>
#include <utility>

namespace eventc::bench {
namespace {

/// A line on the terminal that is written over; nothing where standard error is no terminal.
class Progress {
 public:
  explicit Progress(double expected_seconds) : expected_seconds_(expected_seconds) {}
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() {
    if (shown_) fmt::print(stderr, "\r\x1b[K");
  }

  void show(const Measurement& measured) const {
    if (!shown_) return;
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start_;
    fmt::print(stderr, "\r\x1b[K{:.0f} of about {:.0f} s: {} {} {}, {}", elapsed.count(),
               expected_seconds_, to_string(measured.step), measured.payload, measured.form,
               measured.contender);
    std::fflush(stderr);
  }

 private:
  double expected_seconds_;
  bool shown_ = isatty(STDERR_FILENO) != 0;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

struct Task {
  Contender contender;
  Measurement measured;
};

std::vector<Task> tasks(const std::vector<Payload>& corpus, const std::string& filter) {
  const std::regex wanted(filter);
  std::vector<Task> all;
  for (const Payload& payload : corpus) {
    for (const Peer& peer : peers()) {
      for (Contender& contender : peer.contenders(payload)) {
        const std::string name = fmt::format("{}/{}/{}/{}", to_string(contender.step), payload.name,
                                             payload.form, contender.name);
        if (!std::regex_search(name, wanted)) continue;
        Measurement measured{contender.step, contender.name, contender.what,
                             payload.name,   payload.form,   0,
                             contender.bytes};
        all.push_back({std::move(contender), std::move(measured)});
      }
    }
  }
  return all;
}

void run(benchmark::State& state, const Task& task, const Progress& progress) {
  progress.show(task.measured);
  for (auto _ : state) {
    if (!task.contender.run()) return state.SkipWithError("the payload was refused");
  }
}

/// Takes the medians out of what Google Benchmark reports; benchmarks are named by their index.
class Medians : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.error_occurred) throw std::runtime_error(run.error_message);
      if (run.aggregate_name != "median") continue;
      seconds_[std::stoul(run.run_name.function_name)] = run.GetAdjustedCPUTime();
    }
  }

  [[nodiscard]] double seconds(std::size_t index) const { return seconds_.at(index); }

 private:
  std::map<std::size_t, double> seconds_;
};

void expect_verdict(const Payload& payload, const Contender& contender, bool accepted) {
  if (contender.run() == accepted) return;
  throw std::runtime_error(fmt::format("{} ({}) {} {}, {}", contender.name,
                                       to_string(contender.step), accepted ? "refuses" : "accepts",
                                       payload.name, payload.form));
}

}  // namespace

void rehearse(const std::vector<Payload>& corpus) {
  for (const Peer& peer : peers()) {
    for (const Payload& payload : corpus) {
      for (const Contender& contender : peer.contenders(payload)) {
        expect_verdict(payload, contender, true);
      }
      if (payload.form != "compact") continue;
      for (const Payload& twin : broken(payload)) {
        for (const Contender& contender : peer.contenders(twin)) {
          if (contender.checks) expect_verdict(twin, contender, false);
        }
      }
    }
  }
}

std::vector<Measurement> measure(const std::vector<Payload>& corpus, const std::string& filter,
                                 const Effort& effort) {
  std::vector<Task> all = tasks(corpus, filter);
  // The first repetition finds out how often to run, which takes about as long as another.
  const double runs = static_cast<double>(all.size()) * (effort.repetitions + 1);
  const Progress progress(runs * effort.seconds * 1.3);
  for (std::size_t index = 0; index < all.size(); ++index) {
    benchmark::RegisterBenchmark(
        std::to_string(index).c_str(),
        [&task = all[index], &progress](benchmark::State& state) { run(state, task, progress); })
        ->Repetitions(effort.repetitions)
        ->MinTime(effort.seconds)
        ->Unit(benchmark::kSecond);
  }

  std::string program = "bench";
  std::string interleave = "--benchmark_enable_random_interleaving=true";
  char* arguments[] = {program.data(), interleave.data(), nullptr};
  int count = 2;
  benchmark::Initialize(&count, arguments);
  Medians medians;
  benchmark::RunSpecifiedBenchmarks(&medians);
  benchmark::ClearRegisteredBenchmarks();

  std::vector<Measurement> measurements;
  for (std::size_t index = 0; index < all.size(); ++index) {
    all[index].measured.seconds = medians.seconds(index);
    measurements.push_back(std::move(all[index].measured));
  }
  return measurements;
}

}  // namespace eventc::bench
