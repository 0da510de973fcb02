// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

/// What the values of header fields are made of (RFC 9110, section 5.6).
namespace eventc::http {

/// Space that may stand around a value (section 5.6.3).
inline constexpr std::string_view kSpace = " \t";

/// A name of a field, a method (section 5.6.2).
[[nodiscard]] bool is_token(std::string_view text);

/// One or more of them, as a list: "x-a, x-b".
[[nodiscard]] bool are_tokens(std::string_view list);

/// "GET, PUT": a list as a sender writes it (section 5.6.1).
template <class Texts>
[[nodiscard]] std::string comma_separated(const Texts& texts) {
  std::string list;
  bool is_first = true;
  for (const std::string_view text : texts) {
    list.append(is_first ? "" : ", ").append(text);
    is_first = false;
  }
  return list;
}

}  // namespace eventc::http
