// SPDX-License-Identifier: Apache-2.0
#include "eventc/quote.hpp"

#include <algorithm>

#include "eventc/utf8.hpp"

namespace eventc {
namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

bool is_hidden(char32_t c) {
  return (c >= 0x80 && c <= 0x9F) || c == 0x061C || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

void append_byte_escape(char byte, std::string& out) {
  const auto value = static_cast<unsigned char>(byte);
  out += "\\x";
  out += kHexDigits[value >> 4U];
  out += kHexDigits[value & 0xFU];
}

/// All hidden code points have four digits at most.
void append_code_point_escape(char32_t c, std::string& out) {
  out += "\\u{";
  for (int shift = 12; shift >= 0; shift -= 4) out += kHexDigits[c >> shift & 0xFU];
  out += '}';
}

/// Whether it stands for itself.
bool is_plain(char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; }

void append_ascii(char c, std::string& out) {
  if (c == '"' || c == '\\') {
    out += '\\';
    out += c;
  } else if (is_plain(c)) {
    out += c;
  } else {
    append_byte_escape(c, out);
  }
}

}  // namespace

void append_excerpt(std::string_view bytes, std::string& out, std::size_t limit) {
  const char* p = bytes.data();
  const char* const end = p + bytes.size();
  std::size_t left = limit;
  while (p != end) {
    const char* const start = p;
    if (is_plain(*p)) {  // as most are
      p = std::find_if_not(p, p + std::min(left, static_cast<std::size_t>(end - p)), is_plain);
      out.append(start, p);
      left -= static_cast<std::size_t>(p - start);
      if (p != start) continue;
    }
    const std::size_t length = utf8_sequence(p, end);
    const std::size_t shown = length == 0 ? 1 : length;
    if (shown > left) {
      out += "…";
      break;
    }
    left -= shown;
    p += shown;
    if (length == 0) {
      append_byte_escape(*start, out);
    } else if (length == 1) {
      append_ascii(*start, out);
    } else {
      const char* at = start;
      const char32_t c = decode_utf8(at);
      if (is_hidden(c)) {
        append_code_point_escape(c, out);
      } else {
        out.append(start, length);
      }
    }
  }
}

std::string quote_excerpt(std::string_view bytes, std::size_t limit) {
  std::string out;
  append_excerpt(bytes, out, limit);
  return out;
}

std::string printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t plain = std::min(text.find_first_of("\"\\"), text.size());
    out += quote_excerpt(text.substr(0, plain), plain);
    out += text.substr(plain, 1);
    text.remove_prefix(std::min(plain + 1, text.size()));
  }
  return out;
}

}  // namespace eventc
