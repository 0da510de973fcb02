// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace eventc::format {

/// Sets of characters, joined by `|`. Those of ASCII are of RFC 3986; the others of RFC 3987,
/// section 2.2.
using CharacterSets = std::uint16_t;

constexpr CharacterSets kUnreserved = 1U << 0U;
constexpr CharacterSets kSubDelimiter = 1U << 1U;
constexpr CharacterSets kColon = 1U << 2U;
constexpr CharacterSets kAt = 1U << 3U;
constexpr CharacterSets kSlashOrQuestion = 1U << 4U;
/// The literals of RFC 6570, section 2.1 that are in no other set.
constexpr CharacterSets kTemplateOnly = 1U << 5U;
/// "ucschar", but those of kDirection.
constexpr CharacterSets kUcschar = 1U << 6U;
/// What sets a direction of writing, which section 4.1 of RFC 3987 bars from IRIs.
constexpr CharacterSets kDirection = 1U << 7U;
constexpr CharacterSets kIprivate = 1U << 8U;

/// Whether all of a text is of some sets, or a "pct-encoded" triplet (RFC 3986, section 2.1).
[[nodiscard]] bool consists_of(CharacterSets sets, std::string_view text);

/// How many bytes at the front are one character of some sets, or a triplet; 0 for none.
[[nodiscard]] std::size_t character_of(CharacterSets sets, std::string_view text);

}  // namespace eventc::format
