// SPDX-License-Identifier: Apache-2.0
#include "http_message.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>

namespace eventc::lambda {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&lower](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::optional<std::string_view> find_header(const HttpHeaders& headers, std::string_view name) {
  const auto found = std::find_if(headers.begin(), headers.end(), [name](const HttpHeader& header) {
    return equal_ignoring_case(header.name, name);
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
  headers.push_back(
      {std::string(trimmed(line.substr(0, colon))), std::string(trimmed(line.substr(colon + 1)))});
}

}  // namespace eventc::lambda
