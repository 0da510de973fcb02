// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <type_traits>

#include "eventc/emitted/checks.hpp"
#include "eventc/emitted/integer_block.hpp"
#include "eventc/emitted/list_builder.hpp"
#include "eventc/emitted/reader.hpp"
#include "eventc/emitted/short_integer.hpp"

namespace eventc {

template <const schema::Schema* S, class List>
[[nodiscard]] const char* read_close_integers(const Reader& in, const char* at, char separator,
                                              ListBuilder<List>& items) {
  using Integer = typename List::value_type;
  for (; at < in.window_end() && *at == separator; separator = ',') {
    const char* const before = at;
    for (IntegerBlock block(at + 1, std::is_signed_v<Integer>); block.any();) {
      const auto item = static_cast<Integer>(block.value());
      if (!items.has_room() || !allows<*S>(item)) return at;
      items.append(item);
      block.pass();
      at = block.begin() - 1;
    }
    if (at == before) return at;
  }
  return at;
}

/// Each of them behind white space.
template <const schema::Schema* S, class List>
[[nodiscard]] const char* read_spaced_integers(Reader& in, const char* at, char separator,
                                               ListBuilder<List>& items) {
  for (; at < in.window_end() && *at == separator; separator = ',') {
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

/// Reads the integers behind the separator at `at`, a comma or the bracket, as long as they have
/// few digits, are allowed, and stand there as the first of them: most arrays of them are no more
/// than that. What ends it is read as ever.
template <const schema::Schema* S, class List>
[[nodiscard]] const char* read_run_of_integers(Reader& in, const char* at, char separator,
                                               ListBuilder<List>& items) {
  const bool are_spaced = at < in.window_end() && static_cast<unsigned char>(at[1]) <= ' ';
  return are_spaced ? read_spaced_integers<S>(in, at, separator, items)
                    : read_close_integers<S>(in, at, separator, items);
}

}  // namespace eventc
