// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace eventc::compiler {

/// Why the reading of a text as JSON may have ended at this byte: what another notation has there
/// (JavaScript, YAML, markup) or what a tool left. One sentence without a full stop; empty where
/// nothing is known.
[[nodiscard]] std::string_view json_hint(std::string_view text, std::size_t at);

/// Whether a text is in UTF-16 rather than UTF-8: it has that encoding's byte order mark, or is of
/// even size with one of its first two bytes zero (a JSON text begins with an ASCII character).
[[nodiscard]] bool is_utf16(std::string_view text);

}  // namespace eventc::compiler
