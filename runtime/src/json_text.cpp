// SPDX-License-Identifier: Apache-2.0
#include "eventc/json_text.hpp"

#include <algorithm>
#include <cmath>

#include "eventc/utf8.hpp"

namespace eventc {

namespace {

std::string made_utf8(std::string_view text) {
  std::string result;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    const std::size_t size = utf8_sequence(at, end);
    if (size == 0) result += "\uFFFD";
    result.append(at, size);
    at += std::max<std::size_t>(size, 1);
  }
  return result;
}

}  // namespace

JsonText& JsonText::string(std::string_view text) {
  separate();
  if (is_utf8(text)) {
    out_.write_string(text);
  } else {
    out_.write_string(made_utf8(text));
  }
  return *this;
}

JsonText& JsonText::number(double value) {
  separate();
  if (std::isfinite(value)) {
    out_.write_number(value);
  } else {
    out_.write_null();
  }
  return *this;
}

}  // namespace eventc
