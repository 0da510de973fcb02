// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "scanner.hpp"

/// Parts of patterns that terms, classes and names of groups share: ECMA-262, section 22.2.1, with
/// the flag `u`. The pattern is well-formed UTF-8. Each function reads one part from the front of
/// what is left; where there is none, or it breaks a rule, it has no value.
namespace eventc::format {

/// What a character, an escape or a member of a class stands for.
struct Atom {
  bool is_set = false;     ///< \d, \w, \p{…} and the like: many characters
  char32_t character = 0;  ///< a code point, or a surrogate that an escape names alone
};

/// A code point of the text.
[[nodiscard]] char32_t take_code_point(Scanner& in);

/// "RegExpUnicodeEscapeSequence", behind its "u".
[[nodiscard]] std::optional<char32_t> take_unicode_escape(Scanner& in);

/// "CharacterClassEscape" or "CharacterEscape", behind the backslash.
[[nodiscard]] std::optional<Atom> take_escape(Scanner& in);

/// "CharacterClass", behind its "[". True where it is whole and its ranges are in order.
[[nodiscard]] bool take_class(Scanner& in);

}  // namespace eventc::format
