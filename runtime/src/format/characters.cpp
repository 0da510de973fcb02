// SPDX-License-Identifier: Apache-2.0
#include "characters.hpp"

#include <algorithm>
#include <array>

#include "eventc/utf8.hpp"
#include "scanner.hpp"

namespace eventc::format {
namespace {

using Table = std::array<CharacterSets, 128>;

constexpr void add(Table& table, CharacterSets set, std::string_view characters) {
  for (const char c : characters) table[static_cast<unsigned char>(c)] = set;
}

constexpr Table make_table() {
  Table table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (is_letter_or_digit(static_cast<char>(i))) table[i] = kUnreserved;
  }
  add(table, kUnreserved, "-._~");
  add(table, kSubDelimiter, "!$&'()*+,;=");
  add(table, kColon, ":");
  add(table, kAt, "@");
  add(table, kSlashOrQuestion, "/?");
  add(table, kTemplateOnly, "#[]");
  return table;
}

constexpr Table kSets = make_table();

struct Range {
  char32_t first = 0;
  char32_t last = 0;
};

/// Of the first plane. In those after it all but the last two of each 65,536 are in the set, and in
/// plane 14 all but the first 4,096 as well.
constexpr std::array<Range, 3> kUcscharOfFirstPlane = {
    {{0xA0, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFEF}}};

bool is_ucschar(char32_t c) {
  const auto holds = [c](const Range& range) { return c >= range.first && c <= range.last; };
  if (c < 0x10000)
    return std::any_of(kUcscharOfFirstPlane.begin(), kUcscharOfFirstPlane.end(), holds);
  if (c >= 0xE0000 && c < 0xE1000) return false;
  return c < 0xF0000 && (c & 0xFFFFU) <= 0xFFFD;
}

bool is_iprivate(char32_t c) {
  if (c < 0x10000) return c >= 0xE000 && c <= 0xF8FF;
  return c >= 0xF0000 && (c & 0xFFFFU) <= 0xFFFD;
}

/// LRM, RLM, LRE, RLE, PDF, LRO, RLO.
bool sets_direction(char32_t c) {
  return c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E);
}

CharacterSets set_past_ascii(char32_t c) {
  if (sets_direction(c)) return kDirection;
  if (is_ucschar(c)) return kUcschar;
  return is_iprivate(c) ? kIprivate : CharacterSets{};
}

std::size_t triplet(std::string_view text) {
  return text.size() >= 3 && is_hex_digit(text[1]) && is_hex_digit(text[2]) ? 3 : 0;
}

}  // namespace

std::size_t character_of(CharacterSets sets, std::string_view text) {
  if (text.empty()) return 0;
  if (text.front() == '%') return triplet(text);
  if (is_ascii(text.front())) return (kSets[static_cast<unsigned char>(text.front())] & sets) != 0;
  const std::size_t length = utf8_sequence(text.data(), text.data() + text.size());
  if (length == 0) return 0;
  const char* p = text.data();
  return (set_past_ascii(decode_utf8(p)) & sets) != 0 ? length : 0;
}

bool consists_of(CharacterSets sets, std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = character_of(sets, text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

}  // namespace eventc::format
