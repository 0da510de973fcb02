// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/cors.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "refusal.hpp"

namespace eventc::http {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

void fill_preflight(Request& request, std::string_view origin) {
  request.method = "OPTIONS";
  request.headers.add("Origin", origin);
  request.headers.add("Access-Control-Request-Method", "PUT");
  request.headers.add("Access-Control-Request-Headers", "x-key, content-type");
}

TEST(Cors, KnowsAPreflightByItsHeaders) {
  Request request;
  fill_preflight(request, "https://a.example");
  EXPECT_TRUE(is_preflight(request));
  request.method = "GET";
  EXPECT_FALSE(is_preflight(request));
  Request plain;
  plain.method = "OPTIONS";
  EXPECT_FALSE(is_preflight(plain));
}

TEST(Cors, AnswersAPreflightWithWhatItAskedFor) {
  Request request;
  fill_preflight(request, "https://a.example");
  const Response response =
      answer_preflight(Cors{.max_age = std::chrono::minutes(10)}, request, "GET, PUT");
  EXPECT_EQ(response.status, 204);
  EXPECT_THAT(response.headers,
              ElementsAre(Pair("access-control-allow-methods", "GET, PUT"),
                          Pair("access-control-allow-headers", "x-key, content-type"),
                          Pair("access-control-max-age", "600")));
}

TEST(Cors, AllowsTheHeadersThatAreNamedAlone) {
  Request request;
  fill_preflight(request, "https://a.example");
  const Response response = answer_preflight(Cors{.headers = {"x-a", "x-b"}}, request, "PUT");
  EXPECT_THAT(response.headers, ElementsAre(Pair("access-control-allow-methods", "PUT"),
                                            Pair("access-control-allow-headers", "x-a, x-b")));
}

TEST(Cors, TellsAnotherSiteNothing) {
  const Cors cors{.origins = {"https://a.example"}};
  Request request;
  fill_preflight(request, "https://a.example.evil");
  EXPECT_THAT(answer_preflight(cors, request, "GET").headers, IsEmpty());
  Response response;
  add_cors_headers(cors, request, response);
  EXPECT_THAT(response.headers, ElementsAre(Pair("vary", "origin")));
}

TEST(Cors, NamesTheSiteThatAskedWhereNotAllAreAllowed) {
  Request request;
  request.headers.add("origin", "https://b.example");
  Response response;
  add_cors_headers(Cors{.origins = {"https://a.example", "https://b.example"},
                        .exposed_headers = {"x-id"},
                        .credentials = true},
                   request, response);
  EXPECT_THAT(
      response.headers,
      ElementsAre(Pair("vary", "origin"), Pair("access-control-allow-origin", "https://b.example"),
                  Pair("access-control-allow-credentials", "true"),
                  Pair("access-control-expose-headers", "x-id")));
}

TEST(Cors, LeavesAloneWhatAHandlerHasSaidItself) {
  Request request;
  request.headers.add("origin", "https://a.example");
  Response response;
  response.header("Access-Control-Allow-Origin", "https://b.example")
      .header("access-control-expose-headers", "x-own");
  add_cors_headers(
      Cors{.origins = {"https://a.example"}, .exposed_headers = {"x-id"}, .credentials = true},
      request, response);
  EXPECT_THAT(response.headers,
              ElementsAre(Pair("Access-Control-Allow-Origin", "https://b.example"),
                          Pair("access-control-expose-headers", "x-own"), Pair("vary", "origin"),
                          Pair("access-control-allow-credentials", "true")));
}

TEST(Cors, AllowsAnySiteByAStar) {
  Request request;
  request.headers.add("origin", "https://b.example");
  Response response;
  add_cors_headers(Cors{}, request, response);
  EXPECT_THAT(response.headers, ElementsAre(Pair("access-control-allow-origin", "*")));
  Request same_site;
  Response plain;
  add_cors_headers(Cors{}, same_site, plain);
  EXPECT_THAT(plain.headers, IsEmpty());
}

std::string refusal(const Cors& cors) {
  return test::refusal([&cors] { check(cors); });
}

TEST(Cors, RefusesAStarWithCredentialsWhereItIsNoWildcard) {
  EXPECT_EQ(refusal({.credentials = true}),
            "CORS: with credentials \"*\" is no wildcard: name the sites in `origins`");
  EXPECT_EQ(
      refusal({.origins = {"https://a.example"}, .headers = {"x-a", "*"}, .credentials = true}),
      "CORS: with credentials \"*\" is no wildcard: name the fields in `headers`, or leave it "
      "empty, which allows those that are asked for");
  EXPECT_EQ(
      refusal({.origins = {"https://a.example"}, .exposed_headers = {"*"}, .credentials = true}),
      "CORS: with credentials \"*\" is no wildcard: name the fields in `exposed_headers`");
  EXPECT_EQ(refusal({.origins = {"https://a.example"}, .credentials = true}), "accepted");
  EXPECT_EQ(refusal({.headers = {"*"}, .exposed_headers = {"*"}}), "accepted");
}

TEST(Cors, RefusesWhatNoSiteAndNoFieldIs) {
  const auto why = [](std::string_view origin) {
    return "CORS: \"" + std::string(origin) +
           "\" is no origin, which is a scheme, a host and perhaps a port, as browsers send it: "
           "\"https://shop.example\"";
  };
  for (const std::string origin :
       {"", "shop.example", "https://", "https://shop.example/", "https://shop.example/a",
        "https://a b", "https://Shop.example", "HTTPS://shop.example", "https://a@shop.example",
        "https://shop.example?a"})
    EXPECT_EQ(refusal({.origins = {origin}}), why(origin));
  EXPECT_EQ(refusal({.origins = {"https://a\r\nb"}}), why("https://a\\x0D\\x0Ab"));
  for (const std::string origin : {"http://localhost:8080", "https://[2001:db8::1]:8443", "null",
                                   "capacitor://localhost", "https://xn--bcher-kva.example"})
    EXPECT_EQ(refusal({.origins = {origin}}), "accepted") << origin;
  EXPECT_EQ(refusal({.headers = {"x-a, x-b"}}), "CORS: \"x-a, x-b\" is no name of a field");
  EXPECT_EQ(refusal({.exposed_headers = {""}}), "CORS: \"\" is no name of a field");
  EXPECT_EQ(refusal({.max_age = std::chrono::seconds(-1)}),
            "CORS: max_age is -1, not 0 seconds or more");
}

}  // namespace
}  // namespace eventc::http
