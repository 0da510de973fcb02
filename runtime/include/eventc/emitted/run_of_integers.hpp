// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "eventc/emitted/bytes16.hpp"
#include "eventc/emitted/checks.hpp"
#include "eventc/emitted/digits.hpp"
#include "eventc/emitted/list_builder.hpp"
#include "eventc/emitted/short_integer.hpp"

namespace eventc {

/// All commas of sixteen bytes are found at once: no integer waits for the end of the one before.
template <const schema::Schema* S, class List>
[[nodiscard]] const char* read_close_integers(const Reader& in, const char* at,
                                              ListBuilder<List>& items) {
  using Integer = typename List::value_type;
  while (at < in.window_end() && *at == ',') {
    const char* const block = at + 1;
    const Bytes16 bytes = Bytes16::load(block);
    auto ends = bytes.equal(',') | bytes.equal(']');
    if (!ends.any()) return at;
    for (; ends.any(); ends = ends.without_first()) {
      const char* const end = block + ends.first();
      const bool is_negative = std::is_signed_v<Integer> && at[1] == '-';
      const char* const digits = at + 1 + is_negative;
      const FewDigits few(digits, static_cast<std::size_t>(end - digits));
      if (!few.are_number() || !items.has_room()) return at;
      const auto value = static_cast<Integer>(few.value());
      const Integer item = is_negative ? Integer{0} - value : value;
      if (!allows<*S>(item)) return at;
      items.append(item);
      at = end;
      if (*end == ']') return at;
    }
  }
  return at;
}

/// Each of them behind white space.
template <const schema::Schema* S, class List>
[[nodiscard]] const char* read_spaced_integers(Reader& in, const char* at,
                                               ListBuilder<List>& items) {
  while (at < in.window_end() && *at == ',') {
    const char* const begin = in.behind_indentation(at + 1);
    if (begin == nullptr || !items.has_room()) return at;
    typename List::value_type item = 0;
    const char* const end = read_short_integer(begin, in.end(), item);
    if (end == nullptr || !allows<*S>(item)) return at;
    items.append(item);
    at = end;
  }
  return at;
}

/// Reads the integers that follow an item, as long as they have few digits, are allowed, and stand
/// there as the first of them: most arrays of them are no more than that. What ends it is read as
/// ever.
template <const schema::Schema* S, class List>
[[nodiscard]] const char* read_run_of_integers(Reader& in, const char* at,
                                               ListBuilder<List>& items) {
  const bool are_spaced = at < in.window_end() && static_cast<unsigned char>(at[1]) <= ' ';
  return are_spaced ? read_spaced_integers<S>(in, at, items)
                    : read_close_integers<S>(in, at, items);
}

}  // namespace eventc
