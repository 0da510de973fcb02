// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The server's side of one HTTP/1.1 connection, as far as a runtime makes use of it.
namespace eventc::lambda::testing {

/// By their names in lower case.
using Headers = std::map<std::string, std::string>;

struct Request {
  std::string method;
  std::string path;
  Headers headers;
  /// Decoded where it came in chunks; the pieces are these chunks then.
  std::string body;
  std::vector<std::string> chunks;
  Headers trailers;
};

class HttpPeer;

/// Called with each chunk as it comes; gives whether to read on.
struct Progress {
  virtual ~Progress() = default;
  virtual bool take_chunk(HttpPeer& peer, const Request& request) = 0;
};

class HttpPeer {
 public:
  /// Takes the connected socket over.
  explicit HttpPeer(int socket) : socket_(socket) {}
  ~HttpPeer();
  HttpPeer(const HttpPeer&) = delete;
  HttpPeer& operator=(const HttpPeer&) = delete;

  /// Nothing when the peer has closed the connection, or sends what is no request.
  [[nodiscard]] std::optional<Request> read(Progress& progress);
  /// Status 202 and a body, say. `promised` bytes are announced where that is more than the body
  /// has.
  void write(int status, const Headers& headers, std::string_view body, std::size_t promised = 0);
  /// Drops what is still sent, until the peer closes the connection. Sends nothing more.
  void refuse_the_rest();

 private:
  [[nodiscard]] std::optional<std::string> read_line();
  [[nodiscard]] bool read_bytes(std::size_t size, std::string& out);
  [[nodiscard]] bool read_headers(Headers& headers);
  [[nodiscard]] bool read_chunks(Request& request, Progress& progress);
  [[nodiscard]] bool receive();

  int socket_;
  std::string received_;
};

}  // namespace eventc::lambda::testing
