// SPDX-License-Identifier: Apache-2.0
#include "json_hint.hpp"

#include <algorithm>
#include <array>

namespace eventc::compiler {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// A first line such as "---", "# a comment", "title: OrderCreated" or "required:".
bool begins_as_yaml(std::string_view text) {
  const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  if (line.starts_with("---") || line.starts_with("# ")) return true;
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !(is_letter(line[0]) || line[0] == '$')) return false;
  return colon + 1 == line.size() || line[colon + 1] == ' ';
}

bool is_conflict_marker(std::string_view text, std::size_t at) {
  constexpr auto kMarkers = std::to_array<std::string_view>({"<<<<<<<", "=======", ">>>>>>>"});
  return (at == 0 || text[at - 1] == '\n') &&
         std::any_of(kMarkers.begin(), kMarkers.end(),
                     [rest = text.substr(at)](auto marker) { return rest.starts_with(marker); });
}

/// The last character before it that is no space; zero at the beginning.
char before(std::string_view text, std::size_t at) {
  const std::size_t last = text.substr(0, at).find_last_not_of(kSpace);
  return last == std::string_view::npos ? '\0' : text[last];
}

}  // namespace

std::string_view json_hint(std::string_view text, std::size_t at) {
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  if (begins_as_yaml(text.substr(first))) return "it looks like YAML: write the schema as JSON";
  if (at >= text.size()) return {};
  if (is_conflict_marker(text, at)) return "a merge that was not finished left this here";
  const char found = text[at];
  const char previous = before(text, at);
  if (found == '/' || found == '#') return "JSON has no comments";
  if (found == '\'') return "JSON's names and strings stand in double quotes";
  if (found == '<' && at == first) return "it looks like a page of HTML or XML";
  if ((found == '}' || found == ']') && previous == ',')
    return "JSON has no comma behind the last member or item";
  if (is_letter(found) && previous == '{') return "JSON's names stand in double quotes";
  return {};
}

bool is_utf16(std::string_view text) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return true;
  return text.size() >= 2 && text.size() % 2 == 0 && (text[0] == '\0') != (text[1] == '\0');
}

}  // namespace eventc::compiler
