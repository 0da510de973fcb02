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

/// Values of every type, and a few that schemas of the folders tell apart.
constexpr std::string_view kValues[] = {
    "null",
    "true",
    "0",
    "-1",
    "1.0",
    "1.5",
    "10",
    "100",
    "1e400",
    "18446744073709551616",
    R"("")",
    R"("a")",
    R"("\u0061\u00e4")",
    R"("2024-02-29")",
    R"("QQ==")",
    R"("[1,2]")",
    R"("{}")",
    "[]",
    "[1]",
    "[1,1.0]",
    R"(["a",1])",
    R"(["a","a","b"])",
    R"([{"sku":"a"}])",
    "[[]]",
    "{}",
    R"({"a":1})",
    R"({"":null})",
    R"({"a":{"a":1},"b":[]})",
    R"({"x":1,"y":2})",
    R"({"data":1,"children":[{"data":2,"more":3}]})",
    R"({"kind":"a","type":"b","id":"c"})",
    R"({"a":1,"\u0061":2})",
};

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
        eventc::test::with_other_values(payload, kValues, std::ref(compare));
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
