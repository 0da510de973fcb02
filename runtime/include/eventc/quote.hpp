// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace eventc {

/// Bytes of a payload made fit for an error message: well-formed UTF-8 on one line that no terminal
/// acts upon and that can stand between double quotes (which are not added). At most `limit` bytes
/// of the payload are shown, escapes not counted; what is longer is cut in front of a code point
/// and "…" follows.
///
/// Escaped are: `"` and `\` by a backslash; a control character of ASCII, DEL and a byte that is
/// not part of well-formed UTF-8 as \xNN; as \u{NNNN} the C1 controls (U+0080-009F), what a reader
/// does not see or what reorders or breaks the line (U+061C, U+200B-200F, U+2028-202E, U+2060-2069,
/// U+FEFF).
[[nodiscard]] std::string quote_excerpt(std::string_view bytes, std::size_t limit = 40);
/// The same behind what `out` has.
void append_excerpt(std::string_view bytes, std::string& out, std::size_t limit = 40);

/// A location or a file's name on one line, fit for a terminal: as above, but whole, and quotes and
/// backslashes stand for themselves.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace eventc
