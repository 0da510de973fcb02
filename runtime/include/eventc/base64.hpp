// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace eventc {

/// Decodes base64 as RFC 4648, section 4 writes it, strictly: padding is required (section 3.2), a
/// character outside of the alphabet is refused, white space included (section 3.3), and so are
/// bits behind the last byte that are not zero (section 3.5), so that each sequence of bytes has
/// one encoding only.
///
/// `out` is replaced by the bytes. On failure it is empty and `bad` is the offset in `text` of the
/// first character that offends: one outside of the alphabet, an "=" that is not the padding at the
/// end, or the character whose spare bits are not zero; text.size() when the text ends before its
/// last group of four does. `bad` is written on failure alone. `text` must not view `out`.
[[nodiscard]] bool decode_base64(std::string_view text, std::string& out, std::size_t& bad);
/// The most that decode_base64() writes for a text of so many characters.
[[nodiscard]] constexpr std::size_t decoded_room(std::size_t characters) {
  return characters / 4 * 3 + 4;
}
/// The same into `to`, which has that room; gives where the bytes end, null on failure.
[[nodiscard]] char* decode_base64(std::string_view text, char* to, std::size_t& bad);

/// How many characters the base64 of so many bytes has.
[[nodiscard]] constexpr std::size_t base64_size(std::size_t bytes) { return (bytes + 2) / 3 * 4; }
/// Writes the base64 of `bytes`, padded (RFC 4648, section 4), to `out`, which has room for it;
/// gives where it ends.
char* encode_base64(std::string_view bytes, char* out);
/// Appends the base64 of `bytes`, padded (RFC 4648, section 4). `bytes` must not view `out`.
void append_base64(std::string_view bytes, std::string& out);

}  // namespace eventc
