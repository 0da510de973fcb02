// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// The formats of JSON Schema (JSON Schema Validation 2020-12, section 7.3), each as a question
/// about the whole text. The host names, which take the tables of IDNA, are in format_idn.hpp.
///
/// Every function takes any bytes, takes time linear in them but where it says otherwise, and
/// neither throws on its own nor keeps state; is_regex() alone allocates. What is not well-formed
/// UTF-8 is refused wherever more than ASCII may stand, but in the JSON Pointers, which leave it to
/// the reader of the payload. Digits are ASCII's. White space is nowhere skipped.
namespace eventc::format {

// --- Dates, times and durations (7.3.1) ----------------------------------------------------------

/// RFC 3339, section 5.6: "date-time". "T" and "Z" may be small letters (the note there); the
/// day must exist (section 5.7, appendix C). A second of 60 is a leap second, which section 5.7
/// puts at the end of a month in UTC: with the offset taken off it must be 23:59:60 on the last day
/// of one. Which months had one is not asked: that is known of the past alone.
[[nodiscard]] bool is_date_time(std::string_view text);

/// RFC 3339, section 5.6: "full-date".
[[nodiscard]] bool is_date(std::string_view text);

/// RFC 3339, section 5.6: "full-time", which has an offset. A second of 60 must be 23:59:60 in UTC.
[[nodiscard]] bool is_time(std::string_view text);

/// RFC 3339, appendix A: "duration". Units follow one another without a gap (P1Y2M, never P1Y2D),
/// weeks stand alone, there are no fractions; letters may be small (RFC 5234, section 2.3).
[[nodiscard]] bool is_duration(std::string_view text);

// --- E-mail addresses (7.3.2) --------------------------------------------------------------------

/// RFC 5321, section 4.1.2: "Mailbox", with the address literals of section 4.1.3. Of the tags of
/// literals IANA has registered IPv6 alone, so there is no other. The limits of section 4.5.3.1 are
/// not imposed: that section asks not to, and "Mailbox" has none. The same for all drafts: the
/// addr-spec that those before 2020-12 name (RFC 5322, section 3.4.1) differs by comments, folding
/// and obsolete forms, which no mail system takes as an address.
[[nodiscard]] bool is_email(std::string_view text);

/// RFC 6531, section 3.3: "Mailbox", where a local part may hold any character past ASCII, and a
/// domain U-labels. Of these the syntax is checked: which are valid is is_idn_email_checked()'s
/// question (format_idn.hpp).
[[nodiscard]] bool is_idn_email(std::string_view text);

// --- IP addresses (7.3.4) and host names (7.3.3) -------------------------------------------------

/// RFC 2673, section 3.2: "dotted-quad", in the one way that all readers agree on: without leading
/// zeros (RFC 3986, section 3.2.2: "IPv4address"), which some take for octal numbers.
[[nodiscard]] bool is_ipv4(std::string_view text);

/// RFC 4291, section 2.2, without a zone identifier (RFC 4007) or a prefix length.
[[nodiscard]] bool is_ipv6(std::string_view text);

/// What "hostname" is in drafts 04 and 06: RFC 1034, section 3.5, where a label begins with a
/// letter. It knows no A-labels. Later drafts: is_hostname() (format_idn.hpp).
[[nodiscard]] bool is_hostname_draft_04(std::string_view text);

// --- Resource identifiers (7.3.5) ----------------------------------------------------------------

/// RFC 3986, section 3: "URI", with a scheme, with or without a fragment.
[[nodiscard]] bool is_uri(std::string_view text);

/// RFC 3986, section 4.1: "URI-reference".
[[nodiscard]] bool is_uri_reference(std::string_view text);

/// RFC 3987, section 2.2: "IRI". Section 4.1 bars the characters that set a direction of writing.
[[nodiscard]] bool is_iri(std::string_view text);

/// RFC 3987, section 2.2: "IRI-reference".
[[nodiscard]] bool is_iri_reference(std::string_view text);

/// RFC 4122, section 3, in either case; any version and variant.
[[nodiscard]] bool is_uuid(std::string_view text);

// --- Templates, pointers and patterns (7.3.6 to 7.3.8) -------------------------------------------

/// RFC 6570, section 2, of any level, operators that are reserved for extensions included, with
/// erratum 6937: an apostrophe is a literal.
[[nodiscard]] bool is_uri_template(std::string_view text);

/// RFC 6901, section 3: not the form of a URI's fragment.
[[nodiscard]] bool is_json_pointer(std::string_view text);

/// draft-bhutton-relative-json-pointer-00, section 3, which 2020-12 names: with the manipulation of
/// an index ("0+1/name"). By the prose it may stand before a "#" as well, which the grammar lacks.
[[nodiscard]] bool is_relative_json_pointer(std::string_view text);

/// What "relative-json-pointer" is in drafts 07 and 2019-09:
/// draft-handrews-relative-json-pointer-01 and -02, section 3, without manipulation of an index.
[[nodiscard]] bool is_relative_json_pointer_draft_07(std::string_view text);

/// ECMA-262 (16th edition), section 22.2.1: "Pattern" as the flag `u` has it, the early errors of
/// 22.2.1.1 included; names of properties as in Unicode 17, those of groups by Unicode 15. There
/// are no recursion and no backtracking; time is linear but for the look-up of groups' names.
[[nodiscard]] bool is_regex(std::string_view text);

}  // namespace eventc::format
