// SPDX-License-Identifier: Apache-2.0
#include "base/files.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace eventc::compiler {
namespace {

namespace fs = std::filesystem;

// What the disk and its stand-in must do alike: each test runs on both.
template <typename Implementation>
class FilesTest : public testing::Test {
 protected:
  FilesTest() {
    std::string pattern = (fs::temp_directory_path() / "eventc-files-XXXXXX").string();
    root = mkdtemp(pattern.data());
  }
  ~FilesTest() override { fs::remove_all(root); }

  std::string path(const std::string& below) const { return root + "/" + below; }
  std::vector<std::string> paths(const std::vector<std::string>& below) const {
    std::vector<std::string> all;
    for (const std::string& name : below) all.push_back(path(name));
    return all;
  }

  Implementation files;
  std::string root;
  std::string why;
};

using Implementations = testing::Types<DiskFiles, MemoryFiles>;
TYPED_TEST_SUITE(FilesTest, Implementations);

TYPED_TEST(FilesTest, ReadsWhatItWrote) {
  const std::string text("line\r\n\0\xFF", 8);
  ASSERT_TRUE(this->files.write(this->path("a.txt"), text, this->why)) << this->why;
  EXPECT_EQ(this->files.read(this->path("a.txt"), this->why), text);
}

TYPED_TEST(FilesTest, ReadsAnEmptyFile) {
  ASSERT_TRUE(this->files.write(this->path("empty"), "", this->why)) << this->why;
  EXPECT_EQ(this->files.read(this->path("empty"), this->why), "");
}

TYPED_TEST(FilesTest, ReplacesAFileAndLeavesNothingBesideIt) {
  ASSERT_TRUE(this->files.write(this->path("a.txt"), "a longer text", this->why)) << this->why;
  ASSERT_TRUE(this->files.write(this->path("a.txt"), "short", this->why)) << this->why;
  EXPECT_EQ(this->files.read(this->path("a.txt"), this->why), "short");
  EXPECT_EQ(this->files.list(this->root, ""), this->paths({"a.txt"}));
}

TYPED_TEST(FilesTest, MakesTheFoldersOfAFile) {
  ASSERT_TRUE(this->files.write(this->path("one/two/a.txt"), "x", this->why)) << this->why;
  EXPECT_EQ(this->files.read(this->path("one/two/a.txt"), this->why), "x");
}

TYPED_TEST(FilesTest, SaysThatAFileIsNotThere) {
  EXPECT_EQ(this->files.read(this->path("none"), this->why), std::nullopt);
  EXPECT_EQ(this->why, "No such file or directory");
}

TYPED_TEST(FilesTest, RefusesAFolderAsAFile) {
  ASSERT_TRUE(this->files.write(this->path("folder/a"), "x", this->why)) << this->why;
  EXPECT_EQ(this->files.read(this->path("folder"), this->why), std::nullopt);
  EXPECT_EQ(this->why, "Is a directory");
  this->why.clear();
  EXPECT_FALSE(this->files.write(this->path("folder"), "y", this->why));
  EXPECT_EQ(this->why, "Is a directory");
  EXPECT_EQ(this->files.list(this->root, ""), this->paths({"folder/a"}));
}

TYPED_TEST(FilesTest, ListsFilesAtAndBelowAFolderSorted) {
  for (const char* name : {"s/b.json", "s/a.json", "s/deep/er/c.json", "s/a.txt", "t/d.json"}) {
    ASSERT_TRUE(this->files.write(this->path(name), "{}", this->why)) << this->why;
  }
  const auto expected = this->paths({"s/a.json", "s/b.json", "s/deep/er/c.json"});
  EXPECT_EQ(this->files.list(this->path("s"), ".json"), expected);
  EXPECT_EQ(this->files.list(this->path("s/"), ".json"), expected) << "with a slash";
}

TYPED_TEST(FilesTest, ListsNothingForAFolderThatIsNotThere) {
  EXPECT_EQ(this->files.list(this->path("none"), ""), std::vector<std::string>());
}

TEST(DiskFiles, SaysThatAFolderCannotBeMade) {
  DiskFiles files;
  std::string pattern = (fs::temp_directory_path() / "eventc-files-XXXXXX").string();
  const std::string root = mkdtemp(pattern.data());
  std::string why;
  ASSERT_TRUE(files.write(root + "/a", "a file", why)) << why;
  EXPECT_FALSE(files.write(root + "/a/b", "below a file", why));
  EXPECT_EQ(why, "Not a directory");
  fs::remove_all(root);
}

TEST(DiskFiles, PassesOverWhatAKilledRunLeftBeside) {
  DiskFiles files;
  std::string pattern = (fs::temp_directory_path() / "eventc-files-XXXXXX").string();
  const std::string root = mkdtemp(pattern.data());
  std::ofstream(root + "/a.new0") << "left behind";
  std::string why;
  ASSERT_TRUE(files.write(root + "/a", "text", why)) << why;
  EXPECT_EQ(files.read(root + "/a", why), "text");
  EXPECT_EQ(files.read(root + "/a.new0", why), "left behind");
  fs::remove_all(root);
}

}  // namespace
}  // namespace eventc::compiler
