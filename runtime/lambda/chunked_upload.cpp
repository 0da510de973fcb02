// SPDX-License-Identifier: Apache-2.0
#include "chunked_upload.hpp"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstddef>
#include <memory>
#include <system_error>
#include <utility>

namespace eventc::lambda {
namespace {

/// Of a response, and of those in front of it: more says nothing to us.
constexpr std::size_t kLongestResponse = 65536;
constexpr std::string_view kLineEnd = "\r\n";
constexpr const char* kHeadTooLong = "the answer's head has more than 65536 bytes";
constexpr const char* kNoAnswer = "the connection was closed without an answer";

struct AddressesDeleter {
  void operator()(addrinfo* addresses) const { freeaddrinfo(addresses); }
};

void append_headers(std::string& text, const HttpHeaders& headers) {
  for (const HttpHeader& header : headers)
    text.append(header.name).append(": ").append(header.value).append(kLineEnd);
  text += kLineEnd;
}

std::size_t content_length(const HttpHeaders& headers) {
  const std::string_view text = find_header(headers, "Content-Length").value_or("");
  std::size_t length = 0;
  std::from_chars(text.data(), text.data() + text.size(), length);
  return length;
}

}  // namespace

ChunkedUpload::ChunkedUpload(std::string_view authority, const std::string& path,
                             const HttpHeaders& headers) {
  const std::size_t colon = authority.rfind(':');
  std::string host(authority.substr(0, colon));
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  const std::string port(colon == std::string_view::npos ? "80" : authority.substr(colon + 1));
  if (!connect(host, port)) return;
  std::string head = "POST " + path + " HTTP/1.1\r\nHost: " + std::string(authority) +
                     "\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n";
  append_headers(head, headers);
  (void)send(head);
}

ChunkedUpload::~ChunkedUpload() {
  if (socket_ >= 0) close(socket_);
}

bool ChunkedUpload::connect(const std::string& host, const std::string& port) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* list = nullptr;
  if (const int error = getaddrinfo(host.c_str(), port.c_str(), &hints, &list); error != 0)
    return fail(std::string("cannot resolve ") + host + ": " + gai_strerror(error), 0);
  const std::unique_ptr<addrinfo, AddressesDeleter> addresses(list);
  int error = 0;
  for (const addrinfo* address = list; address != nullptr; address = address->ai_next) {
    socket_ =
        ::socket(address->ai_family, address->ai_socktype | SOCK_CLOEXEC, address->ai_protocol);
    if (socket_ >= 0 && ::connect(socket_, address->ai_addr, address->ai_addrlen) == 0) {
      const int on = 1;  // each piece is to leave at once
      setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
      return true;
    }
    error = errno;
    if (socket_ >= 0) close(std::exchange(socket_, -1));
  }
  return fail("cannot connect", error);
}

bool ChunkedUpload::write(std::string_view bytes) {
  if (!fault_.empty() || has_answer()) return false;
  if (bytes.empty()) return true;  // an empty chunk would end the body
  std::array<char, 16> size{};
  const auto [end, _] = std::to_chars(size.data(), size.data() + size.size(), bytes.size(), 16);
  std::string line(size.data(), end);
  line += kLineEnd;
  return send(line) && send(bytes) && send(kLineEnd);
}

HttpResult ChunkedUpload::finish(const HttpHeaders& trailers) {
  std::string end = "0\r\n";
  append_headers(end, trailers);
  if (fault_.empty() && !has_answer()) (void)send(end);
  // What refuses a body may have said why before it closed the connection.
  HttpResult result = read_response();
  if (std::holds_alternative<HttpFault>(result) && !fault_.empty())
    return HttpFault{HttpFault::Kind::Network, fault_};
  return result;
}

bool ChunkedUpload::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    } else if (errno == EAGAIN) {
      pollfd ready{socket_, POLLIN | POLLOUT, 0};
      poll(&ready, 1, -1);
      if ((ready.revents & POLLIN) != 0) return false;  // it has answered, and may read no more
    } else if (errno != EINTR) {
      return fail("cannot send", errno);
    }
  }
  return true;
}

/// Or the connection is closed.
bool ChunkedUpload::has_answer() const {
  pollfd readable{socket_, POLLIN, 0};
  return poll(&readable, 1, 0) > 0;
}

bool ChunkedUpload::receive() {
  std::array<char, 4096> buffer{};
  if (socket_ < 0 || taken_ > kLongestResponse) return false;
  ssize_t size = 0;
  do {
    size = recv(socket_, buffer.data(), buffer.size(), 0);
  } while (size < 0 && errno == EINTR);
  if (size <= 0) return false;
  received_.append(buffer.data(), static_cast<std::size_t>(size));
  taken_ += static_cast<std::size_t>(size);
  return true;
}

HttpResult ChunkedUpload::read_response() {
  HttpResponse response;
  for (;;) {
    const std::size_t end = received_.find(kLineEnd);
    if (end == std::string::npos) {
      if (receive()) continue;
      return HttpFault{HttpFault::Kind::Network,
                       taken_ > kLongestResponse ? kHeadTooLong : kNoAnswer};
    }
    const bool is_head_end = end == 0 && response.status >= 200;
    response.take_line(std::string_view(received_).substr(0, end));
    received_.erase(0, end + kLineEnd.size());
    if (is_head_end) break;
  }
  const std::size_t length = content_length(response.headers);
  while (received_.size() < length && receive()) {
  }
  response.body = std::move(received_);
  return response;
}

bool ChunkedUpload::fail(std::string what, int error) {
  if (error != 0) what += ": " + std::generic_category().message(error);
  if (fault_.empty()) fault_ = std::move(what);
  return false;
}

}  // namespace eventc::lambda
