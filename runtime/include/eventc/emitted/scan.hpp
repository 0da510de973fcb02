// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstring>

#include "eventc/emitted/bytes16.hpp"

/// Runs of bytes in a text, passed sixteen at a time. The text need not be padded: its last bytes
/// are looked at together with those before them, and no byte outside of it is.
namespace eventc {

/// A run's bytes are those that `ends` says nothing of: the first of the others in [p, end), or
/// `end`. `begin` is where the text does, at or before `p`.
template <class Block = Bytes16, class Ends>
[[nodiscard]] const char* find_end_of_run(const char* begin, const char* p, const char* end,
                                          Ends ends) {
  constexpr std::ptrdiff_t kWidth = 16;
  for (; end - p >= kWidth; p += kWidth) {
    const auto found = ends(Block::load(p));
    if (found.any()) return p + found.first();
  }
  if (p == end) return end;
  if (end - begin >= kWidth) {
    const auto found =
        ends(Block::load(end - kWidth)).behind(static_cast<std::size_t>(kWidth - (end - p)));
    return found.any() ? p + found.first() : end;
  }
  char last[kWidth] = {};
  std::memcpy(last, p, static_cast<std::size_t>(end - p));
  const auto found = ends(Block::load(last));
  const bool is_inside = found.any() && found.first() < static_cast<std::size_t>(end - p);
  return is_inside ? p + found.first() : end;
}

/// Whether some of the bytes in [p, end), which are sixteen at least, are what `find` finds.
template <class Block = Bytes16, class Find>
[[nodiscard, gnu::always_inline]] inline bool finds_within(const char* p, const char* end,
                                                           Find find) {
  const char* const last = end - 16;
  typename Block::Flags found = find(Block::load(last));
  for (; p < last; p += 16) found = found | find(Block::load(p));
  return found.any();
}

/// How many items an array of numbers has whose first is at `p`, were it JSON.
template <class Block = Bytes16>
[[nodiscard]] std::size_t count_numbers(const char* p, const char* end) {
  std::size_t commas = 0;
  for (; end - p >= 16; p += 16) {
    const Block bytes = Block::load(p);
    const auto close = bytes.equal(']');
    const auto comma = bytes.equal(',');
    if (close.any()) return commas + comma.before(close.first()).count() + 1;
    commas += comma.count();
  }
  for (; p != end && *p != ']'; ++p) commas += *p == ',' ? 1 : 0;
  return commas + 1;
}

/// The first byte that is no plain character of a string: a quote, a backslash, a control, or one
/// past ASCII.
template <class Block = Bytes16>
[[nodiscard]] const char* find_special(const char* begin, const char* p, const char* end) {
  return find_end_of_run<Block>(begin, p, end, [](Block bytes) { return bytes.special(); });
}

/// Whether there is one in [p, end), which are sixteen bytes at least.
template <class Block = Bytes16>
[[nodiscard, gnu::always_inline]] inline bool has_special(const char* p, const char* end) {
  return finds_within<Block>(p, end, [](Block bytes) { return bytes.find_special(); });
}

/// As find_special(), for strings that are likely long: four blocks at a time.
template <class Block = Bytes16>
[[nodiscard]] const char* find_special_far(const char* begin, const char* p, const char* end) {
  const auto is_special_among = [](const char* from) {
    const auto find = [from](std::size_t at) { return Block::load(from + at).find_special(); };
    return (find(0) | find(16) | find(32) | find(48)).any();
  };
  while (end - p >= 64 && !is_special_among(p)) p += 64;
  return find_special<Block>(begin, p, end);
}

/// The first byte that is not white space.
template <class Block = Bytes16>
[[nodiscard]] const char* skip_white_space(const char* begin, const char* p, const char* end) {
  return find_end_of_run<Block>(begin, p, end, [](Block bytes) { return ~bytes.white_space(); });
}

/// The first byte of a character past ASCII.
template <class Block = Bytes16>
[[nodiscard]] const char* find_past_ascii(const char* begin, const char* p, const char* end) {
  return find_end_of_run<Block>(begin, p, end, [](Block bytes) { return bytes.past_ascii(); });
}

}  // namespace eventc
