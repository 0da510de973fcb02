// SPDX-License-Identifier: Apache-2.0
#include "imports.hpp"

#include <gtest/gtest.h>

#include "base/files.hpp"

namespace eventc::compiler {
namespace {

using Paths = std::vector<std::string>;

Paths below(const std::string& folder, const std::string& uri) {
  MemoryFiles files;
  return Imports({folder}, files).paths_below_bases(uri);
}

TEST(Imports, LookInEachFolderInTheirOrder) {
  MemoryFiles files;
  const Imports imports({"one", "two/", "/three"}, files);
  EXPECT_EQ(imports.paths_of("a.json"), (Paths{"one/a.json", "two/a.json", "/three/a.json"}));
  EXPECT_EQ(imports.paths_of("x/../a.json"), (Paths{"one/a.json", "two/a.json", "/three/a.json"}));
  EXPECT_EQ(imports.paths_below_bases("https://e.com/a.json"), (Paths{}));
}

TEST(Imports, TakeAFolderForABaseUri) {
  EXPECT_EQ(below("https://e.com/=lib", "https://e.com/a.json"), (Paths{"lib/a.json"}));
  EXPECT_EQ(below("https://e.com/=lib/", "https://e.com/x/y.json"), (Paths{"lib/x/y.json"}));
  EXPECT_EQ(below("https://e.com/=/abs/lib", "https://e.com/a.json"), (Paths{"/abs/lib/a.json"}));
  EXPECT_EQ(below("https://e.com/s=lib", "https://e.com/s/a.json"), (Paths{"lib/a.json"}));
  EXPECT_EQ(below("urn:shop:=lib", "urn:shop:order.json"), (Paths{"lib/order.json"}));
  EXPECT_EQ(below("https://e.com/=lib", "https://other.com/a.json"), (Paths{}));
  EXPECT_EQ(below("https://e.com/=lib", "http://e.com/a.json"), (Paths{}));
  EXPECT_EQ(below("https://e.com/=lib", "a.json"), (Paths{}));
}

TEST(Imports, TakeAllBasesThatAUriBeginsWith) {
  MemoryFiles files;
  const Imports imports({"https://e.com/=one", "plain", "https://e.com/x/=two"}, files);
  EXPECT_EQ(imports.paths_below_bases("https://e.com/x/a.json"),
            (Paths{"one/x/a.json", "two/a.json"}));
  EXPECT_EQ(imports.paths_of("a.json"), (Paths{"plain/a.json"}));
}

TEST(Imports, TakeAnEqualsSignOfAPathForItself) {
  MemoryFiles files;
  const Imports imports({"a=b", "./c=d/e"}, files);
  EXPECT_EQ(imports.paths_of("x.json"), (Paths{"a=b/x.json", "c=d/e/x.json"}));
}

TEST(Imports, DecodeTheNamesOfFiles) {
  EXPECT_EQ(below("https://e.com/=lib", "https://e.com/my%20line.json"),
            (Paths{"lib/my line.json"}));
}

TEST(Imports, StayBelowTheFolder) {
  for (const char* const path : {"../secret.json", "x/../../secret.json", "%2e%2e/secret.json",
                                 "..%2Fsecret.json", "%2e%2e%2f%2e%2e%2fetc/passwd", ".."}) {
    EXPECT_EQ(below("https://e.com/=lib", std::string("https://e.com/") + path), (Paths{})) << path;
    EXPECT_EQ(below("https://e.com/=/abs/lib", std::string("https://e.com/") + path), (Paths{}))
        << path;
  }
  EXPECT_EQ(below("https://e.com/=lib", "https://e.com//etc/passwd"), (Paths{"lib/etc/passwd"}));
  EXPECT_EQ(below("https://e.com/=lib", "https://e.com/%2Fetc/passwd"), (Paths{}));
  EXPECT_EQ(below("https://e.com/=../lib", "https://e.com/a.json"), (Paths{"../lib/a.json"}));
  EXPECT_EQ(below("https://e.com/=../lib", "https://e.com/../a.json"), (Paths{}));
}

TEST(Imports, TakeNoUriThatOnlyBeginsWithTheBasesLetters) {
  EXPECT_EQ(below("https://e.com/shop=lib", "https://e.com/shopping/a.json"), (Paths{}));
  EXPECT_EQ(below("https://e.com=lib", "https://e.com.evil.org/a.json"), (Paths{}));
}

TEST(Imports, FindFilesByTheirIdentifiers) {
  MemoryFiles files;
  files.files = {{"lib/a.json", R"({"$id": "https://e.com/a#"})"},
                 {"lib/x/b.json", R"({"id": "https://e.com/b"})"},
                 {"lib/bad.json", "{"},
                 {"lib/list.json", "[]"},
                 {"lib/number.json", R"({"$id": 1})"},
                 {"other/c.json", R"({"$id": "https://e.com/c"})"}};
  Imports imports({"lib", "https://e.com/=other"}, files);
  EXPECT_EQ(imports.find_id("https://e.com/a"), "lib/a.json");
  EXPECT_EQ(imports.find_id("https://e.com/b"), "lib/x/b.json");
  EXPECT_EQ(imports.find_id("https://e.com/c"), std::nullopt);
  EXPECT_EQ(imports.find_id(""), std::nullopt);
}

TEST(Imports, FindTheFirstOfTwoFilesWithOneIdentifier) {
  MemoryFiles files;
  files.files = {{"one/z.json", R"({"$id": "https://e.com/a"})"},
                 {"two/a.json", R"({"$id": "https://e.com/a"})"}};
  EXPECT_EQ(Imports({"one", "two"}, files).find_id("https://e.com/a"), "one/z.json");
  EXPECT_EQ(Imports({"two", "one"}, files).find_id("https://e.com/a"), "two/a.json");
}

}  // namespace
}  // namespace eventc::compiler
