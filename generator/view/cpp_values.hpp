// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "load.hpp"
#include "normalize/type_set.hpp"

/// Values of schemas, as expressions in the vocabulary of <eventc/schema.hpp>.
namespace eventc::compiler {

/// "kString | kNull"; "Types{}" for none.
[[nodiscard]] std::string types_expression(TypeSet types);
/// The runtime's own table of a schema that says no more than this; empty where it has none.
[[nodiscard]] std::string builtin_schema(TypeSet types);
/// A number keyword: 999, or Number("0.01").
[[nodiscard]] std::string number_expression(const std::string& literal);
/// A value of "enum" or "const"; `text` is it as it was written.
[[nodiscard]] std::string value_expression(const Json& value, const std::string& text);

}  // namespace eventc::compiler
