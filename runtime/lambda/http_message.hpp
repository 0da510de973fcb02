// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace eventc::lambda {

struct HttpHeader {
  std::string name;
  std::string value;
};
using HttpHeaders = std::vector<HttpHeader>;

/// The value of a header, whose name is compared without regard to case (RFC 9110, section 5.1);
/// the first one where it is repeated.
[[nodiscard]] std::optional<std::string_view> find_header(const HttpHeaders& headers,
                                                          std::string_view name);

struct HttpResponse {
  int status = 0;
  HttpHeaders headers = {};
  std::string body = {};

  /// A line of its head, in whose order they come: a status line, or a header. Another status line
  /// begins another response: those before were interim (RFC 9110, section 15.2).
  void take_line(std::string_view line);
};

/// There is no response.
struct HttpFault {
  enum class Kind : std::uint8_t { Network, Stopped };
  Kind kind = Kind::Network;
  /// What went wrong.
  std::string message = {};
};

using HttpResult = std::variant<HttpResponse, HttpFault>;

}  // namespace eventc::lambda
