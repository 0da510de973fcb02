// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "dialect.hpp"
#include "load.hpp"
#include "normalize/normal_form.hpp"

namespace eventc::compiler {

/// A schema on its way into the normal form.
struct RuleInput {
  const Json& schema;
  const Document& document;
  Dialect dialect;
  Location location;
  /// The node of a schema below this one, by its keyword and the tokens behind it.
  std::function<NodeId(const std::string& relative_pointer)> child;
  Diagnostics& diagnostics;

  /// Null when the schema does not have the keyword, or its dialect ignores it there.
  [[nodiscard]] const Json* find(std::string_view keyword) const;
  /// A number keyword's literal, as it was written.
  [[nodiscard]] std::optional<std::string> find_number(const std::string& keyword) const;
  [[nodiscard]] std::optional<std::uint64_t> find_count(std::string_view keyword) const;
};

/// One rule for each vocabulary: it reads its keywords into the node and touches no others.
void normalize_values(const RuleInput& in, Node& node);   ///< type, enum, const
void normalize_numbers(const RuleInput& in, Node& node);  ///< multipleOf … exclusiveMaximum
void normalize_strings(const RuleInput& in, Node& node);  ///< minLength, maxLength, pattern
void normalize_content(const RuleInput& in,
                       Node& node);  ///< contentEncoding, contentMediaType, contentSchema
void normalize_arrays(const RuleInput& in,
                      Node& node);  ///< items, prefixItems, additionalItems, minItems, maxItems
void normalize_objects(const RuleInput& in, Node& node);      ///< properties … maxProperties
void normalize_combinators(const RuleInput& in, Node& node);  ///< allOf, anyOf, oneOf
void normalize_annotations(
    const RuleInput& in,
    Node& node);  ///< title, description, format, default, deprecated, examples
void normalize_extension(const RuleInput& in, Node& node);  ///< x-eventc

}  // namespace eventc::compiler
