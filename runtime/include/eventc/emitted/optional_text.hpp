// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "eventc/emitted/reader.hpp"

namespace eventc {

/// Whether a schema asks for a string, or one or null, and for nothing else, as those of most
/// members do.
template <const schema::Schema* S>
inline constexpr bool kIsPlainText = (S->types == schema::kString ||
                                      S->types == (schema::kString | schema::kNull)) &&
                                     !S->limits_strings && !S->lists_values
                                     && S->enumeration.empty() && !S->applies_others;

/// Reads such a string: one function for the members of all structs. Empty for null, where that is
/// allowed.
[[nodiscard]] const char* read_optional_text(Reader& in, const char* at, bool may_be_null,
                                             std::optional<std::string_view>& out);
[[nodiscard]] const char* read_optional_text(Reader& in, const char* at, bool may_be_null,
                                             std::optional<std::string>& out);

}  // namespace eventc
