// SPDX-License-Identifier: Apache-2.0
#include "field_syntax.hpp"

#include <algorithm>
#include <cstddef>

#include "eventc/trimmed.hpp"

namespace eventc::http {

bool is_token(std::string_view text) {
  constexpr std::string_view kOthers = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           kOthers.find(c) != std::string_view::npos;
  });
}

bool are_tokens(std::string_view list) {
  while (true) {
    const std::size_t comma = list.find(',');
    if (!is_token(trimmed(list.substr(0, comma), kSpace))) return false;
    if (comma == std::string_view::npos) return true;
    list.remove_prefix(comma + 1);
  }
}

}  // namespace eventc::http
