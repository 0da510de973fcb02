// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/path_template.hpp"

#include <algorithm>
#include <stdexcept>

#include "eventc/arena.hpp"
#include "eventc/http/percent.hpp"

namespace eventc::http {

namespace {

using Segment = PathTemplate::Segment;

[[noreturn]] void refuse(std::string_view path, std::string_view why) {
  throw std::logic_error("route \"" + std::string(path) + "\": " + std::string(why));
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '.' || c == ':';
}

Segment parse_segment(std::string_view path, std::string_view text) {
  const bool has_brace = text.find_first_of("{}") != std::string_view::npos;
  if (!has_brace) {
    Arena arena;
    return {Segment::Kind::Literal, std::string(percent_decode(text, arena))};
  }
  if (text.size() < 2 || text.front() != '{' || text.back() != '}')
    refuse(path, "a parameter is a whole segment: /{name}/");
  std::string_view name = text.substr(1, text.size() - 2);
  const bool is_greedy = name.ends_with('+');
  if (is_greedy) name.remove_suffix(1);
  if (name.empty() || !std::all_of(name.begin(), name.end(), is_name_character))
    refuse(path, "a parameter's name is made of letters, digits and any of _ - . :");
  return {is_greedy ? Segment::Kind::Greedy : Segment::Kind::Parameter, std::string(name)};
}

}  // namespace

PathTemplate::PathTemplate(std::string_view text) : text_(text) {
  if (!text.starts_with('/')) refuse(text, "a path begins with \"/\"");
  if (text.find_first_of("?#") != std::string_view::npos)
    refuse(text, "a path has no query and no fragment: take parameters by http::Query");
  std::string_view rest = text.substr(1);
  if (rest.size() > 1 && rest.ends_with('/')) rest.remove_suffix(1);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('/'), rest.size());
    if (end == 0) refuse(text, "a segment is empty");
    if (!segments_.empty() && segments_.back().kind == Segment::Kind::Greedy)
      refuse(text, "a greedy parameter is the last segment");
    segments_.push_back(parse_segment(text, rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  std::vector<std::string> names = parameters();
  std::sort(names.begin(), names.end());
  const auto twice = std::adjacent_find(names.begin(), names.end());
  if (twice != names.end()) refuse(text, "two parameters are named \"" + *twice + "\"");
}

std::vector<std::string> PathTemplate::parameters() const {
  std::vector<std::string> names;
  for (const Segment& segment : segments_) {
    if (segment.kind != Segment::Kind::Literal) names.push_back(segment.text);
  }
  return names;
}

}  // namespace eventc::http
