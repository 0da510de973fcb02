// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "http_message.hpp"
#include "stop.hpp"

namespace eventc::lambda {

/// One HTTP/1.1 connection to one server, which is kept between requests and made again when it is
/// gone. No proxy, no redirection, no limit of time. For one thread at a time. (All there is of
/// libcurl is in its source.)
class HttpConnection {
 public:
  /// `authority` is host and port. Throws std::runtime_error where libcurl cannot start.
  explicit HttpConnection(std::string authority);
  ~HttpConnection();
  HttpConnection(HttpConnection&&) noexcept;
  HttpConnection& operator=(HttpConnection&&) noexcept;

  /// Waits for the response as long as it takes, or until a stop is requested.
  [[nodiscard]] HttpResult get(const std::string& path, const Stop& stop);
  [[nodiscard]] HttpResult post(const std::string& path, const HttpHeaders& headers,
                                std::string_view body);

 private:
  struct Transfer;

  std::string authority_;
  std::unique_ptr<Transfer> transfer_;
};

}  // namespace eventc::lambda
