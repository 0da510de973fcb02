// SPDX-License-Identifier: Apache-2.0
#include "identifiers.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "identifier_table.hpp"

namespace eventc::format {
namespace {

/// What the table says of a code point.
IdentifierClass identifier_class(char32_t code_point) {
  const auto next = std::upper_bound(
      kIdentifierRuns.begin(), kIdentifierRuns.end(), code_point,
      [](char32_t c, std::uint32_t run) { return c < run >> kIdentifierClassBits; });
  if (next == kIdentifierRuns.begin()) return IdentifierClass::None;
  return static_cast<IdentifierClass>(*std::prev(next) & kIdentifierClassMask);
}

}  // namespace

bool starts_identifier(char32_t code_point) {
  return code_point == '$' || code_point == '_' ||
         identifier_class(code_point) == IdentifierClass::Start;
}

bool continues_identifier(char32_t code_point) {
  return code_point == '$' || code_point == 0x200C || code_point == 0x200D ||
         identifier_class(code_point) != IdentifierClass::None;
}

}  // namespace eventc::format
