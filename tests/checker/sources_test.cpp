// SPDX-License-Identifier: Apache-2.0
#include "sources.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace eventc::checker {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

class SourcesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    before_ = fs::current_path();
    fs::current_path(folder_);
  }
  void TearDown() override {
    fs::current_path(before_);
    fs::remove_all(folder_);
  }

  static void write(const fs::path& path, std::string_view text = "{}") {
    if (path.has_parent_path()) fs::create_directories(path.parent_path());
    std::ofstream(path) << text;
  }

  Words find(const Words& arguments) {
    sources_ =
        find_sources(arguments, [this](std::string_view what) { faults_.emplace_back(what); });
    Words paths;
    for (const Source& source : sources_) paths.push_back(source.path);
    return paths;
  }

  fs::path folder_ =
      fs::path(::testing::TempDir()) /
      ("eventc_" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
  fs::path before_;
  std::vector<Source> sources_;
  Words faults_;
};

TEST_F(SourcesTest, TellsFormsByNames) {
  for (const char* const name : {"a.json", "b.jsonl", "c.ndjson", "d.txt"}) write(name);
  EXPECT_EQ(find({"a.json", "b.jsonl", "c.ndjson", "d.txt", "-"}),
            (Words{"a.json", "b.jsonl", "c.ndjson", "d.txt", "-"}));
  std::vector<input::Form> forms;
  for (const Source& source : sources_) forms.push_back(source.form);
  EXPECT_EQ(forms,
            (std::vector<input::Form>{input::Form::Whole, input::Form::Lines, input::Form::Lines,
                                      input::Form::Whole, input::Form::Values}));
  EXPECT_EQ(sources_.front().size, 2U);
  EXPECT_TRUE(faults_.empty());
}

TEST_F(SourcesTest, WalksFoldersInOrder) {
  for (const char* const name : {"f/b.json", "f/a/z.jsonl", "f/a.json", "f/c.ndjson", "f/d.txt",
                                 "f/a/deep/er/x.json", "f/json"})
    write(name);
  EXPECT_EQ(find({"f"}),
            (Words{"f/a/deep/er/x.json", "f/a/z.jsonl", "f/a.json", "f/b.json", "f/c.ndjson"}));
}

TEST_F(SourcesTest, IsNotHarmedByLoops) {
  write("f/a.json");
  fs::create_directory_symlink("..", "f/loop");
  fs::create_directory_symlink(".", "f/self.json");
  fs::create_symlink("a.json", "f/b.json");
  EXPECT_EQ(find({"f"}), (Words{"f/a.json", "f/b.json"}));
  EXPECT_EQ(find({"f/loop/f"}), (Words{"f/loop/f/a.json", "f/loop/f/b.json"}));
  EXPECT_TRUE(faults_.empty());
}

TEST_F(SourcesTest, PassesPipesInFolders) {
  write("f/a.json");
  ASSERT_EQ(::mkfifo("f/pipe.json", 0600), 0);
  EXPECT_EQ(find({"f"}), Words{"f/a.json"});
  EXPECT_EQ(find({"f/pipe.json"}), Words{"f/pipe.json"});
  EXPECT_EQ(sources_.front().form, input::Form::Values);
}

TEST_F(SourcesTest, ReportsWhatIsNotThere) {
  fs::create_directories("empty/below");
  EXPECT_EQ(find({"gone.json", "empty", ""}), Words{});
  EXPECT_EQ(faults_, (Words{"gone.json: No such file or directory",
                            "empty: there is no *.json, *.jsonl or *.ndjson file in this folder",
                            ": No such file or directory"}));
}

TEST_F(SourcesTest, ReadsAFile) {
  write("a.json", "{\"a\": 1}");
  int waits = 0;
  SourceReader reader({"a.json", input::Form::Whole, 0}, [&waits] { ++waits; });
  std::string text(100, '\0');
  EXPECT_EQ(reader.read(text.data(), text.size()), 8U);
  EXPECT_EQ(text.substr(0, 8), "{\"a\": 1}");
  EXPECT_EQ(reader.read(text.data(), text.size()), 0U);
  EXPECT_EQ(reader.failure(), 0);
  EXPECT_EQ(waits, 0);
}

TEST_F(SourcesTest, SaysWhyAFileCannotBeRead) {
  char byte = 0;
  SourceReader gone({"gone.json", input::Form::Whole, 0}, [] {});
  EXPECT_EQ(gone.read(&byte, 1), 0U);
  EXPECT_EQ(gone.failure(), ENOENT);
  SourceReader folder({".", input::Form::Whole, 0}, [] {});
  EXPECT_EQ(folder.read(&byte, 1), 0U);
  EXPECT_EQ(folder.failure(), EISDIR);
}

}  // namespace
}  // namespace eventc::checker
