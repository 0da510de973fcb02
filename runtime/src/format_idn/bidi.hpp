// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// RFC 5893, section 2, of U-labels and LDH labels that are valid but for it.
namespace eventc::format {

/// Whether a label is written from right to left: it has a character of class R, AL or AN.
[[nodiscard]] bool is_right_to_left(std::u32string_view label);

/// The six conditions of the Bidi rule.
[[nodiscard]] bool keeps_bidi_rule(std::u32string_view label);

}  // namespace eventc::format
