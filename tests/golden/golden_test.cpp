// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "golden_event.hpp"

namespace golden {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<fs::path> payloads_in(const fs::path& folder) {
  std::vector<fs::path> paths;
  if (!fs::is_directory(folder)) return paths;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

/// A text beside a payload is about it: none may be left behind when its payload goes.
void expect_no_text_without_payload(const fs::path& folder) {
  if (!fs::is_directory(folder)) return;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    fs::path payload = entry.path();
    EXPECT_TRUE(fs::exists(payload.replace_extension(".json"))) << entry.path();
  }
}

void compare(const fs::path& payload, const Outcome& outcome) {
  EXPECT_EQ(outcome.contradiction, "");
  fs::path expected = payload;
  expected.replace_extension(".txt");
  if (std::getenv("EVENTC_UPDATE_GOLDEN") != nullptr && read_file(expected) != outcome.text) {
    std::ofstream(expected, std::ios::binary) << outcome.text;
  }
  EXPECT_EQ(outcome.text, read_file(expected));
}

using Events = std::vector<Event>;

class Folder : public testing::Test {
 public:
  Folder(std::string name, Events events, bool valid)
      : path_(fs::path(EVENTC_GOLDEN_DIR) / name), events_(std::move(events)), valid_(valid) {}

  void TestBody() override {
    const fs::path folder = path_ / (valid_ ? "valid" : "invalid");
    const std::vector<fs::path> payloads = payloads_in(folder);
    EXPECT_FALSE(payloads.empty());
    for (const fs::path& payload : payloads) {
      SCOPED_TRACE(payload.filename().string());
      const Event* const event = event_of(payload);
      ASSERT_NE(event, nullptr) << "which of the folder's events is it for?";
      const std::string text = read_file(payload);
      compare(payload, valid_ ? event->accept(text) : event->refuse(text));
    }
    expect_no_text_without_payload(folder);
  }

 private:
  const Event* event_of(const fs::path& payload) const {
    if (events_.size() == 1) return &events_.front();
    const std::string name = payload.filename().string();
    for (const Event& event : events_) {
      if (name.starts_with(std::string(event.stem) + ".")) return &event;
    }
    return nullptr;
  }

  fs::path path_;
  Events events_;
  bool valid_;
};

/// A suite for each folder, with a test for either kind of payload.
const bool kRegistered = [] {
  std::map<std::string, Events> folders;
  for (const Event& event : events()) folders[std::string(event.folder)].push_back(event);
  for (const auto& [name, events] : folders) {
    for (const bool valid : {true, false}) {
      testing::RegisterTest(name.c_str(), valid ? "AcceptsValidPayloads" : "ReportsOnInvalidPayloads", nullptr, nullptr,
                            __FILE__, __LINE__,
                            [name = name, events = events, valid]() -> Folder* { return new Folder(name, events, valid); });
    }
  }
  return true;
}();

/// Those of views are compiled without options.
bool is_expected(const fs::path& folder) {
#if defined(EVENTC_GOLDEN_WITHOUT_OPTIONS)
  return !fs::exists(folder / "options");
#else
  return fs::exists(folder / "schema");
#endif
}

TEST(GoldenFolders, AreAllCompiled) {
  std::vector<std::string> compiled;
  for (const Event& event : events()) compiled.emplace_back(event.folder);
  compiled.erase(std::unique(compiled.begin(), compiled.end()), compiled.end());
  std::vector<std::string> present;
  for (const fs::directory_entry& entry : fs::directory_iterator(EVENTC_GOLDEN_DIR)) {
    if (!entry.is_directory() || !is_expected(entry.path())) continue;
    present.push_back(entry.path().filename().string());
  }
  std::sort(compiled.begin(), compiled.end());
  std::sort(present.begin(), present.end());
  EXPECT_EQ(compiled, present);
}

}  // namespace
}  // namespace golden
