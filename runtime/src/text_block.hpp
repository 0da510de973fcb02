// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "eventc/emitted/bytes16.hpp"
#include "eventc/emitted/word.hpp"

/// Sixty-four bytes of text, looked at together for where strings begin and end: with SSE2, with
/// NEON, or with plain words. Every kind gives the same answers; a test holds them to each other.
namespace eventc {

/// One bit for each of 64 bytes, the lowest for the first.
struct TextBlock {
  static constexpr std::size_t kSize = 64;

  std::uint64_t quotes = 0;
  /// Backslashes, controls and bytes past ASCII: what a plain string has none of.
  std::uint64_t others = 0;
};

/// For every machine.
class PlainTextBlock {
 public:
  [[nodiscard]] static TextBlock look(const char* p) {
    TextBlock block;
    for (std::size_t i = 0; i < TextBlock::kSize; i += 8) {
      const std::uint64_t word = load_word(p + i);
      const std::uint64_t low_bits = word & ~kHighs;
      const std::uint64_t controls = ~(low_bits + kOnes * (0x80 - 0x20)) & kHighs;
      const std::uint64_t others = equal(word, '\\') | controls | (word & kHighs);
      block.quotes |= gather(equal(word, '"')) << i;
      block.others |= gather(others) << i;
    }
    return block;
  }

 private:
  static constexpr std::uint64_t kOnes = 0x0101010101010101;
  static constexpr std::uint64_t kHighs = 0x8080808080808080;

  /// The high bit of each byte that is this character.
  static constexpr std::uint64_t equal(std::uint64_t word, char c) {
    word ^= kOnes * static_cast<unsigned char>(c);
    return ~(((word & ~kHighs) + ~kHighs) | word) & kHighs;
  }
  /// The high bits, side by side.
  static constexpr std::uint64_t gather(std::uint64_t highs) {
    constexpr std::uint64_t kGather = 0x0002040810204081;
    return (highs * kGather) >> 56;
  }
};

#if defined(__SSE2__)

[[nodiscard, gnu::always_inline]] inline TextBlock look_at_block(const char* p) {
  const auto load = [p](std::size_t i) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(p + 16 * i));
  };
  const __m128i bytes[] = {load(0), load(1), load(2), load(3)};
  const auto gather = [](__m128i a, __m128i b, __m128i c, __m128i d) {
    const auto mask = [](__m128i high_bits) {
      return static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(high_bits)));
    };
    return (mask(a) | mask(b) << 16) | (mask(c) | mask(d) << 16) << 32;
  };
  const auto quote = [&](std::size_t i) { return _mm_cmpeq_epi8(bytes[i], _mm_set1_epi8('"')); };
  // As signed bytes, those past ASCII are below zero: less a space, these and the controls are.
  const auto other = [&](std::size_t i) {
    return _mm_or_si128(_mm_subs_epi8(bytes[i], _mm_set1_epi8(' ')),
                        _mm_cmpeq_epi8(bytes[i], _mm_set1_epi8('\\')));
  };
  TextBlock block;
  block.quotes = gather(quote(0), quote(1), quote(2), quote(3));
  const __m128i others[] = {other(0), other(1), other(2), other(3)};
  const __m128i any =
      _mm_or_si128(_mm_or_si128(others[0], others[1]), _mm_or_si128(others[2], others[3]));
  if (_mm_movemask_epi8(any) != 0)  // mostly not
    block.others = gather(others[0], others[1], others[2], others[3]);
  return block;
}

#elif defined(__ARM_NEON) && defined(__aarch64__)

[[nodiscard]] inline TextBlock look_at_block(const char* p) {
  const auto load = [p](std::size_t i) {
    return vld1q_u8(reinterpret_cast<const std::uint8_t*>(p + 16 * i));
  };
  const uint8x16_t bytes[] = {load(0), load(1), load(2), load(3)};
  // NEON has no movemask: each byte keeps the bit of its place among eight, and pairs are added.
  const auto gather = [](uint8x16_t a, uint8x16_t b, uint8x16_t c, uint8x16_t d) {
    const uint8x16_t places = vreinterpretq_u8_u64(vdupq_n_u64(0x8040201008040201));
    const auto at_place = [&](uint8x16_t bits) { return vandq_u8(bits, places); };
    const uint8x16_t pairs =
        vpaddq_u8(vpaddq_u8(at_place(a), at_place(b)), vpaddq_u8(at_place(c), at_place(d)));
    return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(pairs, pairs)), 0);
  };
  const auto quote = [&](std::size_t i) { return vceqq_u8(bytes[i], vdupq_n_u8('"')); };
  // As signed bytes, those past ASCII are negative.
  const auto other = [&](std::size_t i) {
    return vorrq_u8(vcltq_s8(vreinterpretq_s8_u8(bytes[i]), vdupq_n_s8(0x20)),
                    vceqq_u8(bytes[i], vdupq_n_u8('\\')));
  };
  return {gather(quote(0), quote(1), quote(2), quote(3)),
          gather(other(0), other(1), other(2), other(3))};
}

#else

[[nodiscard]] inline TextBlock look_at_block(const char* p) { return PlainTextBlock::look(p); }

#endif

/// What is left of a text from `p` on, less than a block. No byte outside of the text is looked at.
[[nodiscard]] TextBlock look_at_last(const char* p, std::string_view text);

/// The block of a text that begins at `p`, or what is left there.
[[nodiscard, gnu::always_inline]] inline TextBlock look_at(const char* p, std::string_view text) {
  const bool is_whole =
      text.data() + text.size() - p >= static_cast<std::ptrdiff_t>(TextBlock::kSize);
  return is_whole ? look_at_block(p) : look_at_last(p, text);
}

}  // namespace eventc
