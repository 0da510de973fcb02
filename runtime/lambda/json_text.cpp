// SPDX-License-Identifier: Apache-2.0
#include "json_text.hpp"

#include "eventc/utf8.hpp"

namespace eventc::lambda {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// RFC 8259, section 7.
void append_unit(unsigned unit, std::string& out) {
  constexpr std::string_view kHexDigits = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kHexDigits[unit >> shift & 0xFU];
}

void append_character(char32_t code, std::string& out) {
  if (code == '"' || code == '\\') {
    out += '\\';
    out += static_cast<char>(code);
  } else if (code >= ' ' && code <= '~') {
    out += static_cast<char>(code);
  } else if (code < 0x10000) {
    append_unit(static_cast<unsigned>(code), out);
  } else {
    const auto above = static_cast<unsigned>(code - 0x10000);
    append_unit(0xD800 + (above >> 10), out);
    append_unit(0xDC00 + (above & 0x3FFU), out);
  }
}

}  // namespace

std::string json_string(std::string_view text) {
  std::string out = "\"";
  const char* p = text.data();
  const char* const end = p + text.size();
  while (p != end) {
    const bool is_sequence = utf8_sequence(p, end) != 0;
    const char32_t code = is_sequence ? decode_utf8(p) : kReplacement;
    if (!is_sequence) ++p;
    append_character(code, out);
  }
  return out + "\"";
}

}  // namespace eventc::lambda
