// SPDX-License-Identifier: Apache-2.0
#include "eventc/utf8.hpp"

#include <cassert>

#include "eventc/emitted/scan.hpp"
#include "utf8_block.hpp"

namespace eventc {

const char* skip_past_ascii(const char* p, const char* end) {
#if defined(__x86_64__)
  constexpr std::ptrdiff_t kLong = 32;
  if (end - p >= kLong && __builtin_cpu_supports("avx2")) {
    p = skip_utf8_blocks_avx2(p, end);
  } else if (end - p >= kLong && __builtin_cpu_supports("ssse3")) {
    p = skip_utf8_blocks(p, end);
  }
#endif
  const auto byte = [&p](std::size_t i) { return static_cast<unsigned char>(p[i]); };
  while (p != end && byte(0) >= 0x80) {
    // Most are of three bytes, as in table 3-7's E1 to EC: none of them is overlong or a surrogate.
    while (end - p >= 3 && byte(0) > 0xE0 && byte(0) < 0xED && (byte(1) & 0xC0U) == 0x80 &&
           (byte(2) & 0xC0U) == 0x80) {
      p += 3;
    }
    if (p == end || byte(0) < 0x80) return p;
    const std::size_t length = utf8_sequence(p, end);
    if (length == 0) return p;
    p += length;
  }
  return p;
}

bool is_utf8(std::string_view text) {
  const char* p = text.data();
  const char* const end = p + text.size();
  while (true) {
    p = find_past_ascii(text.data(), p, end);
    if (p == end) return true;
    const char* const behind = skip_past_ascii(p, end);
    if (behind == p) return false;
    p = behind;
  }
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

char* encode_utf8(char32_t code_point, char* out) {
  assert(code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF));
  const auto put = [&out](char32_t byte) { *out++ = static_cast<char>(byte); };
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
  return out;
}

void append_utf8(char32_t code_point, std::string& out) {
  char bytes[4];
  out.append(bytes, encode_utf8(code_point, bytes));
}

}  // namespace eventc
