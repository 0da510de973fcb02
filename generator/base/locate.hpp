// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/location.hpp"

namespace eventc::compiler {

/// A half-open range of bytes.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const Span&) const = default;
};

/// Where in `text`, which is JSON, the value (or the key) stands that a pointer names. Reads the
/// text anew each time: it is called when something is printed, never while compiling. Of members
/// of one name it finds the first. Nothing when there is no such place; the whole document and the
/// items of an array have no key.
[[nodiscard]] std::optional<Span> locate(std::string_view text, std::string_view pointer,
                                         Location::Part part);

/// What begins at a byte, for a mark under it: a whole string, a whole word or number, or one
/// character. Empty, at the text's end, for a byte behind it.
[[nodiscard]] Span token_at(std::string_view text, std::size_t offset);

struct LineColumn {
  std::size_t line = 1;
  /// In characters (code points; an invalid byte counts as one), from 1.
  std::size_t column = 1;

  bool operator==(const LineColumn&) const = default;
};

[[nodiscard]] LineColumn line_column(std::string_view text, std::size_t offset);
/// The line that holds a byte, without its line feed.
[[nodiscard]] std::string_view line_at(std::string_view text, std::size_t offset);

}  // namespace eventc::compiler
