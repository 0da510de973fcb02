// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace eventc::format {

// RFC 1034, section 3.1, in bytes. A name has 255 with the length of each label and the root's.
constexpr std::size_t kMostInLabel = 63;
constexpr std::size_t kMostInName = 253;

/// The ways in which the grammars of IPv6 addresses differ.
struct Ipv6Form {
  std::size_t most_beside_gap = 0;  ///< groups of 16 bits that may stand beside a "::"
  bool (*is_ipv4)(std::string_view text) = nullptr;  ///< the last two groups, written as IPv4
};

[[nodiscard]] bool is_ipv6(std::string_view text, const Ipv6Form& form);

/// Four numbers up to 255 of at most three digits with dots between them; in a strict one no
/// number has a leading zero.
[[nodiscard]] bool is_dotted_quad(std::string_view text, bool strict);

/// Letters, digits and hyphens, no hyphen first or last, one character or more: a label of RFC 952
/// as RFC 1123, section 2.1 amends it, and the "sub-domain" of RFC 5321, section 4.1.2.
[[nodiscard]] bool is_ldh_label(std::string_view label);

}  // namespace eventc::format
