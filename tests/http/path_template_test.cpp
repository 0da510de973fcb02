// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/path_template.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "refusal.hpp"

namespace eventc::http {
namespace {

using Kind = PathTemplate::Segment::Kind;
using Segments = std::vector<PathTemplate::Segment>;

std::string refusal(std::string_view text) {
  return test::refusal([text] { static_cast<void>(PathTemplate(text)); });
}

TEST(PathTemplate, ReadsLiteralsParametersAndAGreedyEnd) {
  const PathTemplate path("/users/{user-id}/files/{path+}");
  EXPECT_EQ(path.segments(), (Segments{{Kind::Literal, "users"},
                                       {Kind::Parameter, "user-id"},
                                       {Kind::Literal, "files"},
                                       {Kind::Greedy, "path"}}));
  EXPECT_THAT(path.parameters(), testing::ElementsAre("user-id", "path"));
}

TEST(PathTemplate, TakesTheRootAndIgnoresASlashAtTheEnd) {
  EXPECT_TRUE(PathTemplate("/").segments().empty());
  EXPECT_EQ(PathTemplate("/votes/").segments(), PathTemplate("/votes").segments());
}

TEST(PathTemplate, DecodesLiteralsOnce) {
  EXPECT_EQ(PathTemplate("/caf%C3%A9/a%20b").segments(),
            PathTemplate("/caf\xC3\xA9/a b").segments());
  EXPECT_EQ(PathTemplate("/%7Bid%7D/a%2Fb/%2525/100%").segments(),
            (Segments{{Kind::Literal, "{id}"},
                      {Kind::Literal, "a/b"},
                      {Kind::Literal, "%25"},
                      {Kind::Literal, "100%"}}));
  EXPECT_EQ(PathTemplate("/caf%C3%A9").text(), "/caf%C3%A9");
}

TEST(PathTemplate, RefusesWhatNoPathCanBe) {
  EXPECT_EQ(refusal("votes"), "route \"votes\": a path begins with \"/\"");
  EXPECT_EQ(refusal(""), "route \"\": a path begins with \"/\"");
  EXPECT_EQ(refusal("/a//b"), "route \"/a//b\": a segment is empty");
  EXPECT_EQ(refusal("//"), "route \"//\": a segment is empty");
  EXPECT_EQ(
      refusal("/a?b=1"),
      "route \"/a?b=1\": a path has no query and no fragment: take parameters by http::Query");
}

TEST(PathTemplate, RefusesParametersThatAreNone) {
  const std::string whole = ": a parameter is a whole segment: /{name}/";
  EXPECT_EQ(refusal("/a{id}"), "route \"/a{id}\"" + whole);
  EXPECT_EQ(refusal("/{id"), "route \"/{id\"" + whole);
  EXPECT_EQ(refusal("/}"), "route \"/}\"" + whole);
  const std::string name = ": a parameter's name is made of letters, digits and any of _ - . :";
  EXPECT_EQ(refusal("/{}"), "route \"/{}\"" + name);
  EXPECT_EQ(refusal("/{+}"), "route \"/{+}\"" + name);
  EXPECT_EQ(refusal("/{a b}"), "route \"/{a b}\"" + name);
  EXPECT_EQ(refusal("/{{a}}"), "route \"/{{a}}\"" + name);
  EXPECT_EQ(refusal("/{a+}/b"), "route \"/{a+}/b\": a greedy parameter is the last segment");
  EXPECT_EQ(refusal("/{a}/{b}/{a+}"), "route \"/{a}/{b}/{a+}\": two parameters are named \"a\"");
}

}  // namespace
}  // namespace eventc::http
