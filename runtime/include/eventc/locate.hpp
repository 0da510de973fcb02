// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace eventc {

struct LineColumn {
  std::size_t line = 1;
  /// In characters (code points; a byte that is not UTF-8 counts as one), from 1.
  std::size_t column = 1;

  bool operator==(const LineColumn&) const = default;
};

[[nodiscard]] LineColumn line_column(std::string_view text, std::size_t offset);

/// The JSON Pointer (RFC 6901) of the value that stands at a byte of a text, or that was about to.
/// The text needs to be JSON only up to there. For messages: it reads the text from its begin.
[[nodiscard]] std::string pointer_at(std::string_view text, std::size_t offset);

/// Appends "/" and the token, escaped as RFC 6901, section 3 asks.
void append_pointer_token(std::string_view token, std::string& pointer);

}  // namespace eventc
