// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "dialect.hpp"

namespace eventc::compiler {

// What people bring into a schema from elsewhere (older drafts, OpenAPI 3.0, programming
// languages), and how JSON Schema has it. One sentence without a full stop; empty where nothing is
// known.

/// Of a value that its keyword does not take.
[[nodiscard]] std::string value_hint(const Keyword& keyword, const Json& value);

/// Of a member that is no keyword. `schema` is the object that has it.
[[nodiscard]] std::string foreign_keyword_hint(std::string_view name, const Json& schema);

/// Whether a whole file seems to be a payload, or another kind of document, in a schema's place: it
/// has members that are neither keywords nor nearly so, and no keyword with a value that the
/// keyword takes.
[[nodiscard]] bool is_like_payload(const Json& root, Dialect dialect);

}  // namespace eventc::compiler
