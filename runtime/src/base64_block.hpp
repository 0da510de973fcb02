// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>
#endif

/// Sixteen characters of base64 at once, where the machine has instructions for it.
namespace eventc {

#if defined(__SSE2__)

/// The twelve bytes that sixteen characters stand for, written to `out`, and one more byte behind
/// them. False where a character is outside of the alphabet.
inline bool decode_block(const char* from, char* out) {
  const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
  const auto equals = [text](char c) { return _mm_cmpeq_epi8(text, _mm_set1_epi8(c)); };
  const auto between = [text](char first, char last) {  // as signed bytes
    return _mm_and_si128(_mm_cmpgt_epi8(text, _mm_set1_epi8(static_cast<char>(first - 1))),
                         _mm_cmplt_epi8(text, _mm_set1_epi8(static_cast<char>(last + 1))));
  };
  // How far each character is from its value, and which have one.
  __m128i distance = _mm_setzero_si128();
  __m128i is_known = _mm_setzero_si128();
  const auto move = [&](__m128i which, int by) {
    distance = _mm_or_si128(distance, _mm_and_si128(which, _mm_set1_epi8(static_cast<char>(by))));
    is_known = _mm_or_si128(is_known, which);
  };
  move(between('A', 'Z'), 0 - 'A');
  move(between('a', 'z'), 26 - 'a');
  move(between('0', '9'), 52 - '0');
  move(equals('+'), 62 - '+');
  move(equals('/'), 63 - '/');
  if (_mm_movemask_epi8(is_known) != 0xFFFF) return false;
  const __m128i sextets = _mm_add_epi8(text, distance);
  // Two sextets to 12 bits, and two of those to 24. The first is the most significant.
  const __m128i first = _mm_slli_epi16(_mm_and_si128(sextets, _mm_set1_epi16(0x00FF)), 6);
  const __m128i twelves = _mm_or_si128(first, _mm_srli_epi16(sextets, 8));
  const __m128i groups = _mm_madd_epi16(twelves, _mm_set1_epi32(0x0001'1000));
  alignas(16) std::uint32_t group[4];
  _mm_store_si128(reinterpret_cast<__m128i*>(group), groups);
  for (int i = 0; i < 4; ++i) {
    const std::uint32_t bytes = __builtin_bswap32(group[i] << 8);
    std::memcpy(out + 3 * i, &bytes, sizeof bytes);
  }
  return true;
}

#elif defined(__ARM_NEON) && defined(__aarch64__)

/// The same. Four characters of a group come apart by two steps of unzipping.
inline bool decode_block(const char* from, char* out) {
  const uint8x16_t text = vld1q_u8(reinterpret_cast<const std::uint8_t*>(from));
  const auto equals = [text](char c) {
    return vceqq_u8(text, vdupq_n_u8(static_cast<std::uint8_t>(c)));
  };
  const auto between = [text](char first, char last) {
    const uint8x16_t offset = vsubq_u8(text, vdupq_n_u8(static_cast<std::uint8_t>(first)));
    return vcleq_u8(offset, vdupq_n_u8(static_cast<std::uint8_t>(last - first)));
  };
  uint8x16_t distance = vdupq_n_u8(0);
  uint8x16_t is_known = vdupq_n_u8(0);
  const auto move = [&](uint8x16_t which, int by) {
    distance = vorrq_u8(distance, vandq_u8(which, vdupq_n_u8(static_cast<std::uint8_t>(by))));
    is_known = vorrq_u8(is_known, which);
  };
  move(between('A', 'Z'), 0 - 'A');
  move(between('a', 'z'), 26 - 'a');
  move(between('0', '9'), 52 - '0');
  move(equals('+'), 62 - '+');
  move(equals('/'), 63 - '/');
  if (vminvq_u8(is_known) != 0xFF) return false;
  const uint16x8_t sextets = vreinterpretq_u16_u8(vaddq_u8(text, distance));
  const uint16x8_t first = vshlq_n_u16(vandq_u16(sextets, vdupq_n_u16(0x00FF)), 6);
  const uint32x4_t twelves = vreinterpretq_u32_u16(vorrq_u16(first, vshrq_n_u16(sextets, 8)));
  const uint32x4_t high = vshlq_n_u32(vandq_u32(twelves, vdupq_n_u32(0xFFFF)), 12);
  const uint32x4_t groups = vorrq_u32(high, vshrq_n_u32(twelves, 16));
  std::uint32_t group[4];
  vst1q_u32(group, groups);
  for (int i = 0; i < 4; ++i) {
    const std::uint32_t bytes = __builtin_bswap32(group[i] << 8);
    std::memcpy(out + 3 * i, &bytes, sizeof bytes);
  }
  return true;
}

#else

/// Never: characters are decoded one by one.
inline bool decode_block(const char*, char*) { return false; }

#endif

}  // namespace eventc
