// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/problem.hpp"

#include <gtest/gtest.h>

namespace eventc::http {
namespace {

TEST(Problem, IsADocumentOfRfc9457) {
  const Response response =
      to_response({.status = 400,
                   .detail = "the body is not a valid Vote",
                   .errors = {{.detail = "expected a string", .pointer = "#/vote"},
                              {.detail = "it is missing", .parameter = "query limit"}}});
  EXPECT_EQ(response.status, 400);
  ASSERT_EQ(response.headers.size(), 1U);
  EXPECT_EQ(response.headers[0].second, "application/problem+json");
  EXPECT_EQ(response.body, R"({"type":"about:blank","title":"Bad Request","status":400,)"
                           R"("detail":"the body is not a valid Vote","errors":[)"
                           R"({"detail":"expected a string","pointer":"#/vote"},)"
                           R"({"detail":"it is missing","parameter":"query limit"}]})");
}

TEST(Problem, LeavesOutWhatIsNotSaid) {
  EXPECT_EQ(to_response({.status = 599}).body, R"({"type":"about:blank","status":599})");
}

TEST(Problem, PointsIntoTheBodyByAFragment) {
  const Problem::Detail detail =
      to_detail(Error{.message = "no", .instance_location = "/a b/\xC3\xA9/c~1d"});
  EXPECT_EQ(detail.pointer, "#/a%20b/%C3%A9/c~1d");
  EXPECT_EQ(detail.detail, "no");
}

TEST(ProblemError, CarriesWordsForTheSender) {
  const ProblemError error(409, "voted already");
  EXPECT_STREQ(error.what(), "voted already");
  EXPECT_EQ(error.problem().status, 409);
}

}  // namespace
}  // namespace eventc::http
