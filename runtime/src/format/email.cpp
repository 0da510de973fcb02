// SPDX-License-Identifier: Apache-2.0
#include <cstddef>

#include "addresses.hpp"
#include "eventc/format.hpp"
#include "eventc/utf8.hpp"
#include "scanner.hpp"

namespace eventc::format {
namespace {

/// Which characters past ASCII an address may hold: none (RFC 5321) or all (RFC 6531).
enum class Characters { Ascii, Unicode };

/// How many bytes at the front are a character past ASCII that may stand there; 0 for none.
std::size_t beyond_ascii(std::string_view text, Characters characters) {
  if (characters == Characters::Ascii || is_ascii(text.front())) return 0;
  return utf8_sequence(text.data(), text.data() + text.size());
}

/// "atext": RFC 5322, section 3.2.3.
bool is_atom_character(char c) {
  return is_letter_or_digit(c) ||
         std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

/// "Dot-string": moves `text` behind it.
bool take_dot_string(std::string_view& text, Characters characters) {
  bool at_atom = false;  // a character of the atom has been read
  while (!text.empty()) {
    const std::size_t wide = beyond_ascii(text, characters);
    if (wide > 0 || is_atom_character(text.front())) {
      at_atom = true;
      text.remove_prefix(wide > 0 ? wide : 1);
    } else if (text.front() == '.' && at_atom) {
      at_atom = false;
      text.remove_prefix(1);
    } else {
      break;
    }
  }
  return at_atom;
}

/// "Quoted-string": moves `text` behind it. It may be empty.
bool take_quoted_string(std::string_view& text, Characters characters) {
  const auto is_printable = [](char c) { return c >= 0x20 && c <= 0x7E; };
  text.remove_prefix(1);
  while (!text.empty() && text.front() != '"') {
    const bool pair = text.front() == '\\';
    if (pair) text.remove_prefix(1);
    if (text.empty()) return false;
    const std::size_t wide = pair ? 0 : beyond_ascii(text, characters);
    if (wide == 0 && !is_printable(text.front())) return false;
    text.remove_prefix(wide > 0 ? wide : 1);
  }
  if (text.empty()) return false;
  text.remove_prefix(1);
  return true;
}

/// "Snum" may have leading zeros.
bool is_smtp_ipv4(std::string_view text) { return is_dotted_quad(text, false); }

/// "address-literal": RFC 5321, section 4.1.3, where a "::" stands for two groups or more.
bool is_address_literal(std::string_view text) {
  constexpr std::string_view kTag = "IPV6:";
  if (text.size() < 2 || text.front() != '[' || text.back() != ']') return false;
  text = text.substr(1, text.size() - 2);
  Scanner in(text);
  for (const char c : kTag) {
    if (!in.take_letter(c)) return is_smtp_ipv4(text);
  }
  return is_ipv6(in.rest(), {.most_beside_gap = 6, .is_ipv4 = is_smtp_ipv4});
}

/// "sub-domain", or the syntax of a U-label.
bool is_sub_domain(std::string_view label, Characters characters) {
  if (label.empty() || label.front() == '-' || label.back() == '-') return false;
  while (!label.empty()) {
    const std::size_t wide = beyond_ascii(label, characters);
    if (wide == 0 && !is_letter_or_digit(label.front()) && label.front() != '-') return false;
    label.remove_prefix(wide > 0 ? wide : 1);
  }
  return true;
}

bool is_domain(std::string_view text, Characters characters) {
  while (true) {
    const std::string_view label = text.substr(0, text.find('.'));
    if (!is_sub_domain(label, characters)) return false;
    if (label.size() == text.size()) return true;
    text.remove_prefix(label.size() + 1);
  }
}

bool is_mailbox(std::string_view text, Characters characters) {
  const bool quoted = text.starts_with('"');
  if (!(quoted ? take_quoted_string : take_dot_string)(text, characters)) return false;
  if (!text.starts_with('@')) return false;
  text.remove_prefix(1);
  return text.starts_with('[') ? is_address_literal(text) : is_domain(text, characters);
}

}  // namespace

bool is_email(std::string_view text) { return is_mailbox(text, Characters::Ascii); }

bool is_idn_email(std::string_view text) { return is_mailbox(text, Characters::Unicode); }

}  // namespace eventc::format
