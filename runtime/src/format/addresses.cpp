// SPDX-License-Identifier: Apache-2.0
#include "addresses.hpp"

#include <algorithm>

#include "eventc/format.hpp"
#include "scanner.hpp"

namespace eventc::format {
namespace {

constexpr std::size_t kGroups = 8;  // of an IPv6 address

/// "dec-octet" of RFC 3986, or with leading zeros the "Snum" of RFC 5321.
bool take_octet(Scanner& in, bool strict) {
  const std::string_view before = in.rest();
  const std::size_t digits = in.take_digits();
  if (digits == 0 || digits > 3) return false;
  if (strict && digits > 1 && before.front() == '0') return false;
  return *Scanner(before).take_number(digits) <= 255;
}

std::size_t count_hex_digits(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_hex_digit);
  return static_cast<std::size_t>(end - text.begin());
}

bool starts_with_letter(std::string_view label) {
  return !label.empty() && is_letter(label.front());
}

}  // namespace

bool is_dotted_quad(std::string_view text, bool strict) {
  Scanner in(text);
  for (int octet = 0; octet < 4; ++octet) {
    if (octet > 0 && !in.take('.')) return false;
    if (!take_octet(in, strict)) return false;
  }
  return in.at_end();
}

bool is_ipv6(std::string_view text, const Ipv6Form& form) {
  std::size_t groups = 0;
  bool gap = text.starts_with("::");
  if (gap) text.remove_prefix(2);
  while (!text.empty() && groups < kGroups) {
    const std::size_t digits = count_hex_digits(text);
    if (digits < text.size() && text[digits] == '.') {
      if (!form.is_ipv4(text)) return false;
      groups += 2;
      text = {};
      break;
    }
    if (digits == 0 || digits > 4) return false;
    ++groups;
    text.remove_prefix(digits);
    if (text.empty()) break;
    if (text.starts_with("::") && !gap) {
      gap = true;
      text.remove_prefix(2);
    } else if (text.size() > 1 && text.front() == ':') {
      text.remove_prefix(1);
    } else {
      return false;
    }
  }
  return text.empty() && (gap ? groups <= form.most_beside_gap : groups == kGroups);
}

bool is_ldh_label(std::string_view label) {
  const auto allowed = [](char c) { return is_letter_or_digit(c) || c == '-'; };
  return !label.empty() && label.front() != '-' && label.back() != '-' &&
         std::all_of(label.begin(), label.end(), allowed);
}

bool is_ipv4(std::string_view text) { return is_dotted_quad(text, true); }

bool is_ipv6(std::string_view text) {
  return is_ipv6(text, {.most_beside_gap = 7, .is_ipv4 = is_ipv4});
}

bool is_hostname_draft_04(std::string_view text) {
  if (text.size() > kMostInName) return false;
  while (true) {
    const std::string_view label = text.substr(0, text.find('.'));
    if (!starts_with_letter(label) || !is_ldh_label(label)) return false;
    if (label.size() > kMostInLabel) return false;
    if (label.size() == text.size()) return true;
    text.remove_prefix(label.size() + 1);
  }
}

}  // namespace eventc::format
