// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace eventc {

/// The length in bytes (1 to 4) of the well-formed UTF-8 sequence that starts at `p`; 0 when none
/// does (`p == end` included). Well-formed is what the Unicode Standard 15.0, table 3-7 lists: no
/// overlong form, no surrogate, nothing past U+10FFFF. Reads no byte at or behind `end`.
[[nodiscard]] inline std::size_t utf8_sequence(const char* p, const char* end) {
  const auto left = static_cast<std::size_t>(end - p);
  const auto byte = [p](std::size_t i) { return static_cast<unsigned char>(p[i]); };
  const auto continues = [&byte](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  if (left == 0) return 0;
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return left >= 2 && continues(1) ? 2 : 0;
  if (lead < 0xF0) {
    if (left < 3 || !continues(1) || !continues(2)) return 0;
    if (lead == 0xE0) return byte(1) >= 0xA0 ? 3 : 0;
    if (lead == 0xED) return byte(1) < 0xA0 ? 3 : 0;
    return 3;
  }
  if (lead > 0xF4 || left < 4 || !continues(1) || !continues(2) || !continues(3)) return 0;
  if (lead == 0xF0) return byte(1) >= 0x90 ? 4 : 0;
  if (lead == 0xF4) return byte(1) < 0x90 ? 4 : 0;
  return 4;
}

/// Behind the sequences past ASCII that begin at `p`: at `end`, at an ASCII character, or at what
/// is no well-formed sequence. ASCII characters among them may be passed too, but no quote, no
/// backslash and no control.
[[nodiscard]] const char* skip_past_ascii(const char* p, const char* end);

[[nodiscard]] bool is_utf8(std::string_view text);

/// The length that `minLength` and `maxLength` count (JSON Schema 2020-12 Validation, section 6.3:
/// characters as RFC 8259 defines them, that is code points). `valid` must be well-formed.
[[nodiscard]] std::size_t count_code_points(std::string_view valid);

/// The code point at `p`, which must start a well-formed sequence; moves `p` behind it.
[[nodiscard]] char32_t decode_utf8(const char*& p);

/// `code_point` must be a Unicode scalar value: at most U+10FFFF and no surrogate.
void append_utf8(char32_t code_point, std::string& out);
/// The same into a place that has room for four bytes; gives where it ends.
char* encode_utf8(char32_t code_point, char* out);

}  // namespace eventc
