// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

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

/// The same for many places in one text, of which it keeps no copy: each object and array on the
/// way to them is read once, and so is each line.
class Locator {
 public:
  explicit Locator(std::string_view text) : text_(text) {}

  [[nodiscard]] std::optional<Span> locate(std::string_view pointer, Location::Part part);
  [[nodiscard]] LineColumn line_column(std::size_t offset);

 private:
  struct Child {
    std::optional<Span> key = {};
    Span value = {};
  };
  using Children = std::unordered_map<std::string, Child>;
  struct Mark {
    std::size_t offset = 0;
    LineColumn at = {};
  };

  const Children& children_at(std::size_t offset);

  std::string_view text_;
  // By the offset of the object or array.
  std::unordered_map<std::size_t, Children> children_;
  // Where line and column are known, from the beginning of the text on.
  std::vector<Mark> marks_{{}};
};

}  // namespace eventc::compiler
