// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eventc/emitted/reader.hpp"
#include "eventc/list_view.hpp"
#include "eventc/map.hpp"

/// Entries of maps as services mostly write them: a name of plain characters, and a string or a
/// list of one. The fields of an HTTP request are no more than that.
namespace eventc {

template <class T>
using PlainEntry = std::pair<std::string_view, T>;

/// Reads those behind the separator at `at`, a comma or the brace, one after the other to `out`, as
/// long as there is room for them and they stand there as these. Gives where the last ends: what
/// follows is read as ever.
[[nodiscard]] const char* read_plain_entries(Reader& in, const char* at, char separator,
                                             PlainEntry<std::string_view>*& out,
                                             const PlainEntry<std::string_view>* end);
/// The lists are kept in the reader's arena.
[[nodiscard]] const char* read_plain_entries(Reader& in, const char* at, char separator,
                                             PlainEntry<ListView<std::string_view>>*& out,
                                             const PlainEntry<ListView<std::string_view>>* end);

/// The same to the end of an owned map, as many as there are. For maps of strings and of lists of
/// strings, in either order.
template <class T, class Order>
[[nodiscard]] const char* read_plain_entries(Reader& in, const char* at, char separator,
                                             Map<T, Order>& out);

}  // namespace eventc
