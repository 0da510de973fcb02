// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace eventc::compiler {

/// One character of a text. A byte that begins no well-formed UTF-8 sequence (RFC 3629, section 4)
/// is a character by itself: not valid, one byte long, its code the byte.
struct Character {
  char32_t code = 0;
  std::size_t length = 1;
  bool valid = false;

  bool operator==(const Character&) const = default;
};

/// The character that begins at `offset`, which must be less than the text's size.
[[nodiscard]] Character character_at(std::string_view text, std::size_t offset);

/// The text as it may go to a terminal or a log: one line that shows what is there. Control
/// characters, line separators, marks that turn the reading direction and others without a shape
/// become "\n", "\r", "\t" or
/// "\u{1B}", and bytes that are not UTF-8 become "\xFF".
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace eventc::compiler
