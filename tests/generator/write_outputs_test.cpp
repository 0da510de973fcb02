// SPDX-License-Identifier: Apache-2.0
#include "write_outputs.hpp"

#include <gtest/gtest.h>

namespace eventc::compiler {
namespace {

using Paths = std::vector<std::string>;

/// Remembers what is written; one path cannot be.
class WatchedFiles final : public Files {
 public:
  MemoryFiles memory;
  Paths written;
  std::string refused;

  std::optional<std::string> read(const std::string& path, std::string& why) override {
    return memory.read(path, why);
  }
  bool write(const std::string& path, std::string_view text, std::string& why) override {
    written.push_back(path);
    if (path != refused) return memory.write(path, text, why);
    why = "No space left on device";
    return false;
  }
  std::vector<std::string> list(const std::string& folder, std::string_view suffix) override {
    return memory.list(folder, suffix);
  }
};

TEST(WriteChanged, WritesEveryFileThatIsMissing) {
  WatchedFiles files;
  std::string why;
  EXPECT_TRUE(write_changed({{"events/a.hpp", "a"}, {"events/a.cpp", ""}}, "out", files, why))
      << why;
  EXPECT_EQ(files.written, (Paths{"out/events/a.hpp", "out/events/a.cpp"}));
  EXPECT_EQ(files.memory.files.at("out/events/a.hpp"), "a");
  EXPECT_EQ(files.memory.files.at("out/events/a.cpp"), "");
}

TEST(WriteChanged, LeavesFilesAloneThatAreCurrent) {
  WatchedFiles files;
  files.memory.files = {{"out/a.hpp", "a"}, {"out/b.hpp", "old"}};
  std::string why;
  EXPECT_TRUE(write_changed({{"a.hpp", "a"}, {"b.hpp", "new"}}, "out", files, why)) << why;
  EXPECT_EQ(files.written, Paths{"out/b.hpp"});
  EXPECT_EQ(files.memory.files.at("out/b.hpp"), "new");
}

TEST(WriteChanged, StopsAtAFileThatCannotBeWritten) {
  WatchedFiles files;
  files.refused = "out/a.hpp";
  std::string why;
  EXPECT_FALSE(write_changed({{"a.hpp", "a"}, {"b.hpp", "b"}}, "out", files, why));
  EXPECT_EQ(why, "out/a.hpp: No space left on device");
  EXPECT_EQ(files.written, Paths{"out/a.hpp"});
}

std::string diff(const std::string& present, const std::string& output) {
  MemoryFiles files;
  files.files = {{"out/a.hpp", present}};
  return diff_stale({{"a.hpp", output}}, "out", files);
}

TEST(DiffStale, IsEmptyWhereAllIsCurrent) { EXPECT_EQ(diff("a\nb\n", "a\nb\n"), ""); }

TEST(DiffStale, ShowsChangedLinesWithThoseAroundThem) {
  EXPECT_EQ(diff("1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nfive\n6\n7\n8\n"),
            "--- out/a.hpp\n"
            "+++ out/a.hpp (as the schemas have it)\n"
            "@@ -2,7 +2,7 @@\n"
            " 2\n"
            " 3\n"
            " 4\n"
            "-5\n"
            "+five\n"
            " 6\n"
            " 7\n"
            " 8\n");
}

TEST(DiffStale, ShowsAMissingFileWhole) {
  MemoryFiles files;
  EXPECT_EQ(diff_stale({{"a.hpp", "1\n2\n"}}, "out", files),
            "--- out/a.hpp\n"
            "+++ out/a.hpp (as the schemas have it)\n"
            "@@ -0,0 +1,2 @@\n"
            "+1\n"
            "+2\n");
}

TEST(DiffStale, ShowsALastLineWithoutItsLineFeed) {
  EXPECT_EQ(diff("1\n2", "1\n2\n"),
            "--- out/a.hpp\n"
            "+++ out/a.hpp (as the schemas have it)\n"
            "@@ -1,2 +1,2 @@\n"
            " 1\n"
            "-2 (no line feed)\n"
            "+2\n");
}

TEST(DiffStale, ShowsAFileOfOtherLineEnds) {
  EXPECT_EQ(diff("1\r\n", "1\n"),
            "--- out/a.hpp\n"
            "+++ out/a.hpp (as the schemas have it)\n"
            "@@ -1,1 +1,1 @@\n"
            "-1\\r\n"
            "+1\n");
}

TEST(DiffStale, ShowsAllFilesInTheirOrder) {
  MemoryFiles files;
  files.files = {{"out/b.hpp", "b\n"}};
  EXPECT_EQ(diff_stale({{"c.hpp", "c\n"}, {"b.hpp", "b\n"}, {"a.hpp", "a\n"}}, "out", files),
            "--- out/c.hpp\n"
            "+++ out/c.hpp (as the schemas have it)\n"
            "@@ -0,0 +1,1 @@\n"
            "+c\n"
            "--- out/a.hpp\n"
            "+++ out/a.hpp (as the schemas have it)\n"
            "@@ -0,0 +1,1 @@\n"
            "+a\n");
}

TEST(DepfileRule, NamesEveryInput) {
  EXPECT_EQ(depfile_rule("out/a.hpp", {"a.json", "common/b.json"}),
            "out/a.hpp: \\\n"
            "  a.json \\\n"
            "  common/b.json\n");
}

// What Make and Ninja read alike.
TEST(DepfileRule, EscapesWhatMakeWouldRead) {
  EXPECT_EQ(depfile_rule("my out/a.hpp", {"a b.json", "#1.json", "$(x).json"}),
            "my\\ out/a.hpp: \\\n"
            "  a\\ b.json \\\n"
            "  \\#1.json \\\n"
            "  $$(x).json\n");
}

}  // namespace
}  // namespace eventc::compiler
