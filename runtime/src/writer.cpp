// SPDX-License-Identifier: Apache-2.0
#include "eventc/emitted/writer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "eventc/base64.hpp"
#include "eventc/emitted/scan.hpp"
#include "eventc/utf8.hpp"

namespace eventc {
namespace {

constexpr std::size_t kBlock = 16;
constexpr std::size_t kLongestEscape = 6;

/// A character as a string has to hold it.
struct Escape {
  std::array<char, 7> text{};
  std::uint8_t size = 0;
};

constexpr std::array<Escape, 256> kEscapes = [] {
  std::array<Escape, 256> escapes{};
  constexpr std::string_view kHexDigits = "0123456789abcdef";
  for (unsigned c = 0x20; c < 256; ++c) escapes[c] = {{static_cast<char>(c)}, 1};
  for (unsigned c = 0; c < 0x20; ++c)
    escapes[c] = {{'\\', 'u', '0', '0', kHexDigits[c >> 4], kHexDigits[c & 15]}, 6};
  constexpr std::array<std::array<char, 2>, 7> kShort = {
      {{'"', '"'}, {'\\', '\\'}, {'\b', 'b'}, {'\f', 'f'}, {'\n', 'n'}, {'\r', 'r'}, {'\t', 't'}}};
  for (const auto& [c, letter] : kShort)
    escapes[static_cast<unsigned char>(c)] = {{'\\', letter}, 2};
  return escapes;
}();

/// Writes the character; gives where it ends. There is room for an Escape.
char* escape_one(char c, char* to) {
  const Escape& escape = kEscapes[static_cast<unsigned char>(c)];
  std::memcpy(to, &escape, sizeof escape);
  return to + escape.size;
}

/// The same for a block, behind which another may be looked at. What is behind an escape is copied
/// to where it belongs when the escape is there.
char* escape_block(const char* from, char* to) {
  const Bytes16 block = Bytes16::load(from);
  block.store(to);
  auto escaped = block.special() & ~block.past_ascii();
  std::size_t written = 0;
  for (; escaped.any(); escaped = escaped.without_first()) {
    const std::size_t at = escaped.first();
    to = escape_one(from[at], to + (at - written));
    written = at + 1;
    Bytes16::load(from + written).store(to);
  }
  return to + (kBlock - written);
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

void Writer::write_key(char separator, const KeyText& key) {
  make_room(1 + KeyText::kCapacity);
  *to_ = separator;
  std::memcpy(to_ + 1, key.text.data(), KeyText::kCapacity);
  to_ += 1 + key.size;
}

void Writer::write_text(char separator, const KeyText& key, std::string_view text) {
  write_key(separator, key);
  write_string(text);
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
  const char* from = text.data();
  const char* const end = from + text.size();
  constexpr std::size_t kMost = 2 * kBlock * kLongestEscape + kBlock;  // what two blocks may take
  char* to = to_;
  const auto make_room_there = [this, &to] {
    if (static_cast<std::size_t>(end_ - to) >= kMost) return;
    to_ = to;
    grow(kMost);
    to = to_;
  };
  for (; end - from >= std::ptrdiff_t{2 * kBlock}; from += kBlock) {
    make_room_there();
    to = escape_block(from, to);
  }
  make_room_there();
  for (; from != end; ++from) to = escape_one(*from, to);
  to_ = to;
  punctuate('"');
}

void Writer::write_base64(std::string_view bytes) {
  make_room(base64_size(bytes.size()) + 2);
  *to_++ = '"';
  to_ = encode_base64(bytes, to_);
  *to_++ = '"';
}

}  // namespace eventc
