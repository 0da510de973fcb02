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

/// Of these schemas the innermost around a location; null where none is.
const schema::Identifier* find_innermost(std::string_view location,
                                         const schema::List<schema::Identifier>& all) {
  const schema::Identifier* innermost = nullptr;
  for (const schema::Identifier& one : all) {
    const bool is_around =
        location.starts_with(one.location) &&
        (location.size() == one.location.size() || location[one.location.size()] == '/');
    if (is_around && (innermost == nullptr || one.location.size() > innermost->location.size()))
      innermost = &one;
  }
  return innermost;
}

}  // namespace

std::string KeywordLocation::absolute() const {
  const std::string_view below = std::string_view(path_).substr(path_.size() - below_);
  std::string text;
  text.reserve(start_.size() + below.size());
  return text.append(start_).append(below);
}

std::string KeywordLocation::uri() const {
  const std::string location = absolute();
  const schema::Identifier* const schema = find_innermost(location, identifiers_);
  if (schema == nullptr) return {};
  const std::string_view place = std::string_view(location).substr(schema->location.size());
  std::string text;
  text.reserve(schema->uri.size() + 1 + place.size());
  return text.append(schema->uri).append("#").append(place);
}

bool KeywordLocation::operator==(const KeywordLocation& other) const {
  return path_ == other.path_ && absolute() == other.absolute() && uri() == other.uri();
}

std::string Error::to_string() const {
  std::string text = printable(instance_location);
  if (!text.empty()) text += ' ';
  text += "(" + place_of(*this) + "): " + message;
  if (!keyword_location.empty()) text += " [" + printable(keyword_location.absolute()) + "]";
  return text;
}

std::string Error::to_string(std::string_view payload, std::string_view payload_name) const {
  std::string text = printable(payload_name) + ":" + place_of(*this) + ": ";
  if (!instance_location.empty()) text += printable(instance_location) + ": ";
  text += message + "\n" + excerpt(*this, payload);
  if (!keyword_location.empty()) text += "    " + printable(keyword_location.absolute()) + "\n";
  return text;
}

std::string Report::to_string() const {
  std::string text;
  for (const Error& error : errors_) text += error.to_string() + "\n";
  if (!complete_) text += "there are more\n";
  return text;
}

}  // namespace eventc
