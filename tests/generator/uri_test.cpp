// SPDX-License-Identifier: Apache-2.0
#include "uri.hpp"

#include <gtest/gtest.h>

#include <tuple>

namespace eventc::compiler {
namespace {

auto split(std::string_view reference) {
  const Uri uri = split_fragment(reference);
  return std::tuple(uri.resource, uri.fragment, uri.has_fragment);
}

TEST(SplitFragment, CutsAtTheFirstHash) {
  EXPECT_EQ(split("a.json#/$defs/A"), std::tuple("a.json", "/$defs/A", true));
  EXPECT_EQ(split("#name"), std::tuple("", "name", true));
  EXPECT_EQ(split("a.json#"), std::tuple("a.json", "", true));
  EXPECT_EQ(split("a.json"), std::tuple("a.json", "", false));
  EXPECT_EQ(split("a#b#c"), std::tuple("a", "b#c", true));
  EXPECT_EQ(split(""), std::tuple("", "", false));
}

TEST(SplitFragment, DecodesTheFragmentAlone) {
  EXPECT_EQ(split("a%20b.json#/a%20b"), std::tuple("a%20b.json", "/a b", true));
}

TEST(PercentDecode, DecodesBothCasesOfDigits) {
  EXPECT_EQ(percent_decode("%C3%a9%2F%7e"), "é/~");
  EXPECT_EQ(percent_decode("%00"), std::string(1, '\0'));
}

TEST(PercentDecode, LeavesWhatIsNoEscape) {
  EXPECT_EQ(percent_decode("100%"), "100%");
  EXPECT_EQ(percent_decode("%2"), "%2");
  EXPECT_EQ(percent_decode("%zz%2g%25"), "%zz%2g%");
  EXPECT_EQ(percent_decode("%%41"), "%A");
}

TEST(IsAbsoluteUri, AsksForAScheme) {
  for (const char* const uri : {"https://e.com/a", "urn:a:b", "x:", "git+ssh://h", "a.b-c:d"}) {
    EXPECT_TRUE(is_absolute_uri(uri)) << uri;
  }
  for (const char* const uri : {"", "a.json", "/a:b", ":a", "1a:b", "a/b:c", "//host/a", "é:b"}) {
    EXPECT_FALSE(is_absolute_uri(uri)) << uri;
  }
}

// The examples of RFC 3986, section 5.4, that have neither query nor fragment.
TEST(ResolveUri, DoesWhatTheRfcShows) {
  const auto seen = [](std::string_view reference) {
    return resolve_uri("http://a/b/c/d", reference);
  };
  EXPECT_EQ(seen("g:h"), "g:h");
  EXPECT_EQ(seen("g"), "http://a/b/c/g");
  EXPECT_EQ(seen("./g"), "http://a/b/c/g");
  EXPECT_EQ(seen("g/"), "http://a/b/c/g/");
  EXPECT_EQ(seen("/g"), "http://a/g");
  EXPECT_EQ(seen("//g"), "http://g");
  EXPECT_EQ(seen(""), "http://a/b/c/d");
  EXPECT_EQ(seen("."), "http://a/b/c/");
  EXPECT_EQ(seen("./"), "http://a/b/c/");
  EXPECT_EQ(seen(".."), "http://a/b/");
  EXPECT_EQ(seen("../g"), "http://a/b/g");
  EXPECT_EQ(seen("../../g"), "http://a/g");
  EXPECT_EQ(seen("../../../g"), "http://a/g");
  EXPECT_EQ(seen("/./g"), "http://a/g");
  EXPECT_EQ(seen("/../g"), "http://a/g");
  EXPECT_EQ(seen("g."), "http://a/b/c/g.");
  EXPECT_EQ(seen("..g"), "http://a/b/c/..g");
  EXPECT_EQ(seen("./g/."), "http://a/b/c/g/");
  EXPECT_EQ(seen("g/../h"), "http://a/b/c/h");
}

TEST(ResolveUri, RemovesDotsFromAWholeUri) {
  EXPECT_EQ(resolve_uri("", "https://e.com/a/../b.json"), "https://e.com/b.json");
  EXPECT_EQ(resolve_uri("", "https://e.com"), "https://e.com");
}

TEST(ResolveUri, BeginsAPathBehindABareHost) {
  EXPECT_EQ(resolve_uri("https://e.com", "a.json"), "https://e.com/a.json");
  EXPECT_EQ(resolve_uri("https://e.com", "../a.json"), "https://e.com/a.json");
}

TEST(ResolveUri, TakesAUrnForAPathWithoutFolders) {
  EXPECT_EQ(resolve_uri("urn:example:order", "line"), "urn:line");
}

TEST(ResolveUri, TreatsFilesAsUris) {
  EXPECT_EQ(resolve_uri("a.json", "b.json"), "b.json");
  EXPECT_EQ(resolve_uri("schemas/a.json", "b.json"), "schemas/b.json");
  EXPECT_EQ(resolve_uri("schemas/a.json", "../b.json"), "b.json");
  EXPECT_EQ(resolve_uri("a.json", "../b.json"), "../b.json");
  EXPECT_EQ(resolve_uri("../x/a.json", "../../b.json"), "../../b.json");
  EXPECT_EQ(resolve_uri("/s/a.json", "../../b.json"), "/b.json");
  EXPECT_EQ(resolve_uri("", "./schemas//a.json"), "schemas//a.json");
  EXPECT_EQ(resolve_uri("", "x/../a.json"), "a.json");
}

}  // namespace
}  // namespace eventc::compiler
