// SPDX-License-Identifier: Apache-2.0
#include <idn2.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "../format/addresses.hpp"
#include "../format/scanner.hpp"
#include "bidi.hpp"
#include "eventc/format.hpp"
#include "eventc/format_idn.hpp"
#include "eventc/utf8.hpp"

namespace eventc::format {
namespace {

/// What libidn2 allocates.
struct Free {
  void operator()(void* memory) const { idn2_free(memory); }
};
template <typename T>
using Allocated = std::unique_ptr<T, Free>;

const std::uint8_t* bytes(const std::string& text) {
  return reinterpret_cast<const std::uint8_t*>(text.c_str());
}

bool is_ascii_only(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_ascii);
}

/// The name in A-labels after it was mapped; empty where libidn2 refuses it. Its own rules on ASCII
/// labels (IDN2_USE_STD3_ASCII_RULES) are not asked for: they take out what offends.
std::string mapped(const std::string& name) {
  std::uint8_t* out = nullptr;
  const int status = idn2_lookup_u8(bytes(name), &out, IDN2_NONTRANSITIONAL);
  const Allocated<std::uint8_t> owned(out);
  return status == IDN2_OK ? std::string(reinterpret_cast<const char*>(out)) : std::string();
}

/// The U-label of a label in small letters that begins with "xn--"; empty where that is not an
/// A-label. What registries have to check (RFC 5891, section 4) is all that makes one, whereas the
/// protocol of a look-up (section 5) leaves the rules of CONTEXTO out.
std::u32string u_label(const std::string& a_label) {
  std::uint8_t* registered = nullptr;
  const int status = idn2_register_u8(nullptr, bytes(a_label), &registered, 0);
  const Allocated<std::uint8_t> owned(registered);
  if (status != IDN2_OK) return {};

  std::uint32_t* out = nullptr;
  if (idn2_to_unicode_8z4z(a_label.c_str(), &out, IDN2_NO_TR46) != IDN2_OK) return {};
  const Allocated<std::uint32_t> owned_out(out);
  std::u32string label;
  for (const std::uint32_t* c = out; *c != 0; ++c) label.push_back(*c);
  return label;
}

/// The characters that a label of ASCII stands for, in small letters; empty where it is not valid.
std::u32string decoded(std::string_view label) {
  if (label.size() > kMostInLabel || !is_ldh_label(label)) return {};
  std::string small(label);
  for (char& c : small) {
    if (is_letter(c)) c = static_cast<char>(c | 0x20);
  }
  return small.starts_with("xn--") ? u_label(small) : std::u32string(small.begin(), small.end());
}

/// RFC 1123, section 2.1: what is written as #.#.#.# is an address, whatever the numbers.
bool has_form_of_address(std::string_view name) {
  return std::count(name.begin(), name.end(), '.') == 3 &&
         std::all_of(name.begin(), name.end(), [](char c) { return is_digit(c) || c == '.'; });
}

/// A name in ASCII.
bool is_valid_name(std::string_view name) {
  if (name.size() > kMostInName || has_form_of_address(name)) return false;
  bool bidi = false;
  bool rule_kept = true;
  while (true) {
    const std::string_view label = name.substr(0, name.find('.'));
    const std::u32string characters = decoded(label);
    if (characters.empty()) return false;
    bidi = bidi || is_right_to_left(characters);
    rule_kept = rule_kept && keeps_bidi_rule(characters);
    if (label.size() == name.size()) return rule_kept || !bidi;
    name.remove_prefix(label.size() + 1);
  }
}

}  // namespace

bool is_hostname(std::string_view text) { return is_ascii_only(text) && is_valid_name(text); }

bool is_idn_hostname(std::string_view text) {
  if (is_ascii_only(text)) return is_valid_name(text);
  // libidn2 reads to the first NUL.
  if (!is_utf8(text) || text.find('\0') != std::string_view::npos) return false;
  return is_valid_name(mapped(std::string(text)));
}

bool is_idn_email_checked(std::string_view text) {
  if (!is_idn_email(text)) return false;
  const std::string_view domain = text.substr(text.rfind('@') + 1);
  return is_ascii_only(domain) || is_idn_hostname(domain);
}

}  // namespace eventc::format
