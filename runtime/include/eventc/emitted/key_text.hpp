// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "eventc/emitted/quoted_text.hpp"

namespace eventc {

/// A member's name, in quotes and with its colon.
struct KeyText : QuotedText {
  constexpr KeyText() = default;
  constexpr explicit KeyText(std::string_view name) : QuotedText(name, ":") {}

  [[nodiscard]] constexpr std::string_view name() const { return {text.data() + 1, size - 3}; }
};

}  // namespace eventc
