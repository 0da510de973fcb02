// SPDX-License-Identifier: Apache-2.0
#include "base/location.hpp"

namespace eventc::compiler {

Location Location::child(std::string_view token) const {
  return {.file = file,
          .pointer = pointer + "/" + escape_pointer_token(token),
          .part = Part::Value,
          .offset = std::nullopt};
}

Location Location::child(std::size_t index) const { return child(std::to_string(index)); }

Location Location::key() const {
  Location at_key = *this;
  at_key.part = Part::Key;
  return at_key;
}

std::string escape_pointer_token(std::string_view token) {
  std::string out;
  out.reserve(token.size());
  for (const char c : token) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

std::optional<std::string> unescape_pointer_token(std::string_view token) {
  std::string out;
  out.reserve(token.size());
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (token[i] != '~') {
      out += token[i];
      continue;
    }
    ++i;
    if (i == token.size() || (token[i] != '0' && token[i] != '1')) return std::nullopt;
    out += token[i] == '0' ? '~' : '/';
  }
  return out;
}

}  // namespace eventc::compiler
