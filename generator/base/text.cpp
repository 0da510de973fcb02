// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"

#include <fmt/format.h>

#include <cassert>
#include <iterator>

namespace eventc::compiler {
namespace {

// What the first byte of a sequence says about it.
struct Lead {
  std::size_t length;
  char32_t bits;
  // A code below this one has a shorter form, which RFC 3629 makes the only one.
  char32_t least;
};

Lead lead_of(unsigned char byte) {
  if (byte < 0x80) return {1, byte, 0};
  if ((byte & 0xE0) == 0xC0) return {2, static_cast<char32_t>(byte & 0x1F), 0x80};
  if ((byte & 0xF0) == 0xE0) return {3, static_cast<char32_t>(byte & 0x0F), 0x800};
  if ((byte & 0xF8) == 0xF0) return {4, static_cast<char32_t>(byte & 0x07), 0x10000};
  return {0, 0, 0};
}

bool is_unsafe(char32_t code) {
  const bool control = code < 0x20 || (code >= 0x7F && code <= 0x9F);
  const bool separator = code == 0x2028 || code == 0x2029;
  const bool direction = code == 0x061C || code == 0x200E || code == 0x200F ||
                         (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
  const bool invisible =
      code == 0x200B || code == 0x2060 || code == 0xFEFF || (code >= 0xE0000 && code <= 0xE007F);
  return control || separator || direction || invisible;
}

}  // namespace

Character character_at(std::string_view text, std::size_t offset) {
  assert(offset < text.size());
  const auto first = static_cast<unsigned char>(text[offset]);
  const Character invalid{first, 1, false};
  const Lead lead = lead_of(first);
  if (lead.length == 0 || lead.length > text.size() - offset) return invalid;
  char32_t code = lead.bits;
  for (std::size_t i = 1; i < lead.length; ++i) {
    const auto byte = static_cast<unsigned char>(text[offset + i]);
    if ((byte & 0xC0) != 0x80) return invalid;
    code = (code << 6) | (byte & 0x3F);
  }
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < lead.least || surrogate || code > 0x10FFFF) return invalid;
  return {code, lead.length, true};
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto append = std::back_inserter(out);
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (!character.valid) {
      fmt::format_to(append, "\\x{:02X}", static_cast<unsigned>(character.code));
    } else if (character.code == '\n') {
      out += "\\n";
    } else if (character.code == '\r') {
      out += "\\r";
    } else if (character.code == '\t') {
      out += "\\t";
    } else if (is_unsafe(character.code)) {
      fmt::format_to(append, "\\u{{{:02X}}}", static_cast<unsigned>(character.code));
    } else {
      out += text.substr(at, character.length);
    }
    at += character.length;
  }
  return out;
}

}  // namespace eventc::compiler
