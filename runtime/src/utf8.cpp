// SPDX-License-Identifier: Apache-2.0
#include "eventc/utf8.hpp"

#include <cassert>
#include <cstdint>
#include <cstring>

namespace eventc {

bool is_utf8(std::string_view text) {
  const char* p = text.data();
  const char* const end = p + text.size();
  while (p != end) {
    // ASCII, eight bytes at a time.
    while (end - p >= 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, p, sizeof word);
      if ((word & 0x8080808080808080U) != 0) break;
      p += 8;
    }
    if (p == end) break;
    const std::size_t length = utf8_sequence(p, end);
    if (length == 0) return false;
    p += length;
  }
  return true;
}

std::size_t count_code_points(std::string_view valid) {
  std::size_t count = 0;
  for (const char c : valid) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++count;
  }
  return count;
}

char32_t decode_utf8(const char*& p) {
  const auto next = [&p] { return char32_t{static_cast<unsigned char>(*p++)}; };
  const char32_t lead = next();
  if (lead < 0x80) return lead;
  char32_t code_point = 0;
  int continuations = 0;
  if (lead < 0xE0) {
    code_point = lead & 0x1FU;
    continuations = 1;
  } else if (lead < 0xF0) {
    code_point = lead & 0x0FU;
    continuations = 2;
  } else {
    code_point = lead & 0x07U;
    continuations = 3;
  }
  for (; continuations > 0; --continuations) code_point = code_point << 6 | (next() & 0x3FU);
  return code_point;
}

void append_utf8(char32_t code_point, std::string& out) {
  assert(code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF));
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  const auto put_continuation = [&put, code_point](unsigned shift) {
    put(0x80U | (code_point >> shift & 0x3FU));
  };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0U | code_point >> 6);
    put_continuation(0);
  } else if (code_point < 0x10000) {
    put(0xE0U | code_point >> 12);
    put_continuation(6);
    put_continuation(0);
  } else {
    put(0xF0U | code_point >> 18);
    put_continuation(12);
    put_continuation(6);
    put_continuation(0);
  }
}

}  // namespace eventc
