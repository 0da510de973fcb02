// SPDX-License-Identifier: Apache-2.0
#include <cstddef>

#include "eventc/format.hpp"
#include "scanner.hpp"

namespace eventc::format {
namespace {

/// "non-negative-integer": no leading zeros.
bool take_integer(Scanner& in) {
  const bool zero = in.is_at('0');
  const std::size_t digits = in.take_digits();
  return digits == 1 || (digits > 1 && !zero);
}

bool ends_relative_pointer(std::string_view text) { return text == "#" || is_json_pointer(text); }

}  // namespace

bool is_json_pointer(std::string_view text) {
  if (text.empty()) return true;
  if (text.front() != '/') return false;
  for (std::size_t i = text.find('~'); i != std::string_view::npos; i = text.find('~', i + 1)) {
    if (i + 1 == text.size() || (text[i + 1] != '0' && text[i + 1] != '1')) return false;
  }
  return true;
}

bool is_relative_json_pointer(std::string_view text) {
  Scanner in(text);
  if (!take_integer(in)) return false;
  if ((in.take('+') || in.take('-')) && !take_integer(in)) return false;
  return ends_relative_pointer(in.rest());
}

bool is_relative_json_pointer_draft_07(std::string_view text) {
  Scanner in(text);
  return take_integer(in) && ends_relative_pointer(in.rest());
}

}  // namespace eventc::format
