// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/writer.hpp"

#include <charconv>
#include <cmath>

#include "eventc/base64.hpp"
#include "eventc/utf8.hpp"

namespace eventc {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

/// The escape of a character that a string must not hold as it is; empty for any other.
constexpr std::string_view short_escape(char c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\b':
      return "\\b";
    case '\f':
      return "\\f";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      return {};
  }
}

constexpr bool needs_escape(char c) {
  return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

void append_escape(char c, std::string& out) {
  const std::string_view known = short_escape(c);
  if (!known.empty()) {
    out += known;
    return;
  }
  out += "\\u00";
  out += kHexDigits[static_cast<unsigned char>(c) >> 4];
  out += kHexDigits[static_cast<unsigned char>(c) & 15];
}

template <class Number>
void append_number(Number value, std::string& out) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, value).ptr;
  out.append(text, end);
}

}  // namespace

void Writer::fail(std::string_view what) {
  if (!ok()) return;
  failure_ = what;
  failed_at_ = out_.size();
}

void Writer::write_integer(std::int64_t value) { append_number(value, out_); }
void Writer::write_integer(std::uint64_t value) { append_number(value, out_); }

void Writer::write_number(double value) {
  if (!std::isfinite(value)) return fail("JSON has no number that is not finite");
  append_number(value, out_);
}

void Writer::write_string(std::string_view text) {
  if (!is_utf8(text)) return fail("a JSON string must be UTF-8");
  out_ += '"';
  const char* plain = text.data();
  const char* const end = plain + text.size();
  for (const char* p = plain; p != end; ++p) {
    if (!needs_escape(*p)) continue;
    out_.append(plain, p);
    append_escape(*p, out_);
    plain = p + 1;
  }
  out_.append(plain, end);
  out_ += '"';
}

void Writer::write_base64(std::string_view bytes) {
  out_ += '"';
  append_base64(bytes, out_);
  out_ += '"';
}

}  // namespace eventc
