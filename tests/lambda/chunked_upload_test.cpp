// SPDX-License-Identifier: Apache-2.0
#include "chunked_upload.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <variant>

#include "listener.hpp"

namespace eventc::lambda::testing {
namespace {

/// Takes one connection, and answers it with a text as soon as it is there.
class Server {
 public:
  explicit Server(std::string answer) : answer_(std::move(answer)), thread_([this] { serve(); }) {}
  ~Server() {
    listener_.stop();
    thread_.join();
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::string authority() const { return listener_.authority(); }

 private:
  void serve() const {
    const int peer = listener_.accept();
    if (peer < 0) return;
    std::string_view left = answer_;
    while (!left.empty()) {
      const ssize_t sent = send(peer, left.data(), left.size(), MSG_NOSIGNAL);
      if (sent <= 0) break;
      left.remove_prefix(static_cast<std::size_t>(sent));
    }
    shutdown(peer, SHUT_WR);
    char dropped[4096];
    while (recv(peer, dropped, sizeof dropped, 0) > 0) {
    }
    close(peer);
  }

  std::string answer_;
  test::Listener listener_;
  std::thread thread_;
};

HttpResult answered(std::string answer) {
  const Server server(std::move(answer));
  ChunkedUpload upload(server.authority(), "/", {});
  return upload.finish({});
}

std::string fault_of(const HttpResult& result) {
  const auto* const fault = std::get_if<HttpFault>(&result);
  return fault == nullptr ? "none" : fault->message;
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(ChunkedUpload, TakesTheAnswerBehindInterimOnes) {
  const HttpResult result = answered(
      "HTTP/1.1 102 Processing\r\nx: 1\r\n\r\nHTTP/1.1 413 Large\r\ncontent-length: 2\r\n\r\nno");
  ASSERT_TRUE(std::holds_alternative<HttpResponse>(result)) << fault_of(result);
  EXPECT_EQ(std::get<HttpResponse>(result).status, 413);
  EXPECT_EQ(std::get<HttpResponse>(result).body, "no");
}

TEST(ChunkedUpload, TakesNoHeadWithoutAnEnd) {
  constexpr const char* kTooLong = "the answer's head has more than 65536 bytes";
  const std::string fields = repeated("x: " + std::string(1000, 'y') + "\r\n", 100);
  EXPECT_EQ(fault_of(answered("HTTP/1.1 202 Accepted\r\n" + fields + "\r\n")), kTooLong);
  const std::string interim = repeated("HTTP/1.1 102 Processing\r\n\r\n", 5000);
  EXPECT_EQ(fault_of(answered(interim + "HTTP/1.1 202 Accepted\r\n\r\n")), kTooLong);
  EXPECT_EQ(fault_of(answered(std::string(100'000, 'H'))), kTooLong);
}

TEST(ChunkedUpload, TellsThatTheAnswerBrokeOff) {
  constexpr const char* kClosed = "the connection was closed without an answer";
  for (const char* const text : {"", "HTTP/1.1 202 Acc", "HTTP/1.1 202 Accepted\r\nx: 1\r\n",
                                 "HTTP/1.1 102 Processing\r\n\r\n", "no HTTP\r\n\r\n"})
    EXPECT_EQ(fault_of(answered(text)), kClosed) << text;
}

TEST(ChunkedUpload, NeedsNoMoreOfABodyThanThereIs) {
  const HttpResult result =
      answered("HTTP/1.1 403 No\r\ncontent-length: 1000000000\r\n\r\n" + std::string(100'000, 'x'));
  ASSERT_TRUE(std::holds_alternative<HttpResponse>(result)) << fault_of(result);
  EXPECT_EQ(std::get<HttpResponse>(result).status, 403);
  EXPECT_LE(std::get<HttpResponse>(result).body.size(), 70'000U);
}

}  // namespace
}  // namespace eventc::lambda::testing
