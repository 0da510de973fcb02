// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "eventc/emitted/word.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>
#endif

/// Sixteen bytes of text, looked at together: with SSE2, with NEON, or with plain words. Every kind
/// of them gives the same answers; tests hold them to each other.
///     Bytes16::load(p).equal('"').first()
namespace eventc {

/// Which of sixteen bytes something holds for. kBits stand for each byte; a word may have more bits
/// than these, which are clear.
template <class Bits, unsigned kBits>
class ByteMask {
 public:
  constexpr explicit ByteMask(Bits bits) : bits_(bits) {}
  /// Of the first `count` bytes alone, up to 16.
  [[nodiscard]] static constexpr ByteMask of_first(std::size_t count) {
    return ByteMask(count == 0 ? Bits{0} : static_cast<Bits>(kAll >> (16 - count) * kBits));
  }

  [[nodiscard]] constexpr bool any() const { return bits_ != 0; }
  /// The first byte that it holds for; there is one.
  [[nodiscard]] constexpr std::size_t first() const {
    if (bits_ == 0) __builtin_unreachable();
    return static_cast<std::size_t>(std::countr_zero(bits_)) / kBits;
  }
  /// Whether the first byte that it holds for, if there is one, is one of those.
  [[nodiscard]] constexpr bool begins_with_one_of(ByteMask those) const {
    return (bits_ & (~bits_ + 1) & those.bits_) != 0;
  }
  /// Of all others than the first; there is one.
  [[nodiscard]] constexpr ByteMask without_first() const {
    if constexpr (kBits == 1) return ByteMask(bits_ & (bits_ - 1));
    constexpr Bits kOne = (Bits{1} << kBits) - 1;
    return ByteMask(bits_ & ~(kOne << (first() * kBits)));
  }
  [[nodiscard]] constexpr std::size_t count() const {
    return static_cast<std::size_t>(std::popcount(bits_)) / kBits;
  }
  /// Whether it holds for each of these bytes.
  [[nodiscard]] constexpr bool contains(ByteMask others) const {
    return (~bits_ & others.bits_) == 0;
  }
  /// Of the first `count` bytes alone, fewer than 16.
  [[nodiscard]] constexpr ByteMask before(std::size_t count) const {
    return ByteMask(bits_ & ((Bits{1} << (count * kBits)) - 1));
  }
  /// Of the others than the first `count` bytes, fewer than 16.
  [[nodiscard]] constexpr ByteMask from(std::size_t count) const {
    return ByteMask(bits_ >> (count * kBits) << (count * kBits));
  }
  /// For what is behind each byte that it holds for.
  [[nodiscard]] constexpr ByteMask moved_up() const { return ByteMask(bits_ << kBits & kAll); }
  /// Without the first `count` bytes, fewer than 16; those that follow take their places.
  [[nodiscard]] constexpr ByteMask behind(std::size_t count) const {
    return ByteMask(bits_ >> (count * kBits));
  }
  [[nodiscard]] constexpr ByteMask operator|(ByteMask other) const {
    return ByteMask(bits_ | other.bits_);
  }
  [[nodiscard]] constexpr ByteMask operator&(ByteMask other) const {
    return ByteMask(bits_ & other.bits_);
  }
  [[nodiscard]] constexpr ByteMask operator~() const { return ByteMask(bits_ ^ kAll); }

 private:
  static constexpr Bits kAll = static_cast<Bits>(~Bits{0}) >> (8 * sizeof(Bits) - 16 * kBits);

  Bits bits_;
};

/// Two words of eight bytes, for every machine.
class PlainBytes16 {
 public:
  using Mask = ByteMask<std::uint32_t, 1>;
  /// Which bytes something holds for, before it is made a mask: those of many blocks are brought
  /// together, and looked at once.
  class Flags {
   public:
    constexpr Flags(std::uint64_t low, std::uint64_t high) : low_(low), high_(high) {}
    [[nodiscard]] Flags operator|(Flags other) const {
      return {low_ | other.low_, high_ | other.high_};
    }
    [[nodiscard]] Flags operator&(Flags other) const {
      return {low_ & other.low_, high_ & other.high_};
    }
    [[nodiscard]] bool any() const { return (low_ | high_) != 0; }

   private:
    std::uint64_t low_;
    std::uint64_t high_;
  };

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
  [[nodiscard]] Flags find_special() const { return {special_of(low_), special_of(high_)}; }
  /// Space, tab, line feed and carriage return (RFC 8259 section 2).
  [[nodiscard]] Mask white_space() const {
    return equal(' ') | equal('\n') | equal('\t') | equal('\r');
  }
  [[nodiscard]] Mask past_ascii() const { return mask(low_ & kHighs, high_ & kHighs); }
  /// From one ASCII character to another, both included.
  [[nodiscard]] Mask between(char first, char last) const {
    return mask(between(low_, first, last), between(high_, first, last));
  }
  /// All but those, where both are ASCII.
  [[nodiscard]] Flags find_outside(char first, char last) const {
    return {~between(low_, first, last) & kHighs, ~between(high_, first, last) & kHighs};
  }
  /// The value of each decimal digit; 0 for other bytes.
  [[nodiscard]] PlainBytes16 digits() const { return {digits(low_), digits(high_)}; }
  /// The number of up to two digits that ends with each digit; 0 for other bytes.
  [[nodiscard]] PlainBytes16 two_digits() const {
    const PlainBytes16 ones = digits();
    const std::uint64_t low_tens = ones.low_ << 8;
    const std::uint64_t high_tens = ones.high_ << 8 | ones.low_ >> 56;
    return {(ones.low_ + low_tens * 10) & all_of(between(low_, '0', '9')),
            (ones.high_ + high_tens * 10) & all_of(between(high_, '0', '9'))};
  }

 private:
  static constexpr std::uint64_t kOnes = 0x0101010101010101;
  static constexpr std::uint64_t kHighs = 0x8080808080808080;

  constexpr PlainBytes16(std::uint64_t low, std::uint64_t high) : low_(low), high_(high) {}

  static constexpr std::uint64_t byte(char c) { return static_cast<unsigned char>(c); }
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
  /// All bits of the bytes whose high bits are set.
  static constexpr std::uint64_t all_of(std::uint64_t highs) { return (highs >> 7) * 0xFF; }
  static constexpr std::uint64_t digits(std::uint64_t word) {
    return (word ^ (kOnes * '0')) & all_of(between(word, '0', '9'));
  }
  /// Gathers the high bits.
  static constexpr Mask mask(std::uint64_t low, std::uint64_t high) {
    constexpr std::uint64_t kGather = 0x0002040810204081;
    return Mask(static_cast<std::uint32_t>((low * kGather) >> 56 | (high * kGather) >> 56 << 8));
  }

  std::uint64_t low_;
  std::uint64_t high_;
};

#if defined(__SSE2__)

class Bytes16 {
 public:
  using Mask = ByteMask<std::uint32_t, 1>;
  /// In the high bits.
  class Flags {
   public:
    explicit Flags(__m128i bytes) : bytes_(bytes) {}
    [[nodiscard]] Flags operator|(Flags other) const {
      return Flags(_mm_or_si128(bytes_, other.bytes_));
    }
    [[nodiscard]] Flags operator&(Flags other) const {
      return Flags(_mm_and_si128(bytes_, other.bytes_));
    }
    [[nodiscard]] bool any() const { return mask(bytes_).any(); }

   private:
    __m128i bytes_;
  };

  [[nodiscard]] static Bytes16 load(const char* p) {
    return Bytes16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p)));
  }
  void store(char* p) const { _mm_storeu_si128(reinterpret_cast<__m128i*>(p), bytes_); }

  [[nodiscard]] Mask equal(char c) const { return mask(equal_to(c)); }
  [[nodiscard]] Mask equal(Bytes16 other) const {
    return mask(_mm_cmpeq_epi8(bytes_, other.bytes_));
  }
  [[nodiscard, gnu::always_inline]] Mask special() const { return mask(special_bytes()); }
  [[nodiscard, gnu::always_inline]] Flags find_special() const { return Flags(special_bytes()); }
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
  [[nodiscard]] Flags find_outside(char first, char last) const {
    const __m128i offset = _mm_sub_epi8(bytes_, _mm_set1_epi8(first));
    const __m128i beyond = _mm_set1_epi8(static_cast<char>(last - first + 1));
    return Flags(_mm_cmpeq_epi8(_mm_max_epu8(offset, beyond), offset));
  }
  [[nodiscard]] Bytes16 digits() const { return Bytes16(_mm_and_si128(offsets(), are_digits())); }
  [[nodiscard]] Bytes16 two_digits() const {
    const __m128i ones = digits().bytes_;
    const __m128i tens = _mm_slli_si128(ones, 1);
    const __m128i twice = _mm_add_epi8(tens, tens);
    const __m128i four_times = _mm_add_epi8(twice, twice);
    const __m128i ten_times = _mm_add_epi8(_mm_add_epi8(four_times, four_times), twice);
    return Bytes16(_mm_and_si128(_mm_add_epi8(ones, ten_times), are_digits()));
  }

 private:
  explicit Bytes16(__m128i bytes) : bytes_(bytes) {}
  [[nodiscard]] __m128i equal_to(char c) const { return _mm_cmpeq_epi8(bytes_, _mm_set1_epi8(c)); }
  /// From the digit 0.
  [[nodiscard]] __m128i offsets() const { return _mm_sub_epi8(bytes_, _mm_set1_epi8('0')); }
  [[nodiscard]] __m128i are_digits() const {
    return _mm_cmpeq_epi8(_mm_min_epu8(offsets(), _mm_set1_epi8(9)), offsets());
  }
  /// In their high bits. As signed bytes, those past ASCII are below zero: less a space, these and
  /// the controls are.
  [[nodiscard]] __m128i special_bytes() const {
    const __m128i below_space = _mm_subs_epi8(bytes_, _mm_set1_epi8(' '));
    return _mm_or_si128(below_space, _mm_or_si128(equal_to('"'), equal_to('\\')));
  }
  /// Of the high bits.
  static Mask mask(__m128i bytes) {
    return Mask(static_cast<std::uint32_t>(_mm_movemask_epi8(bytes)));
  }

  __m128i bytes_;
};

#elif defined(__ARM_NEON) && defined(__aarch64__)

class Bytes16 {
 public:
  using Mask = ByteMask<std::uint64_t, 4>;
  /// In all bits.
  class Flags {
   public:
    explicit Flags(uint8x16_t bytes) : bytes_(bytes) {}
    [[nodiscard]] Flags operator|(Flags other) const {
      return Flags(vorrq_u8(bytes_, other.bytes_));
    }
    [[nodiscard]] Flags operator&(Flags other) const {
      return Flags(vandq_u8(bytes_, other.bytes_));
    }
    [[nodiscard]] bool any() const { return vmaxvq_u8(bytes_) != 0; }

   private:
    uint8x16_t bytes_;
  };

  [[nodiscard]] static Bytes16 load(const char* p) {
    return Bytes16(vld1q_u8(reinterpret_cast<const std::uint8_t*>(p)));
  }
  void store(char* p) const { vst1q_u8(reinterpret_cast<std::uint8_t*>(p), bytes_); }

  [[nodiscard]] Mask equal(char c) const { return mask(equal_to(c)); }
  [[nodiscard]] Mask equal(Bytes16 other) const { return mask(vceqq_u8(bytes_, other.bytes_)); }
  [[nodiscard, gnu::always_inline]] Mask special() const { return mask(special_bytes()); }
  [[nodiscard, gnu::always_inline]] Flags find_special() const { return Flags(special_bytes()); }
  [[nodiscard]] Mask white_space() const {
    return mask(vorrq_u8(vorrq_u8(equal_to(' '), equal_to('\n')),
                         vorrq_u8(equal_to('\t'), equal_to('\r'))));
  }
  [[nodiscard]] Mask past_ascii() const { return mask(vcltzq_s8(vreinterpretq_s8_u8(bytes_))); }
  [[nodiscard]] Mask between(char first, char last) const {
    const uint8x16_t offset = vsubq_u8(bytes_, vdupq_n_u8(static_cast<std::uint8_t>(first)));
    return mask(vcleq_u8(offset, vdupq_n_u8(static_cast<std::uint8_t>(last - first))));
  }
  [[nodiscard]] Flags find_outside(char first, char last) const {
    const uint8x16_t offset = vsubq_u8(bytes_, vdupq_n_u8(static_cast<std::uint8_t>(first)));
    return Flags(vcgtq_u8(offset, vdupq_n_u8(static_cast<std::uint8_t>(last - first))));
  }
  [[nodiscard]] Bytes16 digits() const { return Bytes16(vandq_u8(offsets(), are_digits())); }
  [[nodiscard]] Bytes16 two_digits() const {
    const uint8x16_t ones = digits().bytes_;
    const uint8x16_t tens = vextq_u8(vdupq_n_u8(0), ones, 15);
    return Bytes16(vandq_u8(vmlaq_u8(ones, tens, vdupq_n_u8(10)), are_digits()));
  }

 private:
  explicit Bytes16(uint8x16_t bytes) : bytes_(bytes) {}
  /// From the digit 0.
  [[nodiscard]] uint8x16_t offsets() const { return vsubq_u8(bytes_, vdupq_n_u8('0')); }
  [[nodiscard]] uint8x16_t are_digits() const { return vcleq_u8(offsets(), vdupq_n_u8(9)); }
  [[nodiscard]] uint8x16_t equal_to(char c) const {
    return vceqq_u8(bytes_, vdupq_n_u8(static_cast<std::uint8_t>(c)));
  }
  [[nodiscard]] uint8x16_t special_bytes() const {
    const uint8x16_t outside =
        vcltq_s8(vreinterpretq_s8_u8(bytes_), vdupq_n_s8(0x20));  // those past ASCII are negative
    return vorrq_u8(outside, vorrq_u8(equal_to('"'), equal_to('\\')));
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
