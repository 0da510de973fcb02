// SPDX-License-Identifier: Apache-2.0
#include "http_message.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>

#include "eventc/map_order.hpp"
#include "eventc/trimmed.hpp"

namespace eventc::lambda {
namespace {

/// A line's end is space as well.
constexpr std::string_view kSpace = " \t\r\n";

}  // namespace

std::optional<std::string_view> find_header(const HttpHeaders& headers, std::string_view name) {
  const auto found = std::find_if(headers.begin(), headers.end(), [name](const HttpHeader& header) {
    return IgnoreCaseOrder::match(header.name, name) == 0;
  });
  if (found == headers.end()) return std::nullopt;
  return found->value;
}

void HttpResponse::take_line(std::string_view line) {
  if (line.starts_with("HTTP/")) {
    headers.clear();
    status = 0;
    const std::string_view code = line.substr(std::min(line.find(' ') + 1, line.size()));
    std::from_chars(code.data(), code.data() + std::min<std::size_t>(code.size(), 3), status);
    return;
  }
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  headers.push_back({std::string(trimmed(line.substr(0, colon), kSpace)),
                     std::string(trimmed(line.substr(colon + 1), kSpace))});
}

}  // namespace eventc::lambda
