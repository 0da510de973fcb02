// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

/// Sixteen characters of base64 at once. The compiler makes of these vectors what the machine has.
namespace eventc {

using Characters [[gnu::vector_size(16)]] = std::int8_t;
using Pairs [[gnu::vector_size(16)]] = std::uint16_t;
using Groups [[gnu::vector_size(16)]] = std::uint32_t;

/// The value of each character of the alphabet; false where there is another.
inline bool to_sextets(Characters text, Characters& sextets) {
  Characters distance{};
  Characters is_known{};
  const auto move = [&](Characters which, int by) {
    distance |= which & static_cast<std::int8_t>(by);
    is_known |= which;
  };
  move((text >= 'A') & (text <= 'Z'), 0 - 'A');
  move((text >= 'a') & (text <= 'z'), 26 - 'a');
  move((text >= '0') & (text <= '9'), 52 - '0');
  move(text == '+', 62 - '+');
  move(text == '/', 63 - '/');
  sextets = text + distance;
  std::uint64_t words[2];
  std::memcpy(words, &is_known, sizeof words);
  return (words[0] & words[1]) == ~std::uint64_t{0};
}

/// The twelve bytes that sixteen characters stand for, written to `out`, and one more byte behind
/// them. False where a character is outside of the alphabet.
inline bool decode_block(const char* from, char* out) {
  if constexpr (std::endian::native != std::endian::little) return false;  // one by one, then
  Characters text;
  std::memcpy(&text, from, sizeof text);
  Characters sextets;
  if (!to_sextets(text, sextets)) return false;
  // Two sextets to 12 bits, and two of those to 24. The first is the most significant.
  const auto pairs = std::bit_cast<Pairs>(sextets);
  const auto twelves = std::bit_cast<Groups>((pairs & 0x00FF) << 6 | pairs >> 8);
  const Groups groups = (twelves & 0xFFFF) << 12 | twelves >> 16;
  for (int i = 0; i < 4; ++i) {
    const std::uint32_t bytes = __builtin_bswap32(groups[i] << 8);
    std::memcpy(out + 3 * i, &bytes, sizeof bytes);
  }
  return true;
}

}  // namespace eventc
