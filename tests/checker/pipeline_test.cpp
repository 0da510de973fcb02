// SPDX-License-Identifier: Apache-2.0
#include "pipeline.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>

namespace eventc::checker {
namespace {

constexpr int kBatches = 200;

Batch batch_of(int number, std::size_t bytes = 1) {
  Batch batch;
  batch.items.push_back({nullptr, {.text = std::to_string(number)}});
  batch.bytes = bytes;
  return batch;
}

class PipelineTest : public ::testing::TestWithParam<std::size_t> {
 protected:
  Pipeline::Hooks hooks() {
    return {.check =
                [](Batch& batch) {
                  const std::string& text = batch.items.front().document.text;
                  // The first are the slowest.
                  if (text.size() == 1) std::this_thread::sleep_for(std::chrono::milliseconds(2));
                  batch.report = text + " ";
                },
            .finish = [this](const Batch& batch) { report_ += batch.report; },
            .tick = [] {}};
  }

  std::string report_;
};

TEST_P(PipelineTest, KeepsTheOrder) {
  std::string expected;
  {
    Pipeline pipeline(GetParam(), hooks());
    for (int i = 0; i < kBatches; ++i) {
      pipeline.submit(batch_of(i));
      expected += std::to_string(i) + " ";
    }
    pipeline.drain();
  }
  EXPECT_EQ(report_, expected);
}

TEST_P(PipelineTest, BoundsWhatIsUnderWay) {
  std::atomic<int> under_way = 0;
  int most = 0;
  Pipeline::Hooks own = hooks();
  own.finish = [&](const Batch&) { --under_way; };
  Pipeline pipeline(GetParam(), own);
  for (int i = 0; i < kBatches; ++i) {
    ++under_way;
    pipeline.submit(batch_of(i, std::size_t{40} << 20));
    most = std::max(most, under_way.load());
  }
  pipeline.drain();
  EXPECT_EQ(under_way, 0);
  EXPECT_LE(most, 1);
}

TEST_P(PipelineTest, PassesExceptionsOn) {
  Pipeline::Hooks own = hooks();
  own.check = [](Batch&) { throw std::runtime_error("no"); };
  Pipeline pipeline(GetParam(), own);
  const auto run = [&pipeline] {
    pipeline.submit(batch_of(1));
    pipeline.drain();
  };
  EXPECT_THROW(run(), std::runtime_error);
}

TEST_P(PipelineTest, DropsWhatIsNotAskedFor) {
  {
    Pipeline pipeline(GetParam(), hooks());
    for (std::size_t i = 0; i < GetParam(); ++i) pipeline.submit(batch_of(0));
  }
  EXPECT_EQ(report_, GetParam() == 1 ? "0 " : "");
}

INSTANTIATE_TEST_SUITE_P(Jobs, PipelineTest, ::testing::Values(1, 2, 8));

}  // namespace
}  // namespace eventc::checker
