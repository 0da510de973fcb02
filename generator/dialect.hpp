// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "load.hpp"

namespace eventc::compiler {

/// The drafts of JSON Schema that are compiled.
enum class Dialect { Draft07, Draft202012 };

/// The dialect that a "$schema" names, with or without an empty fragment.
[[nodiscard]] std::optional<Dialect> find_dialect(std::string_view schema_uri);

/// What a keyword's value must be.
enum class ValueShape {
  Anything,
  String,
  Boolean,
  Number,
  PositiveNumber,
  Count,  ///< an integer that is not negative
  TypeNames,
  StringList,
  List,
  Object,
  Schema,
  SchemaList,
  SchemaMap,
  SchemaOrSchemaList,
  PointerOrPointers,
};

enum class Support {
  Compiled,     ///< encoded in a type, checked, or told where it is used
  Annotation,   ///< for readers: carried as a comment, or rightly without effect
  NotCompiled,  ///< a keyword of the specification that this compiler does not know how to keep: an
                ///< error
};

/// A keyword of a dialect.
struct Keyword {
  std::string_view name;
  ValueShape shape = ValueShape::Anything;
  Support support = Support::Compiled;
};

/// Null for a name that is no keyword of the dialect.
[[nodiscard]] const Keyword* find_keyword(Dialect dialect, std::string_view name);

/// The keyword of either dialect that a misspelled name comes closest to; empty when none is close.
[[nodiscard]] std::string_view suggest_keyword(Dialect dialect, std::string_view name);

/// Whether a value has the shape; where not, `expected` says in words what it should be.
[[nodiscard]] bool has_shape(const Json& value, ValueShape shape, std::string& expected);

}  // namespace eventc::compiler
