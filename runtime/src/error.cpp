// SPDX-License-Identifier: Apache-2.0
#include "eventc/error.hpp"

#include <algorithm>

#include "eventc/quote.hpp"

namespace eventc {
namespace {

/// More than this of a line is not shown.
constexpr std::size_t kExcerpt = 80;

std::string place_of(const Error& error) {
  return std::to_string(error.line) + ":" + std::to_string(error.column);
}

/// The payload's line around the place, escaped, and a caret under it.
std::string excerpt(const Error& error, std::string_view payload) {
  const std::size_t offset = std::min(error.offset, payload.size());
  const std::size_t line_begin = payload.substr(0, offset).rfind('\n') + 1;  // npos + 1 is 0
  const std::size_t begin = std::max(line_begin, offset - std::min(offset, kExcerpt / 2));
  const std::string_view line = payload.substr(begin, payload.find('\n', offset) - begin);
  const auto shown = [](std::string_view bytes) {
    std::string text;  // quotes are JSON's own here: only what a terminal acts upon is escaped
    for (const char c : bytes)
      text += c >= ' ' && c <= '~' ? std::string(1, c) : quote_excerpt({&c, 1});
    return text;
  };
  const std::string before = shown(line.substr(0, offset - begin));
  const std::string behind =
      shown(line.substr(offset - begin, kExcerpt - std::min(kExcerpt, offset - begin)));
  return "      " + before + behind + "\n      " + std::string(before.size(), ' ') + "^\n";
}

}  // namespace

std::string Error::to_string() const {
  std::string text = printable(instance_location);
  if (!text.empty()) text += ' ';
  text += "(" + place_of(*this) + "): " + message;
  if (!absolute_keyword_location.empty()) text += " [" + printable(absolute_keyword_location) + "]";
  return text;
}

std::string Error::to_string(std::string_view payload, std::string_view payload_name) const {
  std::string text = printable(payload_name) + ":" + place_of(*this) + ": ";
  if (!instance_location.empty()) text += printable(instance_location) + ": ";
  text += message + "\n" + excerpt(*this, payload);
  if (!absolute_keyword_location.empty())
    text += "    " + printable(absolute_keyword_location) + "\n";
  return text;
}

std::string Report::to_string() const {
  std::string text;
  for (const Error& error : errors_) text += error.to_string() + "\n";
  if (!complete_) text += "there are more\n";
  return text;
}

}  // namespace eventc
