// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <type_traits>

#include "eventc/emitted/reader.hpp"

namespace eventc {

/// The characters of a token for as long as what is read: a std::string of its own, or a view of
/// the payload, of the reader's arena where they are escaped.
template <class Text>
[[nodiscard]] Text kept_text(const Reader& in, StringToken token) {
  if constexpr (std::is_same_v<Text, std::string>) {
    return text_of(token);
  } else {
    return token.escaped() ? unescape(token, *in.arena()) : token.raw();
  }
}

}  // namespace eventc
