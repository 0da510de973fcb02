// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "eventc/arena.hpp"

namespace eventc::http {

/// Percent-decoded (RFC 3986, section 2.1), once. A "%" that no two hexadecimal digits follow
/// stands for itself. What needs no decoding is `text` itself; the rest is kept in the arena.
[[nodiscard]] std::string_view percent_decode(std::string_view text, Arena& arena);
/// The same for forms and queries, where "+" is a space (URL Standard, section 5.1).
[[nodiscard]] std::string_view form_decode(std::string_view text, Arena& arena);

}  // namespace eventc::http
