// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <type_traits>
#include <utility>

/// What a compiled `pattern` calls. Texts are UTF-8 that was checked before (RFC 3629), and every
/// character is a code point, as ECMA-262 has it with the `u` flag. A text that is not UTF-8 gets
/// some verdict, never a read out of bounds.

namespace eventc {

namespace detail {

/// One character, and how many bytes it took: at least one.
struct DecodedCharacter {
  char32_t code_point;
  std::size_t size;
};

constexpr bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The first character of a text that is not empty. A byte that begins no whole sequence is U+FFFD.
[[nodiscard]] constexpr DecodedCharacter decode_first(std::string_view text) {
  constexpr DecodedCharacter kBroken{U'\uFFFD', 1};
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xC2 || lead > 0xF4) return kBroken;
  const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() < size) return kBroken;
  char32_t code_point = lead & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i != size; ++i) {
    if (!is_continuation(text[i])) return kBroken;
    code_point = code_point << 6 | (static_cast<unsigned char>(text[i]) & 0x3FU);
  }
  return {code_point, size};
}

/// Not constexpr: a constant CharSet whose range ends before it begins stops the compiler here.
inline void range_out_of_order() {}

}  // namespace detail

/// A set of characters. A spec lists them: "0-9a-z_" are two ranges and one character. A "-" is a
/// range's only between two characters; at the begin of a range, at its end, and as the last of the
/// spec it stands for itself. Nothing else is special.
///
/// ASCII is a bitmap of 128 bits; a character beyond it is looked up in the spec itself, which must
/// outlive the set.
class CharSet {
 public:
  /// The characters that a literal lists; it may hold NUL. Worked out by the compiler.
  template <std::size_t Size>
  consteval explicit CharSet(const char (&spec)[Size])
      : CharSet(std::string_view(spec, Size - 1), false) {}

  /// Every character that the literal does not list.
  template <std::size_t Size>
  [[nodiscard]] static consteval CharSet except(const char (&spec)[Size]) {
    return CharSet(std::string_view(spec, Size - 1), true);
  }

  /// The same for a spec that is known only when the program runs; a range that ends before it
  /// begins lists nothing.
  [[nodiscard]] static constexpr CharSet of(std::string_view spec) { return CharSet(spec, false); }

  [[nodiscard]] constexpr bool contains(char32_t code_point) const {
    if (code_point < 0x80) return contains_ascii(static_cast<unsigned char>(code_point));
    return negated_ != lists_wide(code_point);
  }

  /// Whether the ASCII characters of the set are one range, or few of them.
  [[nodiscard]] constexpr bool has_ranges() const { return range_count_ != 0; }
  /// How many of a text's first bytes are ASCII characters of a set that has ranges.
  [[nodiscard]] std::size_t ascii_run(std::string_view text) const;

  /// For a byte below 0x80.
  [[nodiscard]] constexpr bool contains_ascii(unsigned char byte) const {
    return (ascii_[byte >> 6U] >> (byte & 63U) & 1U) != 0;
  }

 private:
  friend class Matcher;

  /// Whether the set is one ASCII range, and a text that is neither short nor long has no others.
  [[nodiscard]] bool is_range_of_all(std::string_view text) const;

  struct Range {
    char32_t first;
    char32_t last;
  };
  struct AsciiRange {
    char first = 0;
    char last = 0;
  };

  constexpr CharSet(std::string_view spec, bool negated) : negated_(negated) {
    for (std::string_view rest = spec; !rest.empty();) {
      const Range range = take_range(rest);
      if (range.last < range.first) detail::range_out_of_order();
      if (range.last >= 0x80) wide_ = spec;
      for (char32_t c = range.first; c <= range.last && c < 0x80; ++c) {
        ascii_[c >> 6U] |= std::uint64_t{1} << (c & 63U);
      }
    }
    if (negated) ascii_ = {~ascii_[0], ~ascii_[1]};
    list_ranges();
  }

  /// None, where they are too many to be compared with one by one.
  constexpr void list_ranges() {
    bool is_inside = false;
    for (unsigned char c = 0; c < 0x80; ++c) {
      const bool was_inside = std::exchange(is_inside, contains_ascii(c));
      if (!is_inside) continue;
      if (!was_inside) {
        if (range_count_ == ranges_.size()) {
          range_count_ = 0;
          return;
        }
        ranges_[range_count_++].first = static_cast<char>(c);
      }
      ranges_[range_count_ - 1].last = static_cast<char>(c);
    }
  }

  static constexpr char32_t take_character(std::string_view& spec) {
    const detail::DecodedCharacter character = detail::decode_first(spec);
    spec.remove_prefix(character.size);
    return character.code_point;
  }

  static constexpr Range take_range(std::string_view& spec) {
    const char32_t first = take_character(spec);
    if (spec.size() < 2 || spec[0] != '-') return {first, first};
    spec.remove_prefix(1);
    return {first, take_character(spec)};
  }

  constexpr bool lists_wide(char32_t code_point) const {
    for (std::string_view rest = wide_; !rest.empty();) {
      const Range range = take_range(rest);
      if (range.first <= code_point && code_point <= range.last) return true;
    }
    return false;
  }

  std::array<std::uint64_t, 2> ascii_{};
  std::array<AsciiRange, 4> ranges_{};  // the bitmap's, where they are few
  std::size_t range_count_ = 0;
  std::string_view wide_;  // the spec, where it lists a character beyond ASCII
  bool negated_;
};

/// ECMA-262, 22.2.2.7: what `.` takes without the `s` flag: all but LineTerminator (12.3).
inline constexpr CharSet kNotLineBreak = CharSet::except("\n\r\xE2\x80\xA8-\xE2\x80\xA9");
/// ECMA-262, 22.2.2.9: what `\s` takes: WhiteSpace (12.2, with Unicode's Zs) and LineTerminator
/// (12.3).
inline constexpr CharSet kSpace(
    "\t-\r \xC2\xA0\xE1\x9A\x80\xE2\x80\x80-\xE2\x80\x8A\xE2\x80\xA8-\xE2\x80\xA9\xE2\x80\xAF"
    "\xE2\x81\x9F\xE3\x80\x80\xEF\xBB\xBF");
/// `\S`.
inline constexpr CharSet kNotSpace = CharSet::except(
    "\t-\r \xC2\xA0\xE1\x9A\x80\xE2\x80\x80-\xE2\x80\x8A\xE2\x80\xA8-\xE2\x80\xA9\xE2\x80\xAF"
    "\xE2\x81\x9F\xE3\x80\x80\xEF\xBB\xBF");
/// `[^]`.
inline constexpr CharSet kAnyCharacter = CharSet::except("");

/// Goes through a text from its begin, one step of a pattern after the other. It never goes back: a
/// step takes as much as it can, and the compiler emits only patterns of which that is an exact
/// reading.
class Matcher {
 public:
  /// Borrows the text.
  constexpr explicit Matcher(std::string_view text) : rest_(text) {}

  /// Takes this text, or nothing.
  [[nodiscard]] constexpr bool literal(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  /// Takes the first of these that fits, or nothing: a text must come before those that it begins
  /// with.
  [[nodiscard]] constexpr bool any_of(std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts) {
      if (literal(text)) return true;
    }
    return false;
  }

  /// Takes one character of the set, or nothing.
  [[nodiscard]] constexpr bool one(const CharSet& set) {
    if (rest_.empty()) return false;
    const auto byte = static_cast<unsigned char>(rest_[0]);
    if (byte < 0x80) {
      if (!set.contains_ascii(byte)) return false;
      rest_.remove_prefix(1);
      return true;
    }
    const detail::DecodedCharacter character = detail::decode_first(rest_);
    if (!set.contains(character.code_point)) return false;
    rest_.remove_prefix(character.size);
    return true;
  }

  /// Takes exactly `count` characters of the set.
  [[nodiscard]] constexpr bool repeat(const CharSet& set, std::size_t count) {
    return repeat(set, count, count);
  }

  /// Takes as many characters of the set as there are, up to `max`; false where these are fewer
  /// than `min`.
  [[nodiscard]] constexpr bool repeat(const CharSet& set, std::size_t min, std::size_t max) {
    if (!std::is_constant_evaluated()) return repeat_many(set, min, max);
    std::size_t count = 0;
    while (count != max && one(set)) ++count;
    return count >= min;
  }

  [[nodiscard]] constexpr bool at_least(std::size_t min, const CharSet& set) {
    return repeat(set, min, kUnbounded);
  }

  /// Takes all but the last `tail` characters of the text: all of them of the set, and `min` to
  /// `max` in number.
  [[nodiscard]] constexpr bool all_but_last(std::size_t tail, const CharSet& set, std::size_t min,
                                            std::size_t max = kUnbounded) {
    std::size_t size = rest_.size();
    for (std::size_t i = 0; i != tail; ++i) {
      if (size == 0) return false;
      --size;
      while (size != 0 && detail::is_continuation(rest_[size])) --size;
    }
    Matcher head(rest_.substr(0, size));
    if (!head.repeat(set, min, max) || !head.end()) return false;
    rest_.remove_prefix(size);
    return true;
  }

  /// ECMA-262's `$` without the `m` flag: nothing is left, not even a line break.
  [[nodiscard]] constexpr bool end() const { return rest_.empty(); }

 private:
  static constexpr std::size_t kUnbounded = static_cast<std::size_t>(-1);

  /// As repeat(), where the program runs.
  [[nodiscard]] bool repeat_many(const CharSet& set, std::size_t min, std::size_t max);
  [[nodiscard]] bool repeat_as_far(const CharSet& set, std::size_t min, std::size_t max);

  std::string_view rest_;
};

/// Whether `steps` (bool(Matcher&)) hold at the begin of the text.
template <typename Steps>
[[nodiscard]] constexpr bool starts(std::string_view text, Steps steps) {
  Matcher match(text);
  return steps(match);
}

/// Whether `steps` (bool(Matcher&)) hold from any character of the text, or from its end.
template <typename Steps>
[[nodiscard]] constexpr bool search(std::string_view text, Steps steps) {
  while (!starts(text, steps)) {
    if (text.empty()) return false;
    text.remove_prefix(detail::decode_first(text).size);
  }
  return true;
}

}  // namespace eventc
