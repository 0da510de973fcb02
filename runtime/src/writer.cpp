// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/writer.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "eventc/base64.hpp"
#include "eventc/emitted/scan.hpp"
#include "eventc/utf8.hpp"

namespace eventc {
namespace {

constexpr std::size_t kBlock = 16;
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

/// Whether these bytes, behind which a block more may be looked at, are all plain.
bool are_plain(const char* p, std::size_t size) {
  for (; size >= kBlock; p += kBlock, size -= kBlock) {
    if (Bytes16::load(p).special().any()) return false;
  }
  return !Bytes16::load(p).special().before(size).any();
}

}  // namespace

void Writer::grow(std::size_t size) {
  constexpr std::size_t kLeast = 256;
  const std::size_t written = offset();
  out_.resize(std::max({kLeast, 2 * out_.size(), written + size}));
  to_ = out_.data() + written;
  end_ = out_.data() + out_.size();
}

void Writer::finish() {
  out_.resize(offset());
  end_ = to_;
}

void Writer::fail(std::string_view what) {
  if (!ok()) return;
  failure_ = what;
  failed_at_ = offset();
}

template <class Number>
void Writer::write_any_number(Number value) {
  constexpr std::size_t kLongest = 32;
  make_room(kLongest);
  to_ = std::to_chars(to_, to_ + kLongest, value).ptr;
}
void Writer::write_integer(std::int64_t value) { write_any_number(value); }
void Writer::write_integer(std::uint64_t value) { write_any_number(value); }

void Writer::write_number(double value) {
  if (!std::isfinite(value)) return fail("JSON has no number that is not finite");
  write_any_number(value);
}

/// Most strings are written as they are: a copy is made, and looked at where it stands, with room
/// behind it.
void Writer::write_string(std::string_view text) {
  make_room(text.size() + 2 + kBlock);
  char* const copy = to_ + 1;
  std::copy(text.begin(), text.end(), copy);
  if (!are_plain(copy, text.size())) return write_escaped(text);
  *to_ = '"';
  copy[text.size()] = '"';
  to_ = copy + text.size() + 1;
}

void Writer::write_escaped(std::string_view text) {
  if (!is_utf8(text)) return fail("a JSON string must be UTF-8");
  punctuate('"');
  const char* plain = text.data();
  const char* const end = plain + text.size();
  while (true) {
    const char* const escaped = find_escaped(text.data(), plain, end);
    write_raw({plain, static_cast<std::size_t>(escaped - plain)});
    if (escaped == end) break;
    write_escape(*escaped);
    plain = escaped + 1;
  }
  punctuate('"');
}

void Writer::write_escape(char c) {
  const std::string_view known = short_escape(c);
  if (!known.empty()) return write_raw(known);
  write_raw("\\u00");
  punctuate(kHexDigits[static_cast<unsigned char>(c) >> 4]);
  punctuate(kHexDigits[static_cast<unsigned char>(c) & 15]);
}

void Writer::write_base64(std::string_view bytes) {
  make_room(base64_size(bytes.size()) + 2);
  *to_++ = '"';
  to_ = encode_base64(bytes, to_);
  *to_++ = '"';
}

}  // namespace eventc
