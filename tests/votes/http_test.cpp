// SPDX-License-Identifier: Apache-2.0
#include "votes/aws/http.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "listener.hpp"

namespace aws {
namespace {

using eventc::test::Listener;

std::string url_of(const Listener& listener) { return "http://" + listener.authority(); }

/// Answers one connection's first requests with texts as they are, then closes it.
class CannedServer {
 public:
  explicit CannedServer(std::vector<std::string> answers)
      : thread_([this, answers = std::move(answers)] { serve(answers); }) {}
  ~CannedServer() { thread_.join(); }

  [[nodiscard]] std::string url() const { return url_of(listener_); }
  /// Good once all answers have been taken.
  std::string received;

 private:
  void serve(const std::vector<std::string>& answers) {
    const int connection = listener_.accept();
    for (const std::string& answer : answers) {
      read_request(connection);
      static_cast<void>(::send(connection, answer.data(), answer.size(), MSG_NOSIGNAL));
    }
    ::close(connection);
  }
  /// All requests of these tests have the body "{}".
  void read_request(int connection) {
    std::string request;
    char buffer[4096];
    while (!request.ends_with("\r\n\r\n{}")) {
      const ssize_t size = ::recv(connection, buffer, sizeof buffer, 0);
      if (size <= 0) break;
      request.append(buffer, static_cast<std::size_t>(size));
    }
    received += request;
  }

  Listener listener_;
  std::thread thread_;
};

Result<HttpResponse> post(CurlTransport& transport, const std::string& url) {
  return transport.post({.url = url,
                         .region = "eu-central-1",
                         .service = "kinesis",
                         .content_type = "application/x-amz-json-1.1",
                         .target = "Kinesis_20131202.PutRecord",
                         .body = "{}"},
                        {"AKID", "secret", "token"});
}

std::string answer(std::string_view status, std::string_view headers, std::string_view body) {
  return std::string("HTTP/1.1 ")
      .append(status)
      .append("\r\n")
      .append(headers)
      .append("Content-Length: ")
      .append(std::to_string(body.size()))
      .append("\r\n\r\n")
      .append(body);
}

TEST(CurlTransport, GivesAnswersOfAnyStatus) {
  CannedServer server({answer("400 Bad Request", "x-amzn-ErrorType: Nope\r\n", "{\"a\":1}")});
  CurlTransport transport;
  const auto response = post(transport, server.url());
  ASSERT_TRUE(response) << response.error().to_string();
  EXPECT_EQ(response->status, 400);
  EXPECT_EQ(response->error_type, "Nope");
  EXPECT_EQ(response->body, "{\"a\":1}");
}

TEST(CurlTransport, SignsEachRequestOfAConnection) {
  std::string received;
  {
    CannedServer server({answer("200 OK", "", "one"), answer("200 OK", "", "two")});
    CurlTransport transport;
    EXPECT_EQ(post(transport, server.url())->body, "one");
    const auto second = post(transport, server.url());
    ASSERT_TRUE(second) << second.error().to_string();
    EXPECT_EQ(second->body, "two");
    EXPECT_EQ(second->error_type, "");
    received = server.received;
  }
  const std::size_t first = received.find("Authorization: AWS4-HMAC-SHA256 Credential=AKID/");
  ASSERT_NE(first, std::string::npos) << received;
  EXPECT_NE(received.find("Authorization: AWS4-HMAC-SHA256", first + 1), std::string::npos)
      << received;
  EXPECT_EQ(received.find("secret"), std::string::npos) << received;
}

TEST(CurlTransport, FollowsNoRedirection) {
  CannedServer server({answer("307 Temporary Redirect", "Location: http://127.0.0.1:1/\r\n", "")});
  CurlTransport transport;
  const auto response = post(transport, server.url());
  ASSERT_TRUE(response) << response.error().to_string();
  EXPECT_EQ(response->status, 307);
}

TEST(CurlTransport, SaysThatNobodyListens) {
  const std::string url = url_of(Listener());  // it is closed again
  CurlTransport transport;
  const auto response = post(transport, url);
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error().kind, Error::Kind::Network) << response.error().to_string();
}

TEST(CurlTransport, SaysThatTheAnswerWasCut) {
  CannedServer server({"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\""});
  CurlTransport transport;
  const auto response = post(transport, server.url());
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error().kind, Error::Kind::Network) << response.error().to_string();
}

TEST(CurlTransport, WaitsNoLongerThanItsLimit) {
  Listener silent;  // the system takes the connection, and nobody answers
  CurlTransport transport({.timeout = std::chrono::milliseconds(50)});
  const auto response = post(transport, url_of(silent));
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error().kind, Error::Kind::Network);
  EXPECT_EQ(response.error().type, "Timeout") << response.error().to_string();
}

TEST(CurlTransport, TakesNoAnswerOverItsLimit) {
  CannedServer server({answer("200 OK", "", std::string(1001, 'x'))});
  CurlTransport transport({.max_response = 1000});
  const auto response = post(transport, server.url());
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error().to_string(), "the answer is larger than allowed");
  EXPECT_EQ(response.error().kind, Error::Kind::BadResponse);
}

TEST(CurlTransport, SpeaksHttpAlone) {
  CurlTransport transport;
  const auto response = post(transport, "file:///etc/hostname");
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error().kind, Error::Kind::Network);
}

}  // namespace
}  // namespace aws
