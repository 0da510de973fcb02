// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/locate.hpp"
#include "dialect.hpp"
#include "load.hpp"
#include "normalize/normal_form.hpp"

namespace eventc::compiler {

/// A schema on its way into the normal form.
struct RuleInput {
  const Json& schema;
  /// The text of the schema's document, and what finds places in it.
  std::string_view text;
  Locator& locator;
  Dialect dialect;
  /// "format" is checked wherever a schema has it ("--format-assertion").
  bool format_assertion = false;
  Location location;
  /// The node of a schema below this one, by its keyword and the tokens behind it.
  std::function<NodeId(const std::string& relative_pointer)> child;
  Diagnostics& diagnostics;

  /// Null when the schema does not have the keyword, when its dialect does not know it, and for an
  /// annotation of the wrong shape.
  [[nodiscard]] const Json* find(std::string_view keyword) const;
  /// What a keyword's schema became.
  [[nodiscard]] std::optional<NodeId> find_child(const std::string& keyword) const;
  [[nodiscard]] std::vector<NodeId> find_children(const std::string& keyword) const;
  [[nodiscard]] std::vector<NodeProperty> find_properties(const std::string& keyword) const;
  /// A number keyword's literal, as it was written.
  [[nodiscard]] std::optional<std::string> find_number(const std::string& keyword) const;
  /// The least or the most that there may be. What is past 64 bits is the largest of them, or no
  /// limit.
  [[nodiscard]] std::uint64_t find_least(std::string_view keyword, std::uint64_t otherwise) const;
  [[nodiscard]] std::optional<std::uint64_t> find_most(std::string_view keyword) const;
  [[nodiscard]] bool is_true(std::string_view keyword) const;
  /// A value's text as it was written.
  [[nodiscard]] std::string text_of(const Location& place) const;
};

/// One rule for each vocabulary: it reads its keywords into the node and touches no others.
/// type, enum, const
void normalize_values(const RuleInput& in, Node& node);
/// multipleOf … exclusiveMaximum
void normalize_numbers(const RuleInput& in, Node& node);
/// minLength, maxLength, pattern, format
void normalize_strings(const RuleInput& in, Node& node);
/// contentEncoding, contentMediaType, contentSchema
void normalize_content(const RuleInput& in, Node& node);
/// items, prefixItems, additionalItems, contains … uniqueItems, unevaluatedItems
void normalize_arrays(const RuleInput& in, Node& node);
/// properties … maxProperties, propertyNames, unevaluatedProperties
void normalize_objects(const RuleInput& in, Node& node);
/// dependentRequired, dependentSchemas, dependencies
void normalize_dependencies(const RuleInput& in, Node& node);
/// allOf, anyOf, oneOf, not, if, then, else
void normalize_combinators(const RuleInput& in, Node& node);
/// title, description, format, default, deprecated, examples
void normalize_annotations(const RuleInput& in, Node& node);
/// x-eventc
void normalize_extension(const RuleInput& in, Node& node);

}  // namespace eventc::compiler
