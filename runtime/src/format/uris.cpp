// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>

#include "characters.hpp"
#include "eventc/format.hpp"
#include "scanner.hpp"

namespace eventc::format {
namespace {

/// What an identifier may hold past ASCII: nothing in a URI.
struct Repertoire {
  CharacterSets everywhere = 0;
  CharacterSets in_query = 0;
};

constexpr Repertoire kUri;
constexpr Repertoire kIri = {.everywhere = kUcschar, .in_query = kUcschar | kIprivate};

constexpr CharacterSets kName = kUnreserved | kSubDelimiter;        // "reg-name"
constexpr CharacterSets kPathCharacter = kName | kColon | kAt;      // "pchar"
constexpr CharacterSets kUserInformation = kName | kColon;          // "userinfo"
constexpr CharacterSets kTail = kPathCharacter | kSlashOrQuestion;  // of "query" and "fragment"

/// The length of the scheme in front of a colon; npos where there is none: section 3.1.
std::size_t find_scheme(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_letter(text.front())) return text.npos;
  const std::string_view scheme = text.substr(0, colon);
  const auto allowed = [](char c) {
    return is_letter_or_digit(c) || c == '+' || c == '-' || c == '.';
  };
  return std::all_of(scheme.begin(), scheme.end(), allowed) ? colon : text.npos;
}

/// "IPvFuture", behind its "v": section 3.2.2.
bool is_future_address(std::string_view text) {
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos || dot == 0 || dot + 1 == text.size()) return false;
  const std::string_view version = text.substr(0, dot);
  const std::string_view address = text.substr(dot + 1);
  return std::all_of(version.begin(), version.end(), is_hex_digit) &&
         address.find('%') == std::string_view::npos && consists_of(kName | kColon, address);
}

bool is_ip_literal(std::string_view text) {
  if (text.empty() || to_upper(text.front()) != 'V') return is_ipv6(text);
  return is_future_address(text.substr(1));
}

bool is_port(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

/// Section 3.2: [ userinfo "@" ] host [ ":" port ]. Any IPv4 address is a "reg-name" too.
bool is_authority(std::string_view text, const Repertoire& repertoire) {
  const std::size_t at = text.find('@');
  if (at != std::string_view::npos) {
    if (!consists_of(kUserInformation | repertoire.everywhere, text.substr(0, at))) return false;
    text.remove_prefix(at + 1);
  }
  if (text.starts_with('[')) {
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos || !is_ip_literal(text.substr(1, end - 1))) return false;
    text.remove_prefix(end + 1);
    return text.empty() || (text.front() == ':' && is_port(text.substr(1)));
  }
  const std::size_t colon = std::min(text.find(':'), text.size());
  if (!consists_of(kName | repertoire.everywhere, text.substr(0, colon))) return false;
  return colon == text.size() || is_port(text.substr(colon + 1));
}

/// Takes what follows the first `mark` off the end of `text`, the mark included.
std::string_view take_behind(char mark, std::string_view& text) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return {};
  const std::string_view behind = text.substr(at + 1);
  text = text.substr(0, at);
  return behind;
}

/// All that follows a scheme, and all of a "relative-ref" but for the rule on its first segment.
bool is_rest(std::string_view text, const Repertoire& repertoire) {
  const std::string_view fragment = take_behind('#', text);
  const std::string_view query = take_behind('?', text);
  if (!consists_of(kTail | repertoire.everywhere, fragment)) return false;
  if (!consists_of(kTail | repertoire.in_query, query)) return false;
  if (text.starts_with("//")) {
    text.remove_prefix(2);
    const std::size_t path = std::min(text.find('/'), text.size());
    if (!is_authority(text.substr(0, path), repertoire)) return false;
    text.remove_prefix(path);
  }
  // The question mark of kSlashOrQuestion has been taken away above.
  return consists_of(kPathCharacter | kSlashOrQuestion | repertoire.everywhere, text);
}

bool is_identifier(std::string_view text, const Repertoire& repertoire) {
  const std::size_t colon = find_scheme(text);
  return colon != std::string_view::npos && is_rest(text.substr(colon + 1), repertoire);
}

bool is_reference(std::string_view text, const Repertoire& repertoire) {
  if (find_scheme(text) != std::string_view::npos) return is_identifier(text, repertoire);
  // Section 4.2: a colon in the first segment would make a scheme of what precedes it.
  const std::string_view segment = text.substr(0, text.find_first_of("/?#"));
  return segment.find(':') == std::string_view::npos && is_rest(text, repertoire);
}

}  // namespace

bool is_uri(std::string_view text) { return is_identifier(text, kUri); }

bool is_uri_reference(std::string_view text) { return is_reference(text, kUri); }

bool is_iri(std::string_view text) { return is_identifier(text, kIri); }

bool is_iri_reference(std::string_view text) { return is_reference(text, kIri); }

}  // namespace eventc::format
