// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

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

#if defined(__x86_64__)

/// A character is of the alphabet where its halves have no bit in common here: each bit is a group
/// of characters that share the upper half, set for the lower halves that are not among them.
inline __m128i bad_of_high() {
  return _mm_setr_epi8(0x10, 0x10, 0x01, 0x02, 0x04, 0x08, 0x04, 0x08, 0x10, 0x10, 0x10, 0x10, 0x10,
                       0x10, 0x10, 0x10);
}
inline __m128i bad_of_low() {
  return _mm_setr_epi8(0x15, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x13, 0x1A, 0x1B,
                       0x1B, 0x1B, 0x1A);
}
/// From a character to its value, by the upper half; the solidus has an entry of its own.
inline __m128i distances() {
  return _mm_setr_epi8(0, 63 - '/', 62 - '+', 52 - '0', 0 - 'A', 0 - 'A', 26 - 'a', 26 - 'a', 0, 0,
                       0, 0, 0, 0, 0, 0);
}
/// The three bytes of each group, the first of them the most significant.
inline __m128i order_of_bytes() {
  return _mm_setr_epi8(2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1);
}

/// The same with SSSE3, which finds values in tables of sixteen bytes; for processors that have it.
/// Writes four bytes behind the twelve.
[[gnu::target("ssse3")]] inline bool decode_block_ssse3(__m128i text, char* out) {
  const __m128i nibble = _mm_set1_epi8(0x0F);
  const __m128i high = _mm_and_si128(_mm_srli_epi32(text, 4), nibble);
  const __m128i low = _mm_and_si128(text, nibble);
  const __m128i bad =
      _mm_and_si128(_mm_shuffle_epi8(bad_of_high(), high), _mm_shuffle_epi8(bad_of_low(), low));
  if (_mm_movemask_epi8(_mm_cmpeq_epi8(bad, _mm_setzero_si128())) != 0xFFFF) return false;
  const __m128i is_solidus = _mm_cmpeq_epi8(text, _mm_set1_epi8('/'));
  const __m128i sextets =
      _mm_add_epi8(text, _mm_shuffle_epi8(distances(), _mm_add_epi8(is_solidus, high)));
  const __m128i twelves = _mm_maddubs_epi16(sextets, _mm_set1_epi32(0x01400140));
  const __m128i groups = _mm_madd_epi16(twelves, _mm_set1_epi32(0x00011000));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(out), _mm_shuffle_epi8(groups, order_of_bytes()));
  return true;
}

[[gnu::target("avx2")]] inline __m256i twice(__m128i half) {
  return _mm256_broadcastsi128_si256(half);
}

/// Thirty-two characters with AVX2, each half as decode_block_ssse3() has it. Writes eight bytes
/// behind the twenty-four.
[[gnu::target("avx2")]] inline bool decode_block_avx2(const char* from, char* out) {
  const __m256i text = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
  const __m256i nibble = _mm256_set1_epi8(0x0F);
  const __m256i high = _mm256_and_si256(_mm256_srli_epi32(text, 4), nibble);
  const __m256i low = _mm256_and_si256(text, nibble);
  if (!_mm256_testz_si256(_mm256_shuffle_epi8(twice(bad_of_high()), high),
                          _mm256_shuffle_epi8(twice(bad_of_low()), low)))
    return false;
  const __m256i is_solidus = _mm256_cmpeq_epi8(text, _mm256_set1_epi8('/'));
  const __m256i sextets = _mm256_add_epi8(
      text, _mm256_shuffle_epi8(twice(distances()), _mm256_add_epi8(is_solidus, high)));
  const __m256i twelves = _mm256_maddubs_epi16(sextets, _mm256_set1_epi32(0x01400140));
  const __m256i groups = _mm256_madd_epi16(twelves, _mm256_set1_epi32(0x00011000));
  const __m256i halves = _mm256_shuffle_epi8(groups, twice(order_of_bytes()));
  const __m256i order = _mm256_setr_epi32(0, 1, 2, 4, 5, 6, 3, 7);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(out), _mm256_permutevar8x32_epi32(halves, order));
  return true;
}

/// The last sixteen characters of a text, whose bytes end before `behind` but for those that
/// padding stands for; gives where they do. Null where they are not as they should be.
[[gnu::target("ssse3")]] inline char* decode_end_ssse3(const char* end, char* behind) {
  const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i*>(end - 16));
  const __m128i is_padding = _mm_cmpeq_epi8(text, _mm_set1_epi8('='));
  const int padding = _mm_movemask_epi8(is_padding);
  const std::ptrdiff_t count = padding == 0 ? 0 : padding == 0x8000 ? 1 : 2;
  if (count == 2 && padding != 0xC000) return nullptr;
  const __m128i as_zeros = _mm_add_epi8(text, _mm_and_si128(is_padding, _mm_set1_epi8('A' - '=')));
  if (!decode_block_ssse3(as_zeros, behind - 12)) return nullptr;
  // The spare bits before padding stand in the bytes that there are none of.
  const bool has_spare = (count >= 1 && behind[-1] != 0) || (count == 2 && behind[-2] != 0);
  return has_spare ? nullptr : behind - count;
}

/// As decode_whole().
[[gnu::target("ssse3")]] inline char* decode_whole_ssse3(const char* from, const char* end,
                                                         char* to) {
  for (; end - from > 16; from += 16, to += 12) {
    const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
    if (!decode_block_ssse3(text, to)) return nullptr;
  }
  return decode_end_ssse3(end, to + (end - from) / 4 * 3);
}

/// The same. Of the text enough is left to be room for what is written too far.
[[gnu::target("avx2")]] inline char* decode_whole_avx2(const char* from, const char* end,
                                                       char* to) {
  for (; end - from >= 44; from += 32, to += 24) {
    if (!decode_block_avx2(from, to)) return nullptr;
  }
  return decode_whole_ssse3(from, end, to);
}

#endif

/// Whole groups of four characters, sixteen at least, to what they stand for; gives where that
/// ends. Null where a character is not as it should be, and where the machine has no means for
/// this. There is room for four bytes more.
inline char* decode_whole([[maybe_unused]] const char* from, [[maybe_unused]] const char* end,
                          [[maybe_unused]] char* to) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return decode_whole_avx2(from, end, to);
  if (__builtin_cpu_supports("ssse3")) return decode_whole_ssse3(from, end, to);
#endif
  return nullptr;
}

/// Moves `to` behind the bytes of as many whole blocks as there are, up to one that holds a
/// character outside of the alphabet; gives where that begins. `end` is that of a group, and there
/// is room for one byte more.
inline const char* decode_blocks(const char* from, const char* end, char*& to) {
  for (; end - from >= 16 && decode_block(from, to); from += 16) to += 12;
  return from;
}

}  // namespace eventc
