// SPDX-License-Identifier: Apache-2.0
#include "eventc/locate.hpp"

#include <algorithm>
#include <vector>

#include "eventc/emitted/reader.hpp"
#include "eventc/emitted/scan.hpp"
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
  LineColumn place;
  std::size_t line_begin = 0;
  for (std::size_t i = before.find('\n'); i != std::string_view::npos;
       i = before.find('\n', line_begin)) {
    line_begin = i + 1;
    ++place.line;
  }
  const char* const end = before.data() + before.size();
  const char* p = before.data() + line_begin;
  while (true) {
    const char* const wide = find_past_ascii(before.data(), p, end);
    place.column += static_cast<std::size_t>(wide - p);
    if (wide == end) return place;
    p = wide + std::max<std::size_t>(utf8_sequence(wide, end), 1);
    ++place.column;
  }
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
  const auto is_escaped = [](char c) { return c == '~' || c == '/'; };
  while (true) {
    const auto* const plain_end = std::find_if(token.begin(), token.end(), is_escaped);
    pointer.append(token.begin(), plain_end);
    if (plain_end == token.end()) return;
    pointer += *plain_end == '~' ? "~0" : "~1";
    token.remove_prefix(static_cast<std::size_t>(plain_end - token.begin()) + 1);
  }
}

}  // namespace eventc
