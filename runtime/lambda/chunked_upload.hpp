// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "http_message.hpp"

namespace eventc::lambda {

/// A POST whose body is sent as it is made, with trailers behind it: one chunk for each write (RFC
/// 9112, section 7.1), over a connection of its own. Not libcurl's: where an upload with trailers
/// pauses, its 7.88 writes outside of its buffer. For one thread at a time.
class ChunkedUpload {
 public:
  /// Connects, and sends the head. `authority` is host and port.
  ChunkedUpload(std::string_view authority, const std::string& path, const HttpHeaders& headers);
  ~ChunkedUpload();
  ChunkedUpload(const ChunkedUpload&) = delete;
  ChunkedUpload& operator=(const ChunkedUpload&) = delete;

  /// Returns when the system has the bytes; for an empty piece at once. False when the server takes
  /// no more: finish() tells why.
  [[nodiscard]] bool write(std::string_view bytes);
  /// Ends the body and waits for the response.
  [[nodiscard]] HttpResult finish(const HttpHeaders& trailers);

 private:
  [[nodiscard]] bool connect(const std::string& host, const std::string& port);
  [[nodiscard]] bool send(std::string_view bytes);
  [[nodiscard]] bool has_answer() const;
  [[nodiscard]] bool receive();
  [[nodiscard]] HttpResult read_response();
  /// Keeps the first fault; always false.
  bool fail(std::string what, int error);

  int socket_ = -1;
  std::string received_;   ///< And not yet read.
  std::size_t taken_ = 0;  ///< Of all that was received.
  std::string fault_;
};

}  // namespace eventc::lambda
