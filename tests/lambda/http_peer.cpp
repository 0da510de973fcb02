// SPDX-License-Identifier: Apache-2.0
#include "http_peer.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace eventc::lambda::testing {

HttpPeer::~HttpPeer() { close(socket_); }

std::optional<Request> HttpPeer::read(Progress& progress) {
  const std::optional<std::string> line = read_line();
  if (!line) return std::nullopt;
  Request request;
  const std::size_t first = line->find(' ');
  const std::size_t second = line->find(' ', first + 1);
  if (second == std::string::npos || line->substr(second) != " HTTP/1.1") return std::nullopt;
  request.method = line->substr(0, first);
  request.path = line->substr(first + 1, second - first - 1);
  if (!read_headers(request.headers)) return std::nullopt;
  if (request.headers["transfer-encoding"] == "chunked") {
    if (!read_chunks(request, progress)) return std::nullopt;
  } else if (const std::string& length = request.headers["content-length"]; !length.empty()) {
    if (!read_bytes(std::stoul(length), request.body)) return std::nullopt;
  }
  return request;
}

void HttpPeer::write(int status, const Headers& headers, std::string_view body,
                     std::size_t promised) {
  std::string text = "HTTP/1.1 " + std::to_string(status) + " Told\r\n";
  for (const auto& [name, value] : headers) text.append(name).append(": ").append(value) += "\r\n";
  text += "content-length: " + std::to_string(std::max(body.size(), promised)) + "\r\n\r\n";
  text += body;
  std::string_view left = text;
  while (!left.empty()) {
    const ssize_t sent = send(socket_, left.data(), left.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    left.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void HttpPeer::refuse_the_rest() {
  shutdown(socket_, SHUT_WR);
  while (receive()) received_.clear();
}

std::optional<std::string> HttpPeer::read_line() {
  std::size_t end = 0;
  while ((end = received_.find("\r\n")) == std::string::npos) {
    if (!receive()) return std::nullopt;
  }
  std::string line = received_.substr(0, end);
  received_.erase(0, end + 2);
  return line;
}

bool HttpPeer::read_bytes(std::size_t size, std::string& out) {
  while (received_.size() < size) {
    if (!receive()) return false;
  }
  out.append(received_, 0, size);
  received_.erase(0, size);
  return true;
}

bool HttpPeer::read_headers(Headers& headers) {
  for (;;) {
    const std::optional<std::string> line = read_line();
    if (!line) return false;
    if (line->empty()) return true;
    const std::size_t colon = line->find(':');
    if (colon == std::string::npos) return false;
    std::string name = line->substr(0, colon);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const std::size_t value = line->find_first_not_of(' ', colon + 1);
    headers[name] = value == std::string::npos ? "" : line->substr(value);
  }
}

bool HttpPeer::read_chunks(Request& request, Progress& progress) {
  for (;;) {
    const std::optional<std::string> line = read_line();
    if (!line) return false;
    const std::size_t size = std::stoul(*line, nullptr, 16);
    if (size == 0) return read_headers(request.trailers);
    std::string chunk;
    if (!read_bytes(size, chunk)) return false;
    if (const auto end = read_line(); !end || !end->empty()) return false;
    request.body += chunk;
    request.chunks.push_back(std::move(chunk));
    if (!progress.take_chunk(*this, request)) return false;
  }
}

bool HttpPeer::receive() {
  std::array<char, 65536> buffer{};
  const ssize_t size = recv(socket_, buffer.data(), buffer.size(), 0);
  if (size <= 0) return false;
  received_.append(buffer.data(), static_cast<std::size_t>(size));
  return true;
}

}  // namespace eventc::lambda::testing
