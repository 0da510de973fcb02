// SPDX-License-Identifier: Apache-2.0
#include "pattern/pcre2_lines.hpp"

#include <algorithm>

namespace eventc::compiler::pattern_syntax {

namespace {

/// The size of what begins a text and does not fall apart: an escape with its braces, what opens a
/// group, or a byte.
std::size_t unit_size(std::string_view text) {
  if (text.starts_with("(?<")) return 4;
  if (text.starts_with("(?")) return 3;
  if (text[0] != '\\') return 1;
  if (text.size() < 3 || text[2] != '{') return std::min<std::size_t>(2, text.size());
  const bool has_name = std::string_view("xpPg").find(text[1]) != std::string_view::npos;
  return has_name ? std::min(text.find('}'), text.size() - 1) + 1 : 2;
}

/// A class, a count or a unit, with what belongs to it behind it.
std::size_t term_size(std::string_view text) {
  std::size_t size = 0;
  if (text[0] == '[') {
    while (size < text.size() && text[size] != ']') size += unit_size(text.substr(size));
    size = std::min(size + 1, text.size());
  } else {
    size = unit_size(text);
  }
  const bool is_counted = size < text.size() && text[size] == '{';
  if (is_counted) size = std::min(text.find('}', size), text.size() - 1) + 1;
  while (size < text.size() && std::string_view("*+?").find(text[size]) != std::string_view::npos)
    ++size;
  return size;
}

/// Where a line ends that begins the text.
std::size_t line_size(std::string_view text, std::size_t width) {
  if (text.size() <= width) return text.size();
  std::size_t size = 0;
  while (true) {
    const std::size_t next = size + term_size(text.substr(size));
    if (next > width) break;
    size = next;
  }
  return size == 0 ? width : size;
}

}  // namespace

std::vector<std::string_view> pcre2_lines(std::string_view text, std::size_t width) {
  std::vector<std::string_view> lines;
  do {
    lines.push_back(text.substr(0, line_size(text, width)));
    text.remove_prefix(lines.back().size());
  } while (!text.empty());
  return lines;
}

}  // namespace eventc::compiler::pattern_syntax
