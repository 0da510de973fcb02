// SPDX-License-Identifier: Apache-2.0
#include "uri.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

namespace eventc::compiler {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::size_t scheme_length(std::string_view uri) {
  const std::size_t colon = uri.find(':');
  if (colon == std::string_view::npos || colon == 0 ||
      std::isalpha(static_cast<unsigned char>(uri[0])) == 0)
    return 0;
  const bool valid = std::all_of(
      uri.begin(), uri.begin() + static_cast<std::ptrdiff_t>(colon),
      [](unsigned char c) { return std::isalnum(c) != 0 || c == '+' || c == '-' || c == '.'; });
  return valid ? colon + 1 : 0;
}

/// How much of a URI stands before its path: scheme and authority.
std::size_t path_begin(std::string_view uri) {
  std::size_t begin = scheme_length(uri);
  if (uri.substr(begin).starts_with("//")) {
    begin = std::min(uri.find('/', begin + 2), uri.size());
  }
  return begin;
}

/// RFC 3986, section 5.2.4, for paths with and without a leading slash.
std::string remove_dot_segments(std::string_view path) {
  const bool rooted = path.starts_with('/');
  std::vector<std::string_view> kept;
  bool ends_in_folder = false;
  for (std::size_t begin = rooted ? 1 : 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view segment = path.substr(begin, end - begin);
    ends_in_folder = segment == "." || segment == "..";
    if (segment == "..") {
      if (!kept.empty() && kept.back() != "..") {
        kept.pop_back();
      } else if (!rooted) {
        kept.push_back(segment);
      }
    } else if (segment != ".") {
      kept.push_back(segment);
    }
    begin = end + 1;
  }
  std::string joined = rooted ? "/" : "";
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (i != 0) joined += '/';
    joined += kept[i];
  }
  if (ends_in_folder && !kept.empty()) joined += '/';
  return joined;
}

}  // namespace

std::string percent_decode(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
                        hex_value(text[i + 2]) >= 0;
    if (!escape) {
      decoded += text[i];
      continue;
    }
    decoded += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
    i += 2;
  }
  return decoded;
}

Uri split_fragment(std::string_view reference) {
  const std::size_t hash = reference.find('#');
  if (hash == std::string_view::npos) return {.resource = std::string(reference), .fragment = {}};
  return {.resource = std::string(reference.substr(0, hash)),
          .fragment = percent_decode(reference.substr(hash + 1)),
          .has_fragment = true};
}

bool is_absolute_uri(std::string_view uri) { return scheme_length(uri) != 0; }

std::string resolve_uri(std::string_view base, std::string_view reference) {
  if (reference.empty()) return std::string(base);
  if (is_absolute_uri(reference)) {
    const std::size_t path = path_begin(reference);
    return std::string(reference.substr(0, path)) + remove_dot_segments(reference.substr(path));
  }
  const std::size_t base_path = path_begin(base);
  if (reference.starts_with("//"))
    return std::string(base.substr(0, scheme_length(base))) + std::string(reference);
  const std::string before(base.substr(0, base_path));
  if (reference.starts_with('/')) return before + remove_dot_segments(reference);
  const std::size_t slash = base.rfind('/');
  const bool has_authority = base_path > scheme_length(base);
  const bool has_folder = slash != std::string_view::npos && slash >= base_path;
  const std::string folder(has_folder      ? base.substr(base_path, slash + 1 - base_path)
                           : has_authority ? "/"
                                           : "");
  return before + remove_dot_segments(folder + std::string(reference));
}

}  // namespace eventc::compiler
