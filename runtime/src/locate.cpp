// SPDX-License-Identifier: Apache-2.0
#include "eventc/locate.hpp"

#include <algorithm>
#include <vector>

#include "eventc/emitted/reader.hpp"
#include "eventc/utf8.hpp"

namespace eventc {
namespace {

/// An array or object that is open at the place looked for.
struct Level {
  bool is_object = false;
  std::size_t index = 0;      ///< Of an array's item.
  std::string_view key = {};  ///< Of an object's member, as it stands in the text.
};

/// The end of the string whose opening quote stands at `quote`: behind its closing one, or the
/// text's end.
std::size_t string_end(std::string_view text, std::size_t quote) {
  std::size_t i = quote + 1;
  while (i < text.size() && text[i] != '"') i += text[i] == '\\' ? 2 : 1;
  return std::min(i + 1, text.size());
}

bool is_key(std::string_view text, std::size_t behind) {
  const std::size_t next = text.find_first_not_of(" \t\r\n", behind);
  return next != std::string_view::npos && text[next] == ':';
}

void enter_string(std::string_view text, std::size_t quote, std::size_t behind,
                  std::vector<Level>& levels) {
  if (levels.empty() || !levels.back().is_object || !is_key(text, behind)) return;
  if (levels.back().key.data() != nullptr) return;  // a value, and then a stray colon
  levels.back().key = text.substr(quote + 1, behind - quote - 2);
}

}  // namespace

LineColumn line_column(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
  LineColumn place{
      .line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'))};
  const char* const end = before.data() + before.size();
  for (const char* p = before.data() + line_begin; p < end; ++place.column) {
    p += std::max<std::size_t>(utf8_sequence(p, end), 1);
  }
  return place;
}

std::string pointer_at(std::string_view text, std::size_t offset) {
  std::vector<Level> levels;
  for (std::size_t i = 0; i < std::min(offset, text.size());) {
    const char c = text[i];
    if (c == '"') {
      const std::size_t behind = string_end(text, i);
      if (behind > offset) break;  // the place is inside of this string
      enter_string(text, i, behind, levels);
      i = behind;
      continue;
    }
    if (c == '{' || c == '[') levels.push_back({.is_object = c == '{'});
    if ((c == '}' || c == ']') && !levels.empty()) levels.pop_back();
    if (c == ',' && !levels.empty()) ++levels.back().index;
    if (c == ',' && !levels.empty()) levels.back().key = {};
    ++i;
  }
  std::string pointer;
  for (const Level& level : levels) {
    if (!level.is_object) {
      append_pointer_token(std::to_string(level.index), pointer);
    } else if (level.key.data() != nullptr) {
      std::string key;
      unescape({level.key, true}, key);
      append_pointer_token(key, pointer);
    }
  }
  return pointer;
}

void append_pointer_token(std::string_view token, std::string& pointer) {
  pointer += '/';
  for (const char c : token) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

}  // namespace eventc
