// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>
#include <string>

namespace eventc::test {

/// A socket of the loopback that listens, at a port of the system's choice.
class Listener {
 public:
  Listener() : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const general = reinterpret_cast<sockaddr*>(&address);
    if (bind(socket_, general, size) != 0 || listen(socket_, SOMAXCONN) != 0 ||
        getsockname(socket_, general, &size) != 0)
      throw std::runtime_error("no port can be listened at");
    authority_ = "127.0.0.1:" + std::to_string(ntohs(address.sin_port));
  }
  ~Listener() { close(socket_); }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  /// Host and port.
  [[nodiscard]] const std::string& authority() const { return authority_; }
  /// Waits for a connection, which is the caller's to close; negative once stop() is called.
  [[nodiscard]] int accept() const { return accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC); }
  /// While another thread waits, or before.
  void stop() const { shutdown(socket_, SHUT_RDWR); }

 private:
  int socket_;
  std::string authority_;
};

}  // namespace eventc::test
