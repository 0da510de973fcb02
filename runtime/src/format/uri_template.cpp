// SPDX-License-Identifier: Apache-2.0
#include <cstddef>

#include "characters.hpp"
#include "eventc/format.hpp"
#include "scanner.hpp"

namespace eventc::format {
namespace {

/// Section 2.1: a URI's characters, and what will be percent-encoded when they are copied to one.
constexpr CharacterSets kLiteral = kUnreserved | kSubDelimiter | kColon | kAt | kSlashOrQuestion |
                                   kTemplateOnly | kUcschar | kDirection | kIprivate;

/// Section 2.2: of levels 2 and 3, and those reserved for extensions.
constexpr std::string_view kOperators = "+#./;?&=,!@|";

/// "varchar": moves `text` behind one.
bool take_name_character(std::string_view& text) {
  if (text.empty()) return false;
  const char c = text.front();
  const std::size_t length = c == '%' ? character_of(kUnreserved, text) : 1;
  if (length == 0 || (c != '%' && c != '_' && !is_letter_or_digit(c))) return false;
  text.remove_prefix(length);
  return true;
}

/// "varname": a dot stands between two characters only.
bool is_name(std::string_view text) {
  if (!take_name_character(text)) return false;
  while (!text.empty()) {
    if (text.front() == '.') text.remove_prefix(1);
    if (!take_name_character(text)) return false;
  }
  return true;
}

/// "max-length": 1 to 9999, without leading zeros.
bool is_max_length(std::string_view text) {
  Scanner in(text);
  const bool zero = in.is_at('0');
  const std::size_t digits = in.take_digits();
  return !zero && digits >= 1 && digits <= 4 && in.at_end();
}

/// "varspec": section 2.3, with the modifiers of section 2.4.
bool is_variable(std::string_view text) {
  if (text.ends_with('*')) return is_name(text.substr(0, text.size() - 1));
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return is_name(text);
  return is_name(text.substr(0, colon)) && is_max_length(text.substr(colon + 1));
}

/// "expression", between its braces.
bool is_expression(std::string_view text) {
  if (!text.empty() && kOperators.find(text.front()) != std::string_view::npos) {
    text.remove_prefix(1);
  }
  while (true) {
    const std::string_view variable = text.substr(0, text.find(','));
    if (!is_variable(variable)) return false;
    if (variable.size() == text.size()) return true;
    text.remove_prefix(variable.size() + 1);
  }
}

}  // namespace

bool is_uri_template(std::string_view text) {
  while (!text.empty()) {
    std::size_t length = character_of(kLiteral, text);
    if (text.front() == '{') {
      const std::size_t end = text.find('}');
      if (end == std::string_view::npos || !is_expression(text.substr(1, end - 1))) return false;
      length = end + 1;
    }
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

}  // namespace eventc::format
