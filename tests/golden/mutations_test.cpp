// SPDX-License-Identifier: Apache-2.0
#include "mutations.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "golden_event.hpp"

// parse() and validate() agree on payloads like those of the folders, spoilt in many ways.

namespace golden {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> payloads_of(const Event& event, std::string_view kind) {
  std::vector<std::string> payloads;
  const fs::path folder = fs::path(EVENTC_GOLDEN_DIR) / event.folder / kind;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const bool is_of_another =
        name.find('.') != name.rfind('.') && !name.starts_with(std::string(event.stem) + ".");
    if (entry.path().extension() != ".json" || is_of_another) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    payloads.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  std::sort(payloads.begin(), payloads.end());
  return payloads;
}

/// Stops at the first payload that shows a fault: one is enough to look into.
class Comparison {
 public:
  explicit Comparison(const Event& event) : event_(event) {}

  void operator()(const std::string& payload) {
    if (testing::Test::HasFailure()) return;
    bool is_accepted = false;
    EXPECT_EQ(event_.compare(payload, is_accepted), "") << payload;
    (is_accepted ? accepted_ : refused_) += 1;
  }
  void expect_both() const {
    EXPECT_GT(accepted_, 0u);
    EXPECT_GT(refused_, 0u);
  }

 private:
  const Event& event_;
  std::size_t accepted_ = 0;
  std::size_t refused_ = 0;
};

class Mutations : public testing::Test {
 public:
  explicit Mutations(const Event& event) : event_(event) {}

  void TestBody() override {
    Comparison compare(event_);
    for (const std::string_view kind : {"valid", "invalid"}) {
      for (const std::string& payload : payloads_of(event_, kind)) {
        // Pairs of values grow with the square of their number.
        if (eventc::test::spans_of(payload).size() > 300) continue;
        compare(payload);
        eventc::test::with_other_values(payload, eventc::test::kTellingValues, std::ref(compare));
        eventc::test::with_values_changing_places(payload, std::ref(compare));
        eventc::test::with_members_twice_or_left_out(payload, std::ref(compare));
        eventc::test::with_lists_longer_or_shorter(payload, std::ref(compare));
      }
    }
    compare.expect_both();
  }

 private:
  Event event_;
};

/// A test for each event.
const bool kRegistered = [] {
  for (const Event& event : events()) {
    const std::string name = std::string(event.folder) + "_" + std::string(event.stem);
    testing::RegisterTest("Mutations", name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                          [event]() -> testing::Test* { return new Mutations(event); });
  }
  return true;
}();

}  // namespace
}  // namespace golden
