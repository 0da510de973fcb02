// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "dialect.hpp"
#include "load.hpp"

namespace eventc::compiler {

/// Calls `visit` with each schema that stands directly in a keyword of `schema`, in its order, and
/// with its pointer. Keywords whose value has the wrong shape have none.
void for_each_subschema(
    const Json& schema, const std::string& pointer, Dialect dialect,
    const std::function<void(const Json& subschema, const std::string& pointer)>& visit);

/// The value that an RFC 6901 pointer names; null when there is none.
[[nodiscard]] const Json* find_value(const Json& root, std::string_view pointer);

}  // namespace eventc::compiler
