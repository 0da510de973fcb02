// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/request.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace eventc::http {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

std::vector<std::string> segments_of(std::string_view path, Encoding encoding) {
  Request request;
  set_path(request, path, {}, encoding);
  return {request.segments.begin(), request.segments.end()};
}

TEST(SetPath, SplitsBeforeItDecodes) {
  EXPECT_THAT(segments_of("/a%2Fb/c%20d/", Encoding::Percent), ElementsAre("a/b", "c d"));
  EXPECT_THAT(segments_of("/100%25", Encoding::Plain), ElementsAre("100%25"));
}

TEST(SetPath, KeepsEmptySegmentsInside) {
  EXPECT_THAT(segments_of("/", Encoding::Plain), IsEmpty());
  EXPECT_THAT(segments_of("", Encoding::Plain), IsEmpty());
  EXPECT_THAT(segments_of("/a//b", Encoding::Plain), ElementsAre("a", "", "b"));
  EXPECT_THAT(segments_of("//", Encoding::Plain), IsEmpty());
  EXPECT_THAT(segments_of("///", Encoding::Plain), ElementsAre("", ""));
}

std::string path_without(std::string_view stage, std::string_view path) {
  Request request;
  set_path(request, path, stage, Encoding::Plain);
  return std::string(request.path);
}

TEST(SetPath, CutsTheStageOffWhereItIsAWholeSegment) {
  EXPECT_EQ(path_without("prod", "/prod/votes"), "/votes");
  EXPECT_EQ(path_without("prod", "/prod"), "/");
  EXPECT_EQ(path_without("prod", "/product"), "/product");
  EXPECT_EQ(path_without("prod", "/votes/prod"), "/votes/prod");
  EXPECT_EQ(path_without("prod", "xprod/votes"), "xprod/votes");
  EXPECT_EQ(path_without("prod", ""), "");
  EXPECT_EQ(path_without("$default", "/votes"), "/votes");
  EXPECT_EQ(path_without("$default", "/$default/votes"), "/$default/votes");
  EXPECT_EQ(path_without("", "/votes"), "/votes");
}

TEST(AddQuery, ReadsNamesAndValuesInOrder) {
  Request request;
  add_query(request, "tag=a&tag=b+c&&empty=&bare&x%3D=%26");
  EXPECT_THAT(request.query, ElementsAre(Pair("tag", "a"), Pair("tag", "b c"), Pair("empty", ""),
                                         Pair("bare", ""), Pair("x=", "&")));
  EXPECT_THAT(request.query.all("tag"), ElementsAre("a", "b c"));
}

TEST(AddCookies, ReadsPairsAndSkipsWhatIsNone) {
  Request request;
  add_cookies(request, "id=7; theme = dark;junk;; token=a=b");
  EXPECT_THAT(request.cookies,
              ElementsAre(Pair("id", "7"), Pair("theme", "dark"), Pair("token", "a=b")));
}

TEST(SetBody, DecodesBase64AndMarksWhatIsNone) {
  Request plain;
  set_body(plain, "aGk=", false);
  EXPECT_EQ(plain.body, "aGk=");
  Request decoded;
  set_body(decoded, "aGk=", true);
  EXPECT_EQ(decoded.body, "hi");
  EXPECT_FALSE(decoded.is_body_broken);
  Request broken;
  set_body(broken, "aGk", true);
  EXPECT_EQ(broken.body, "");
  EXPECT_TRUE(broken.is_body_broken);
}

TEST(MediaType, IsTheTypeWithoutParameters) {
  Request request;
  EXPECT_EQ(media_type(request), "");
  request.headers.add("Content-Type", " Application/JSON ; charset=utf-8");
  EXPECT_EQ(media_type(request), "Application/JSON");
}

TEST(IsJson, TakesApplicationJsonAndTheSuffix) {
  EXPECT_TRUE(is_json("application/json"));
  EXPECT_TRUE(is_json("Application/JSON"));
  EXPECT_TRUE(is_json("application/cloudevents+JSON"));
  EXPECT_FALSE(is_json("+json"));
  EXPECT_FALSE(is_json("text/json5"));
  EXPECT_FALSE(is_json("application/jsonlines"));
}

}  // namespace
}  // namespace eventc::http
