// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "load.hpp"
#include "normalize/type_set.hpp"

/// Values of schemas, as expressions in the vocabulary of <eventc/schema.hpp>. Emitted code calls
/// that namespace s, and names nothing of it without: a user's type or namespace of the same name
/// would hide it.
namespace eventc::compiler {

/// "s::kString | s::kNull"; "s::Types{}" for none.
[[nodiscard]] std::string types_expression(TypeSet types);
/// The runtime's own table of a schema that says no more than this; empty where it has none.
[[nodiscard]] std::string builtin_schema(TypeSet types);
/// A number keyword: 999, or s::Number("0.01").
[[nodiscard]] std::string number_expression(const std::string& literal);
/// A value of "enum" or "const"; `text` is it as it was written.
[[nodiscard]] std::string value_expression(const Json& value, const std::string& text);

}  // namespace eventc::compiler
