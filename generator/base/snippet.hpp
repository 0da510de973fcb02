// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/locate.hpp"

namespace eventc::compiler {

/// A line of a source and the marks under it: a caret at a span's first character, tildes to its
/// end or to the line's. Both are printable (see base/text.hpp) and have no line feed.
struct Snippet {
  std::string line;
  std::string marks;

  bool operator==(const Snippet&) const = default;
};

/// The line comes without its indentation, each tab in it as one space, so that the marks line up;
/// of a line of more than 160 characters it is 160 around the caret, "…" standing where something
/// is left out. Nothing for a blank line. Columns are characters: a terminal that draws some of
/// them wide shifts the marks.
[[nodiscard]] std::optional<Snippet> snippet(std::string_view text, Span span);

}  // namespace eventc::compiler
