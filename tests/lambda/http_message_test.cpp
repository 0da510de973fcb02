// SPDX-License-Identifier: Apache-2.0
#include "http_message.hpp"

#include <gtest/gtest.h>

namespace eventc::lambda {
namespace {

TEST(HttpMessage, TakesHeadersInAnyCaseAndWithAnySpace) {
  HttpResponse response;
  response.take_line("HTTP/1.1 202 Accepted\r\n");
  response.take_line("Content-Type:application/json\r\n");
  response.take_line("X-Empty: \r\n");
  response.take_line("x-twice: \t1 2 \r\n");
  response.take_line("X-Twice: 3\r\n");
  response.take_line("\r\n");
  EXPECT_EQ(response.status, 202);
  EXPECT_EQ(find_header(response.headers, "content-TYPE"), "application/json");
  EXPECT_EQ(find_header(response.headers, "x-empty"), "");
  EXPECT_EQ(find_header(response.headers, "X-TWICE"), "1 2");
  EXPECT_EQ(find_header(response.headers, "x-twic"), std::nullopt);
}

TEST(HttpMessage, ForgetsInterimResponses) {
  HttpResponse response;
  response.take_line("HTTP/1.1 100 Continue");
  response.take_line("X-Early: 1");
  response.take_line("");
  response.take_line("HTTP/1.1 413 Payload Too Large");
  EXPECT_EQ(response.status, 413);
  EXPECT_TRUE(response.headers.empty());
}

TEST(HttpMessage, HasNoStatusWhereTheLineTellsNone) {
  for (const char* const line : {"HTTP/1.1", "HTTP/1.1 ", "HTTP/1.1 abc", "HTTP/"}) {
    HttpResponse response;
    response.take_line(line);
    EXPECT_EQ(response.status, 0) << line;
  }
}

}  // namespace
}  // namespace eventc::lambda
