// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// The formats of JSON Schema that take the tables of IDNA (JSON Schema Validation 2020-12,
/// section 7.3.3). They are in the library eventc::idn, which needs GNU libidn2; format.hpp has the
/// others, and says what holds of all. What Unicode had not assigned when that libidn2 was made is
/// not valid. These functions allocate.
namespace eventc::format {

/// RFC 1123, section 2.1: labels of 1 to 63 letters, digits and hyphens, a hyphen neither first nor
/// last, in names of at most 253 bytes (RFC 1034, section 3.1); no dot behind the last label, and
/// not the dotted form of an IPv4 address (1123, 2.1). A label that begins with "xn--" in whichever
/// case must be an A-label (RFC 5890, section 2.3.2.1): canonical Punycode of a U-label.
///
/// A U-label must be in Normalization Form C and hold what RFC 5892 allows, by the contextual rules
/// of its appendix A as well; no combining mark is first, no hyphens are first, last, or third and
/// fourth (RFC 5891, section 4.2). Where one label is written from right to left, all of the name
/// must keep the Bidi rule (RFC 5893, section 2).
[[nodiscard]] bool is_hostname(std::string_view text);

/// What is_hostname() takes, or an internationalized name (RFC 5890, section 2.3.2.3). RFC 5891,
/// section 5.2 leaves it to applications to map what users write: a name is mapped as UTS #46,
/// section 4 has it (version of libidn2, nontransitional), and must be valid by the rules above
/// then. That is what makes U+3002, U+FF0E and U+FF61 separators, "Bücher" a label (of small
/// letters), and a letter with a mark of its own one character. Limits are those of the A-labels.
[[nodiscard]] bool is_idn_hostname(std::string_view text);

/// is_idn_email() whose domain, where it goes beyond ASCII, is_idn_hostname() takes: "sub-domain"
/// of RFC 6531, section 3.3 is a valid U-label.
[[nodiscard]] bool is_idn_email_checked(std::string_view text);

}  // namespace eventc::format
