// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>
#endif

/// Sixteen bytes of text, looked at together: with SSE2, with NEON, or with plain words. Every kind
/// of them gives the same answers; tests hold them to each other.
///     Bytes16::load(p).equal('"').first()
namespace eventc {

/// Which of sixteen bytes something holds for. kBits of them stand for each byte.
template <class Bits, unsigned kBits>
class ByteMask {
 public:
  constexpr explicit ByteMask(Bits bits) : bits_(bits) {}

  [[nodiscard]] constexpr bool any() const { return bits_ != 0; }
  /// The first byte that it holds for; there is one.
  [[nodiscard]] constexpr std::size_t first() const {
    return static_cast<std::size_t>(std::countr_zero(bits_)) / kBits;
  }
  [[nodiscard]] constexpr std::size_t count() const {
    return static_cast<std::size_t>(std::popcount(bits_)) / kBits;
  }
  /// Whether it holds for each of the first `count` bytes; `count` is from 1 to 16.
  [[nodiscard]] constexpr bool begins_with(std::size_t count) const {
    constexpr auto kAll = static_cast<Bits>(~Bits{0});
    constexpr std::size_t kWidth = 8 * sizeof(Bits);
    const Bits missing = static_cast<Bits>(~bits_);
    return (missing & static_cast<Bits>(kAll >> (kWidth - count * kBits))) == 0;
  }
  /// Of the first `count` bytes alone, fewer than 16.
  [[nodiscard]] constexpr ByteMask before(std::size_t count) const {
    return ByteMask(static_cast<Bits>(bits_ & ((Bits{1} << (count * kBits)) - 1)));
  }
  /// Without the first `count` bytes, fewer than 16.
  [[nodiscard]] constexpr ByteMask behind(std::size_t count) const {
    return ByteMask(static_cast<Bits>(bits_ >> (count * kBits)));
  }
  [[nodiscard]] constexpr ByteMask operator|(ByteMask other) const {
    return ByteMask(static_cast<Bits>(bits_ | other.bits_));
  }
  [[nodiscard]] constexpr ByteMask operator&(ByteMask other) const {
    return ByteMask(static_cast<Bits>(bits_ & other.bits_));
  }
  [[nodiscard]] constexpr ByteMask operator~() const { return ByteMask(static_cast<Bits>(~bits_)); }

 private:
  Bits bits_;
};

/// Two words of eight bytes, for every machine.
class PlainBytes16 {
 public:
  using Mask = ByteMask<std::uint16_t, 1>;

  [[nodiscard]] static PlainBytes16 load(const char* p) { return {load_word(p), load_word(p + 8)}; }
  void store(char* p) const {
    store_word(low_, p);
    store_word(high_, p + 8);
  }

  [[nodiscard]] Mask equal(char c) const { return equal({kOnes * byte(c), kOnes * byte(c)}); }
  [[nodiscard]] Mask equal(PlainBytes16 other) const {
    return mask(zeros(low_ ^ other.low_), zeros(high_ ^ other.high_));
  }
  /// Bytes that end a run of plain characters inside of a string: quotes, backslashes, controls,
  /// and those of characters past ASCII.
  [[nodiscard]] Mask special() const { return mask(special_of(low_), special_of(high_)); }
  /// Space, tab, line feed and carriage return (RFC 8259 section 2).
  [[nodiscard]] Mask white_space() const {
    return equal(' ') | equal('\n') | equal('\t') | equal('\r');
  }
  [[nodiscard]] Mask past_ascii() const { return mask(low_ & kHighs, high_ & kHighs); }
  /// From one ASCII character to another, both included.
  [[nodiscard]] Mask between(char first, char last) const {
    return mask(between(low_, first, last), between(high_, first, last));
  }

 private:
  static constexpr std::uint64_t kOnes = 0x0101010101010101;
  static constexpr std::uint64_t kHighs = 0x8080808080808080;

  constexpr PlainBytes16(std::uint64_t low, std::uint64_t high) : low_(low), high_(high) {}

  static constexpr std::uint64_t byte(char c) { return static_cast<unsigned char>(c); }
  /// The first byte of the text in the lowest bits.
  static std::uint64_t load_word(const char* p) {
    std::uint64_t word = 0;
    if constexpr (std::endian::native == std::endian::little) {
      std::memcpy(&word, p, sizeof word);
    } else {
      for (std::size_t i = 0; i < sizeof word; ++i) word |= byte(p[i]) << (8 * i);
    }
    return word;
  }
  static void store_word(std::uint64_t word, char* p) {
    if constexpr (std::endian::native == std::endian::little) {
      std::memcpy(p, &word, sizeof word);
    } else {
      for (std::size_t i = 0; i < sizeof word; ++i) p[i] = static_cast<char>(word >> (8 * i));
    }
  }
  /// The high bit of each byte that is zero, and of no other.
  static constexpr std::uint64_t zeros(std::uint64_t word) {
    return ~(((word & ~kHighs) + ~kHighs) | word) & kHighs;
  }
  static constexpr std::uint64_t special_of(std::uint64_t word) {
    const std::uint64_t controls = ~((word & ~kHighs) + kOnes * (0x80 - 0x20)) & kHighs;
    return zeros(word ^ (kOnes * '"')) | zeros(word ^ (kOnes * '\\')) | controls | (word & kHighs);
  }
  /// Without the high bits, no byte carries into the next: it is set again by what is not below
  /// `first`, and by what is above `last`.
  static constexpr std::uint64_t between(std::uint64_t word, char first, char last) {
    const std::uint64_t low_bits = word & ~kHighs;
    const std::uint64_t not_below = low_bits + kOnes * (0x80 - byte(first));
    const std::uint64_t above = low_bits + kOnes * (0x7F - byte(last));
    return not_below & ~above & ~word & kHighs;
  }
  /// Gathers the high bits.
  static constexpr Mask mask(std::uint64_t low, std::uint64_t high) {
    constexpr std::uint64_t kGather = 0x0002040810204081;
    return Mask(static_cast<std::uint16_t>((low * kGather) >> 56 | (high * kGather) >> 56 << 8));
  }

  std::uint64_t low_;
  std::uint64_t high_;
};

#if defined(__SSE2__)

class Bytes16 {
 public:
  using Mask = ByteMask<std::uint16_t, 1>;

  [[nodiscard]] static Bytes16 load(const char* p) {
    return Bytes16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p)));
  }
  void store(char* p) const { _mm_storeu_si128(reinterpret_cast<__m128i*>(p), bytes_); }

  [[nodiscard]] Mask equal(char c) const { return mask(equal_to(c)); }
  [[nodiscard]] Mask equal(Bytes16 other) const {
    return mask(_mm_cmpeq_epi8(bytes_, other.bytes_));
  }
  [[nodiscard]] Mask special() const {
    // As signed bytes, those past ASCII are below zero, and so below the controls' end.
    const __m128i outside = _mm_cmplt_epi8(bytes_, _mm_set1_epi8(0x20));
    return mask(_mm_or_si128(outside, _mm_or_si128(equal_to('"'), equal_to('\\'))));
  }
  [[nodiscard]] Mask white_space() const {
    return mask(_mm_or_si128(_mm_or_si128(equal_to(' '), equal_to('\n')),
                             _mm_or_si128(equal_to('\t'), equal_to('\r'))));
  }
  [[nodiscard]] Mask past_ascii() const { return mask(bytes_); }
  [[nodiscard]] Mask between(char first, char last) const {
    const __m128i offset = _mm_sub_epi8(bytes_, _mm_set1_epi8(first));
    const __m128i width = _mm_set1_epi8(static_cast<char>(last - first));
    return mask(_mm_cmpeq_epi8(_mm_min_epu8(offset, width), offset));
  }

 private:
  explicit Bytes16(__m128i bytes) : bytes_(bytes) {}
  [[nodiscard]] __m128i equal_to(char c) const { return _mm_cmpeq_epi8(bytes_, _mm_set1_epi8(c)); }
  /// Of the high bits.
  static Mask mask(__m128i bytes) {
    return Mask(static_cast<std::uint16_t>(_mm_movemask_epi8(bytes)));
  }

  __m128i bytes_;
};

#elif defined(__ARM_NEON) && defined(__aarch64__)

class Bytes16 {
 public:
  using Mask = ByteMask<std::uint64_t, 4>;

  [[nodiscard]] static Bytes16 load(const char* p) {
    return Bytes16(vld1q_u8(reinterpret_cast<const std::uint8_t*>(p)));
  }
  void store(char* p) const { vst1q_u8(reinterpret_cast<std::uint8_t*>(p), bytes_); }

  [[nodiscard]] Mask equal(char c) const { return mask(equal_to(c)); }
  [[nodiscard]] Mask equal(Bytes16 other) const { return mask(vceqq_u8(bytes_, other.bytes_)); }
  [[nodiscard]] Mask special() const {
    const uint8x16_t outside =
        vcltq_s8(vreinterpretq_s8_u8(bytes_), vdupq_n_s8(0x20));  // those past ASCII are negative
    return mask(vorrq_u8(outside, vorrq_u8(equal_to('"'), equal_to('\\'))));
  }
  [[nodiscard]] Mask white_space() const {
    return mask(vorrq_u8(vorrq_u8(equal_to(' '), equal_to('\n')),
                         vorrq_u8(equal_to('\t'), equal_to('\r'))));
  }
  [[nodiscard]] Mask past_ascii() const { return mask(vcltzq_s8(vreinterpretq_s8_u8(bytes_))); }
  [[nodiscard]] Mask between(char first, char last) const {
    const uint8x16_t offset = vsubq_u8(bytes_, vdupq_n_u8(static_cast<std::uint8_t>(first)));
    return mask(vcleq_u8(offset, vdupq_n_u8(static_cast<std::uint8_t>(last - first))));
  }

 private:
  explicit Bytes16(uint8x16_t bytes) : bytes_(bytes) {}
  [[nodiscard]] uint8x16_t equal_to(char c) const {
    return vceqq_u8(bytes_, vdupq_n_u8(static_cast<std::uint8_t>(c)));
  }
  /// NEON has no movemask: the middle bits of each pair of bytes, four for each byte.
  static Mask mask(uint8x16_t bytes) {
    const uint8x8_t halves = vshrn_n_u16(vreinterpretq_u16_u8(bytes), 4);
    return Mask(vget_lane_u64(vreinterpret_u64_u8(halves), 0));
  }

  uint8x16_t bytes_;
};

#else

using Bytes16 = PlainBytes16;

#endif

}  // namespace eventc
