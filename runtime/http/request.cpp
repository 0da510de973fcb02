// SPDX-License-Identifier: Apache-2.0
#include "eventc/http/request.hpp"

#include <algorithm>

#include "eventc/base64.hpp"
#include "eventc/http/percent.hpp"
#include "eventc/trimmed.hpp"
#include "field_syntax.hpp"

namespace eventc::http {

namespace {

/// What stands before the first `separator`; `rest` is what stands behind it.
std::string_view take_until(char separator, std::string_view& rest) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

/// The stage "$default" is served without its name in front (developer guide of API Gateway,
/// "Stages for HTTP APIs"): where the path has it, the client wrote it.
std::string_view without_stage(std::string_view path, std::string_view stage) {
  if (stage.empty() || stage == "$default") return path;
  if (!path.starts_with('/') || !path.substr(1).starts_with(stage)) return path;
  const std::string_view rest = path.substr(1 + stage.size());
  if (rest.empty()) return "/";
  return rest.front() == '/' ? rest : path;
}

}  // namespace

void set_path(Request& request, std::string_view path, std::string_view stage, Encoding encoding) {
  request.path = without_stage(path, stage);
  std::string_view rest = request.path;
  if (rest.starts_with('/')) rest.remove_prefix(1);
  if (rest.ends_with('/')) rest.remove_suffix(1);
  if (rest.empty()) return;
  const auto segments = static_cast<std::size_t>(std::count(rest.begin(), rest.end(), '/')) + 1;
  request.segments.reserve(segments);
  for (std::size_t i = 0; i < segments; ++i) {
    const std::string_view segment = take_until('/', rest);
    request.segments.push_back(
        encoding == Encoding::Percent ? percent_decode(segment, request.arena) : segment);
  }
}

void add_query(Request& request, std::string_view text) {
  while (!text.empty()) {
    std::string_view value = take_until('&', text);
    if (value.empty()) continue;
    const std::string_view name = take_until('=', value);
    request.query.add(form_decode(name, request.arena), form_decode(value, request.arena));
  }
}

void add_query_parameter(Request& request, std::string_view name, std::string_view value,
                         Encoding encoding) {
  if (encoding == Encoding::Percent) {
    name = form_decode(name, request.arena);
    value = form_decode(value, request.arena);
  }
  request.query.add(name, value);
}

void add_cookies(Request& request, std::string_view text) {
  while (!text.empty()) {
    std::string_view value = take_until(';', text);
    if (value.find('=') == std::string_view::npos) continue;
    const std::string_view name = trimmed(take_until('=', value), kSpace);
    request.cookies.add(name, trimmed(value, kSpace));
  }
}

void set_body(Request& request, std::string_view text, bool is_base64) {
  if (!is_base64) {
    request.body = text;
    return;
  }
  char* const begin = request.arena.room(decoded_room(text.size()));
  std::size_t bad = 0;
  char* const end = decode_base64(text, begin, bad);
  request.is_body_broken = end == nullptr;
  if (request.is_body_broken) return;
  request.arena.take(end);
  request.body = {begin, static_cast<std::size_t>(end - begin)};
}

std::string_view media_type(const Request& request) {
  std::string_view type = request.headers.find("content-type").value_or("");
  return trimmed(take_until(';', type), kSpace);
}

bool is_json(std::string_view media_type) {
  constexpr std::string_view kSuffix = "+json";
  if (IgnoreCaseOrder::match(media_type, "application/json") == 0) return true;
  return media_type.size() > kSuffix.size() &&
         IgnoreCaseOrder::match(media_type.substr(media_type.size() - kSuffix.size()), kSuffix) ==
             0;
}

}  // namespace eventc::http
