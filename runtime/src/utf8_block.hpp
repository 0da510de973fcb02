// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/// Characters past ASCII, sixteen bytes at once where the processor has SSSE3, thirty-two where it
/// has AVX2.
namespace eventc {

#if defined(__x86_64__)

/// What may be wrong with two bytes of UTF-8 that follow each other: each bit is one kind of fault,
/// and is set for both halves of the first byte and for the upper half of the second where they may
/// be that fault. (Keiser and Lemire, Validating UTF-8 in less than one instruction per byte, 2021;
/// the faults are what table 3-7 of the Unicode Standard leaves out.)
namespace utf8_fault {
inline constexpr int kTooShort = 1 << 0;          ///< A lead byte without a continuation behind it.
inline constexpr int kTooLong = 1 << 1;           ///< A continuation behind ASCII.
inline constexpr int kOverlong3 = 1 << 2;         ///< E0 80..9F
inline constexpr int kTooLarge = 1 << 3;          ///< F4 90..BF, F5..FF 80..BF but for the next
inline constexpr int kSurrogate = 1 << 4;         ///< ED A0..BF
inline constexpr int kOverlong2 = 1 << 5;         ///< C0..C1 80..BF
inline constexpr int kTooLargeAt8 = 1 << 6;       ///< F5..FF 80..8F, and
inline constexpr int kOverlong4 = 1 << 6;         ///< F0 80..8F: no first byte is of both.
inline constexpr int kTwoContinuations = 1 << 7;  ///< No fault as the third or the fourth byte.
inline constexpr int kLarge = kTooLarge | kTooLargeAt8;
inline constexpr int kOfLow = kTooShort | kTooLong | kTwoContinuations;
inline constexpr int kOfContinuation = kTooLong | kOverlong2 | kTwoContinuations;

using Table = std::array<std::uint8_t, 16>;
alignas(16) inline constexpr Table kOfFirstHigh = {kTooLong,
                                                   kTooLong,
                                                   kTooLong,
                                                   kTooLong,
                                                   kTooLong,
                                                   kTooLong,
                                                   kTooLong,
                                                   kTooLong,
                                                   kTwoContinuations,
                                                   kTwoContinuations,
                                                   kTwoContinuations,
                                                   kTwoContinuations,
                                                   kTooShort | kOverlong2,
                                                   kTooShort,
                                                   kTooShort | kOverlong3 | kSurrogate,
                                                   kTooShort | kLarge | kOverlong4};
alignas(16) inline constexpr Table kOfFirstLow = {kOfLow | kOverlong2 | kOverlong3 | kOverlong4,
                                                  kOfLow | kOverlong2,
                                                  kOfLow,
                                                  kOfLow,
                                                  kOfLow | kTooLarge,
                                                  kOfLow | kLarge,
                                                  kOfLow | kLarge,
                                                  kOfLow | kLarge,
                                                  kOfLow | kLarge,
                                                  kOfLow | kLarge,
                                                  kOfLow | kLarge,
                                                  kOfLow | kLarge,
                                                  kOfLow | kLarge,
                                                  kOfLow | kLarge | kSurrogate,
                                                  kOfLow | kLarge,
                                                  kOfLow | kLarge};
alignas(16) inline constexpr Table kOfSecondHigh = {
    kTooShort,
    kTooShort,
    kTooShort,
    kTooShort,
    kTooShort,
    kTooShort,
    kTooShort,
    kTooShort,
    kOfContinuation | kOverlong3 | kTooLargeAt8 | kOverlong4,
    kOfContinuation | kOverlong3 | kTooLarge,
    kOfContinuation | kSurrogate | kTooLarge,
    kOfContinuation | kSurrogate | kTooLarge,
    kTooShort,
    kTooShort,
    kTooShort,
    kTooShort};

[[gnu::target("ssse3")]] inline __m128i look_up(const Table& table, __m128i halves) {
  return _mm_shuffle_epi8(_mm_load_si128(reinterpret_cast<const __m128i*>(table.data())), halves);
}
}  // namespace utf8_fault

/// Whether these sixteen bytes go on with the characters that end in the sixteen before, all of
/// them UTF-8; what they leave open is the next's.
[[gnu::target("ssse3")]] inline bool is_utf8_block(__m128i before, __m128i bytes) {
  using namespace utf8_fault;
  const __m128i nibble = _mm_set1_epi8(0x0F);
  const __m128i first = _mm_alignr_epi8(bytes, before, 15);
  const __m128i first_high = _mm_and_si128(_mm_srli_epi16(first, 4), nibble);
  const __m128i second_high = _mm_and_si128(_mm_srli_epi16(bytes, 4), nibble);
  const __m128i of_first = _mm_and_si128(look_up(kOfFirstHigh, first_high),
                                         look_up(kOfFirstLow, _mm_and_si128(first, nibble)));
  const __m128i faults = _mm_and_si128(of_first, look_up(kOfSecondHigh, second_high));
  // Two continuations are right where a lead of three bytes stands two before, of four three
  // before.
  const __m128i third = _mm_subs_epu8(_mm_alignr_epi8(bytes, before, 14), _mm_set1_epi8(0x60));
  const __m128i fourth = _mm_subs_epu8(_mm_alignr_epi8(bytes, before, 13), _mm_set1_epi8(0x70));
  const __m128i wanted = _mm_and_si128(_mm_or_si128(third, fourth), _mm_set1_epi8(-128));
  const __m128i same = _mm_cmpeq_epi8(faults, wanted);
  return _mm_movemask_epi8(same) == 0xFFFF;
}

/// Whether one of them ends a run of characters in a string.
[[gnu::target("ssse3")]] inline bool ends_characters(__m128i bytes) {
  const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
  const __m128i quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
  const __m128i backslash = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
  return _mm_movemask_epi8(_mm_or_si128(control, _mm_or_si128(quote, backslash))) != 0;
}

/// Where the last character before `p` begins, if it is not of ASCII: it may not be whole.
inline const char* begin_of_last(const char* begin, const char* p) {
  for (int i = 0; i < 4 && p != begin; ++i) {
    const auto last = static_cast<std::uint8_t>(p[-1]);
    if (last < 0x80) break;
    --p;
    if (last >= 0xC0) break;
  }
  return p;
}

/// Behind the whole characters of as many blocks as are UTF-8 without a quote, a backslash or a
/// control. A character begins at `p`.
[[gnu::target("ssse3")]] inline const char* skip_utf8_blocks(const char* p, const char* end) {
  const char* const begin = p;
  __m128i before = _mm_setzero_si128();
  for (; end - p >= 16; p += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    if (ends_characters(bytes) || !is_utf8_block(before, bytes)) break;
    before = bytes;
  }
  return begin_of_last(begin, p);
}

namespace utf8_fault {
[[gnu::target("avx2")]] inline __m256i look_up(const Table& table, __m256i halves) {
  const __m128i half = _mm_load_si128(reinterpret_cast<const __m128i*>(table.data()));
  return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(half), halves);
}
}  // namespace utf8_fault

/// The same of thirty-two bytes with AVX2, and that none of them ends a run of characters.
[[gnu::target("avx2")]] inline bool is_utf8_block_within(__m256i before, __m256i bytes) {
  using namespace utf8_fault;
  const __m256i nibble = _mm256_set1_epi8(0x0F);
  const __m256i across = _mm256_permute2x128_si256(before, bytes, 0x21);
  const __m256i first = _mm256_alignr_epi8(bytes, across, 15);
  const __m256i first_high = _mm256_and_si256(_mm256_srli_epi16(first, 4), nibble);
  const __m256i second_high = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), nibble);
  const __m256i of_first = _mm256_and_si256(look_up(kOfFirstHigh, first_high),
                                            look_up(kOfFirstLow, _mm256_and_si256(first, nibble)));
  const __m256i faults = _mm256_and_si256(of_first, look_up(kOfSecondHigh, second_high));
  const __m256i third =
      _mm256_subs_epu8(_mm256_alignr_epi8(bytes, across, 14), _mm256_set1_epi8(0x60));
  const __m256i fourth =
      _mm256_subs_epu8(_mm256_alignr_epi8(bytes, across, 13), _mm256_set1_epi8(0x70));
  const __m256i wanted = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8(-128));
  const __m256i control = _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, _mm256_set1_epi8(0x1F)), bytes);
  const __m256i quote = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('"'));
  const __m256i backslash = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\\'));
  const __m256i ends = _mm256_or_si256(control, _mm256_or_si256(quote, backslash));
  const __m256i others = _mm256_or_si256(_mm256_xor_si256(faults, wanted), ends);
  return _mm256_testz_si256(others, others) != 0;
}

/// As skip_utf8_blocks().
[[gnu::target("avx2")]] inline const char* skip_utf8_blocks_avx2(const char* p, const char* end) {
  const char* const begin = p;
  __m256i before = _mm256_setzero_si256();
  for (; end - p >= 32; p += 32) {
    const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(p));
    if (!is_utf8_block_within(before, bytes)) break;
    before = bytes;
  }
  return skip_utf8_blocks(begin_of_last(begin, p), end);
}

#endif

}  // namespace eventc
