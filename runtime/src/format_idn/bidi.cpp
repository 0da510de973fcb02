// SPDX-License-Identifier: Apache-2.0
#include "bidi.hpp"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <iterator>

#include "bidi_table.hpp"

namespace eventc::format {
namespace {

BidiClass bidi_class(char32_t code_point) {
  const auto next =
      std::upper_bound(kBidiRuns.begin(), kBidiRuns.end(), code_point,
                       [](char32_t c, std::uint32_t run) { return c < run >> kBidiClassBits; });
  if (next == kBidiRuns.begin()) return BidiClass::LeftToRight;
  return static_cast<BidiClass>(*std::prev(next) & kBidiClassMask);
}

bool is_one_of(char32_t code_point, std::initializer_list<BidiClass> classes) {
  return std::find(classes.begin(), classes.end(), bidi_class(code_point)) != classes.end();
}

bool has(std::u32string_view label, BidiClass wanted) {
  return std::any_of(label.begin(), label.end(),
                     [wanted](char32_t c) { return bidi_class(c) == wanted; });
}

/// Of the last character that is no nonspacing mark.
BidiClass class_at_end(std::u32string_view label) {
  while (label.size() > 1 && bidi_class(label.back()) == BidiClass::NonspacingMark) {
    label.remove_suffix(1);
  }
  return bidi_class(label.back());
}

/// Conditions 2 to 4.
bool keeps_rule_right_to_left(std::u32string_view label) {
  if (has(label, BidiClass::LeftToRight)) return false;
  const BidiClass end = class_at_end(label);
  if (end == BidiClass::Neutral || end == BidiClass::NonspacingMark) return false;
  return !(has(label, BidiClass::EuropeanNumber) && has(label, BidiClass::ArabicNumber));
}

/// Conditions 5 and 6.
bool keeps_rule_left_to_right(std::u32string_view label) {
  if (is_right_to_left(label)) return false;
  const BidiClass end = class_at_end(label);
  return end == BidiClass::LeftToRight || end == BidiClass::EuropeanNumber;
}

}  // namespace

bool is_right_to_left(std::u32string_view label) {
  return std::any_of(label.begin(), label.end(), [](char32_t c) {
    return is_one_of(c, {BidiClass::RightToLeft, BidiClass::ArabicNumber});
  });
}

bool keeps_bidi_rule(std::u32string_view label) {
  if (label.empty()) return false;
  switch (bidi_class(label.front())) {
    case BidiClass::RightToLeft:
      return keeps_rule_right_to_left(label);
    case BidiClass::LeftToRight:
      return keeps_rule_left_to_right(label);
    default:
      return false;  // condition 1
  }
}

}  // namespace eventc::format
